import { BodyReader } from './body.ts';
import { Fields, wordsIn } from './inline.ts';
import type { ChangeKind, NotCarried, WordBlock } from './model.ts';
import { pairMoves } from './moves.ts';
import { Notices } from './notices.ts';
import { Numbering } from './numbering.ts';
import { readPackage } from './package.ts';
import { Styles } from './styles.ts';
import { type Element, eachElement, elementsIn } from './xml.ts';

/** A Word file as read: both sides of its tracked changes in one, and what of it is not carried. */
export interface WordFile {
  readonly blocks: readonly WordBlock[];
  /** By `footnote/3` or `endnote/3`. */
  readonly notes: ReadonlyMap<string, readonly WordBlock[]>;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly changes: ReadonlyMap<ChangeKind, number>;
  readonly notCarried: readonly NotCarried[];
  readonly notCarriedCounts: ReadonlyMap<NotCarried['kind'], number>;
}

export type ReadWord =
  | { readonly ok: true; readonly file: WordFile }
  | { readonly ok: false; readonly sentence: string };

/** Told now and then how many bytes of how many of the main part are read. */
type Progress = ((done: number, of: number) => void) | undefined;

const MAIN = 'word/document.xml';

class Unreadable extends Error {}

/** Reads a Word file. What it holds is judged, not trusted: a file that is none, or hostile, is refused in one sentence. */
export function readWord(bytes: Uint8Array, progress?: Progress): ReadWord {
  const opened = readPackage(bytes);
  if (!opened.ok) return opened;
  try {
    return { ok: true, file: readParts(opened.parts, progress) };
  } catch (fault) {
    if (fault instanceof Unreadable) return { ok: false, sentence: fault.message };
    throw fault;
  }
}

function readParts(parts: ReadonlyMap<string, Uint8Array>, progress?: Progress): WordFile {
  const each = (path: string, depth: number, use: (element: Element) => void): void => {
    const part = parts.get(path);
    const fault = part === undefined ? null : eachElement(part, depth, use, path === MAIN ? progress : undefined);
    if (fault !== null) throw new Unreadable(`The file's part "${path}" cannot be read: ${fault}.`);
  };
  const [styles, numbering, notices] = [new Styles(), new Numbering(), new Notices()];
  each('word/styles.xml', 1, (element) => styles.add(element));
  each('word/numbering.xml', 1, (element) => numbering.add(element));
  notices.at('word/numbering.xml');
  for (const format of numbering.otherFormats()) notices.lost('number-format', format);
  const targets = new Map<string, string>();
  each('word/_rels/document.xml.rels', 1, ({ attributes }) =>
    targets.set(attributes.Id ?? '', attributes.Target ?? ''),
  );

  const reading = { notices, fields: new Fields(), target: (id: string) => targets.get(id) ?? null };
  const reader = new BodyReader(reading);
  const blocks: WordBlock[] = [];
  each(MAIN, 2, (element) => {
    blocks.push(...reader.blocks(element));
  });
  const notes = new Map<string, readonly WordBlock[]>();
  for (const kind of ['footnote', 'endnote']) {
    each(`word/${kind}s.xml`, 1, (element) => {
      if (element.attributes['w:type'] !== undefined) return;
      notes.set(
        `${kind}/${element.attributes['w:id'] ?? ''}`,
        elementsIn(element).flatMap((child) => reader.blocks(child)),
      );
    });
  }
  for (const path of parts.keys()) {
    const beside = /^word\/(header|footer|comments)\d*\.xml$/.exec(path)?.[1];
    if (beside === undefined) continue;
    notices.at(path);
    each(path, beside === 'comments' ? 1 : 0, (element) => {
      const words = wordsIn(element);
      if (words.trim() !== '') notices.lost(beside === 'comments' ? 'comment' : 'header-or-footer', words);
    });
  }
  const { changes, notCarried, counts } = notices;
  return { blocks: pairMoves(blocks), notes, styles, numbering, changes, notCarried, notCarriedCounts: counts };
}
