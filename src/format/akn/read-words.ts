import { elementsOf } from '../xml/parse.ts';
import type { XmlElement } from '../xml/scan.ts';
import type { Reading } from './reading.ts';
import { rawOf } from './remarks.ts';

/** What a run of inline content holds: lines with their notes and images, and structures that interrupt them. */
export type Piece =
  | {
      readonly kind: 'words';
      readonly text: string;
      readonly notes: readonly XmlElement[];
      readonly images: readonly XmlElement[];
    }
  | { readonly kind: 'structure'; readonly element: XmlElement };

/** Inline elements whose meaning is found again in the words, where this program wrote them. */
const FOUND_AGAIN: ReadonlySet<string> = new Set(['ref', 'rref', 'term', 'def', 'docTitle']);
const STRUCTURES: ReadonlySet<string> = new Set([
  'quotedStructure',
  'embeddedStructure',
  'subFlow',
  'table',
  'ul',
  'ol',
  'p',
]);
/** Attributes that identify, lay out, or are read where they stand. */
const UNDERSTOOD: ReadonlySet<string> = new Set(['eId', 'wId', 'GUID', 'id', 'xml:space', 'xml:id']);

/** The pieces of an element's inline content in order; spaces are layout unless the file says that they are not. */
export function piecesOf(element: XmlElement, reading: Reading): readonly Piece[] {
  const pieces: Piece[] = [];
  let words = '';
  let notes: XmlElement[] = [];
  let images: XmlElement[] = [];
  const flush = (): void => {
    const text = element.attributes.get('xml:space') === 'preserve' ? words : layoutless(words);
    pieces.push({ kind: 'words', text, notes, images });
    [words, notes, images] = ['', [], []];
  };
  const visit = (part: XmlElement | string): void => {
    if (typeof part === 'string') {
      words += part;
      return;
    }
    const { local } = part;
    if (local === 'br') words += LINE_BREAK;
    else if (local === 'authorialNote') notes.push(part);
    else if (local === 'noteRef') note(part);
    else if (local === 'img') images.push(part);
    else if (STRUCTURES.has(local)) {
      flush();
      pieces.push({ kind: 'structure', element: part });
    } else if (local === 'del') {
      reading.remarks.list(part, 'Words that the file marks as deleted are left out of the text.', rawOf(part));
    } else {
      remarkOnMarking(part, reading);
      if (local === 'eol' || local === 'eop') words += ' ';
      part.content.forEach(visit);
    }
  };
  const note = (part: XmlElement): void => {
    const apart = reading.notes.get(part.attributes.get('href')?.replace(/^#/, '') ?? '');
    if (apart !== undefined) notes.push(apart);
    else reading.remarks.list(part, 'The mark names a note that the file does not hold.', rawOf(part));
  };
  element.content.forEach(visit);
  flush();
  return pieces;
}

/** The words of an element that can hold no more than words; notes in them are given to `take`. */
export function wordsOf(element: XmlElement, reading: Reading, take: (note: XmlElement) => void): string {
  const pieces = piecesOf(element, reading);
  return pieces
    .map((piece) => {
      if (piece.kind === 'structure') return wordsOf(piece.element, reading, take);
      piece.notes.forEach(take);
      for (const image of piece.images) reading.remarks.list(image, 'An image in a heading is not kept.', rawOf(image));
      return piece.text;
    })
    .filter((text) => text !== '')
    .join(' ');
}

/** Lists the attributes of an element of the text that are not understood, each once. */
export function remarkOnAttributes(element: XmlElement, reading: Reading, understood: readonly string[] = []): void {
  if (reading.isOurs) return;
  for (const name of element.attributes.keys()) {
    if (UNDERSTOOD.has(name) || name.startsWith('xmlns') || understood.includes(name)) continue;
    reading.remarks.list(element, `The attribute "${name}" of "${element.name}" is not kept.`);
  }
}

/** A break that layout does not take away: a character that no XML holds stands for a line feed until then. */
const LINE_BREAK = '\u0000';

function layoutless(words: string): string {
  return words
    .replace(/[ \t\n\r]+/g, ' ')
    .split(LINE_BREAK)
    .map((line) => line.replace(/^ | $/g, ''))
    .join('\n');
}

/** Whether a text is no more than what XML takes for layout; other spaces, such as one that does not break, are words. */
export function isLayout(text: string): boolean {
  return !/[^ \t\n\r]/.test(text);
}

function remarkOnMarking(part: XmlElement, reading: Reading): void {
  if (reading.isOurs && FOUND_AGAIN.has(part.local)) return;
  const says = [...part.attributes.keys()].some((name) => !UNDERSTOOD.has(name));
  const opening = says ? rawOf({ ...part, content: [] }).replace(/\/>$/, '>') : null;
  const kept = elementsOf(part).length > 0 || part.content.length > 0;
  reading.remarks.list(
    part,
    `"${part.name}" ${kept ? 'keeps its words, not its marking' : 'is a mark that is not kept'}.`,
    opening,
  );
}
