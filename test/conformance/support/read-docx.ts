import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { ReadPaper } from './read-html.ts';

/** `neither`: it came and went, and stands on no side. */
type Kind = 'same' | 'inserted' | 'deleted' | 'neither';

/** A paragraph of a Word document: its style, its number as Word counts it, its runs, and what becomes of its mark. */
export interface WordParagraph {
  readonly style: string;
  readonly number: string;
  readonly runs: readonly { readonly kind: Kind; readonly text: string }[];
  readonly mark: Kind;
}

/** The parts of a package, as text. */
export function partsOf(docx: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(docx)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** The words of a Word document, changes of both kinds included; contents are left out. */
export function readDocx(docx: Uint8Array): ReadPaper {
  const parts = partsOf(docx);
  const body = paragraphsOf(parts).filter((one) => one.style !== 'ContentsTitle');
  const notes = readParagraphs(parts['word/footnotes.xml'] ?? '', new Map()).map(textOfParagraph);
  return {
    words: body.map((one) => `${one.number} ${textOfParagraph(one)}`).join('\n'),
    footnotes: notes.filter((text) => text.trim() !== ''),
  };
}

/** The paragraphs of the main part. */
export function paragraphsOf(parts: Readonly<Record<string, string>>): readonly WordParagraph[] {
  return readParagraphs(parts['word/document.xml'] ?? '', numberingOf(parts['word/numbering.xml'] ?? ''));
}

/**
 * Lines after every change is accepted or rejected. A paragraph whose mark goes runs on into the next, as in Word; one
 * that loses its words and its mark leaves nothing.
 */
export function settled(paragraphs: readonly WordParagraph[], how: 'accept' | 'reject'): readonly string[] {
  const gone: Kind = how === 'accept' ? 'deleted' : 'inserted';
  const lines: string[] = [];
  let carried = '';
  for (const { runs, mark } of paragraphs) {
    const text = runs
      .filter((run) => run.kind !== gone && run.kind !== 'neither')
      .map((run) => run.text)
      .join('');
    carried += text;
    if (mark === gone) continue;
    lines.push(carried);
    carried = '';
  }
  if (carried !== '') lines.push(carried);
  return lines;
}

function textOfParagraph(paragraph: WordParagraph): string {
  return paragraph.runs.map((run) => run.text).join('');
}

interface Level {
  readonly text: string;
  readonly counts: boolean;
}

function readParagraphs(xml: string, numbering: ReadonlyMap<string, Level>): WordParagraph[] {
  const parser = new SaxesParser();
  const path: string[] = [];
  const found: WordParagraph[] = [];
  const counts = new Map<string, number>();
  let current: { style: string; numId: string | null; runs: { kind: Kind; text: string }[]; mark: Kind } | null = null;
  const within = (...names: readonly string[]) => names.some((name) => path.includes(name));
  const kind = (): Kind => {
    const [comes, goes] = [within('w:ins', 'w:moveTo'), within('w:del', 'w:moveFrom')];
    return comes ? (goes ? 'neither' : 'inserted') : goes ? 'deleted' : 'same';
  };
  const add = (text: string): void => {
    current?.runs.push({ kind: kind(), text });
  };
  parser.on('opentag', ({ name, attributes }) => {
    const inMark = path.at(-1) === 'w:rPr' && path.at(-2) === 'w:pPr';
    path.push(name);
    if (path.includes('w:sdt')) return;
    if (name === 'w:p') current = { style: '', numId: null, runs: [], mark: 'same' };
    if (current === null) return;
    if (name === 'w:pStyle') current.style = attributes['w:val'] ?? '';
    if (name === 'w:numId') current.numId = attributes['w:val'] ?? null;
    if (inMark && ['w:ins', 'w:moveTo'].includes(name)) current.mark = 'inserted';
    if (inMark && ['w:del', 'w:moveFrom'].includes(name)) current.mark = 'deleted';
    if (name === 'w:br' && attributes['w:type'] === undefined) add('\n');
  });
  parser.on('text', (text) => {
    if (['w:t', 'w:delText'].includes(path.at(-1) ?? '') && !path.includes('w:sdt')) add(text);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:p' && current !== null && !path.includes('w:sdt')) {
      const { style, numId, runs, mark } = current;
      const level = numbering.get(numId ?? '');
      if (level?.counts) counts.set(numId ?? '', (counts.get(numId ?? '') ?? 0) + 1);
      const number = level?.counts ? level.text.replace('%1', String(counts.get(numId ?? ''))) : '';
      found.push({ style, number, runs, mark });
      current = null;
    }
    path.pop();
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

/** Number of a list → its first level; ordered lists of steps print no number in the papers' words. */
function numberingOf(xml: string): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>();
  for (const [, id = '', body = ''] of xml.matchAll(
    /<w:abstractNum [^>]*w:abstractNumId="(\d+)"[^>]*>(.*?)<\/w:abstractNum>/gs,
  )) {
    const level = /<w:lvl [^>]*w:ilvl="0".*?<\/w:lvl>/s.exec(body)?.[0] ?? '';
    const text = /<w:lvlText w:val="([^"]*)"/.exec(level)?.[1] ?? '';
    levels.set(id, { text, counts: /<w:numFmt w:val="decimal"/.test(level) && !text.endsWith('.') });
  }
  const lists = [...xml.matchAll(/<w:num [^>]*w:numId="(\d+)"[^>]*>\s*<w:abstractNumId w:val="(\d+)"/g)];
  return new Map(
    lists.flatMap(([, num = '', abstract = '']) => {
      const level = levels.get(abstract);
      return level === undefined ? [] : [[num, level] as const];
    }),
  );
}
