import type { Link } from '../../core/code/links.ts';
import type { Provision } from '../../core/code/provision.ts';
import { type Attributes, block, escapeText, inline, tag } from '../xml/write.ts';
import type { Naming } from './naming.ts';
import { ELEMENT_OF } from './vocabulary.ts';

/** What a written text says beyond its words. */
export interface Written {
  /** The eId of a provision written as an element in another of that eId. */
  readonly eId: (provision: Provision, element: string, above: string | null) => string;
  /** The `period` of a provision by its id; null when none is told. */
  readonly periodOf: (id: string) => string | null;
  /** The links in the words of a provision by its id, and where each leads; null for one that leads nowhere. */
  readonly linksOf: (id: string) => readonly Link[];
  readonly hrefOf: (target: string) => string | null;
}

/** A text that tells neither days nor links, each element named anew. */
export function plainText(names: Naming): Written {
  return {
    eId: ({ number }, element, above) => names.next(above, element, number),
    periodOf: () => null,
    linksOf: () => [],
    hrefOf: () => null,
  };
}

/** The eId of a definition's term in the references of a file. */
export function termId(id: string): string {
  return `term_${id}`;
}

/** Provisions as the lines of a body, or of a quoted structure when `above` is its eId. */
export function writeProvisions(provisions: readonly Provision[], above: string | null, written: Written): string[] {
  return provisions.flatMap((provision) => writeProvision(provision, above, true, written));
}

function writeProvision(provision: Provision, above: string | null, isFirst: boolean, written: Written): string[] {
  const { id, kind, number, heading, text, children } = provision;
  if (!isFirst && isCrossHeading(provision)) {
    const attributes = { ...identity(provision, 'crossHeading', above, written), ...spaced(provision.heading) };
    return [inline('crossHeading', attributes, linked(id, 'heading', provision.heading, 0, written))];
  }
  const own = ELEMENT_OF[kind];
  const element = own ?? 'hcontainer';
  const attributes = { ...identity(provision, element, above, written), name: own === undefined ? kind : null };
  const num = number === null ? [] : [inline('num', spaced(number), escapeText(number))];
  if (isImage(provision)) {
    const image = tag('img', { src: encodeURI(provision.heading), alt: text === '' ? null : text }, '/>');
    return block(element, attributes, [...num, ...block('content', {}, [`<p>${image}</p>`])]);
  }
  const head = heading === null ? num : [...num, headingOf(provision, heading, written)];
  if (isTable(provision)) {
    const rows = children.flatMap((row) => writeRow(row, attributes.eId, written));
    const lines = [...linesOf(provision, [], attributes.eId, written), ...block('table', {}, rows)];
    return block(element, attributes, [...head, ...block('content', {}, lines)]);
  }
  const noted = notesBefore(children);
  const lines = linesOf(provision, children.slice(0, noted), attributes.eId, written);
  const below = children.slice(noted).flatMap((child) => writeProvision(child, attributes.eId, false, written));
  const words = lines.length === 0 ? [] : block(below.length === 0 ? 'content' : 'intro', {}, lines);
  return block(element, attributes, [...head, ...words, ...below]);
}

function identity(provision: Provision, element: string, above: string | null, written: Written) {
  const { id } = provision;
  return { eId: written.eId(provision, element, above), wId: id, period: written.periodOf(id) };
}

function headingOf({ id, kind }: Provision, heading: string, written: Written): string {
  const words = linked(id, 'heading', heading, 0, written);
  const defined = kind === 'definition' ? inline('def', { refersTo: `#${termId(id)}` }, words) : words;
  return inline('heading', spaced(heading), defined);
}

/** The words line by line, with the notes at the end of the last. */
function linesOf({ id, text }: Provision, notes: readonly Provision[], above: string, written: Written): string[] {
  if (text === '' && notes.length === 0) return [];
  const lines = text.split('\n');
  let at = 0;
  return lines.map((line, index) => {
    const words = linked(id, 'text', line, at, written);
    at += line.length + 1;
    const marks = index === lines.length - 1 ? notes.map((note) => writeNote(note, above, written)).join('') : '';
    return inline('p', spaced(line), words + marks);
  });
}

/** Words that stand at an offset of a field, with the links in them. */
function linked(id: string, field: Link['field'], words: string, offset: number, written: Written): string {
  let made = '';
  let at = 0;
  for (const link of written.linksOf(id)) {
    const [from, to] = [link.start - offset, link.end - offset];
    const [first, last] = [link.targets[0], link.targets.at(-1)];
    if (link.field !== field || from < at || to > words.length || first === undefined || last === undefined) continue;
    const name = escapeText(words.slice(from, to));
    const [start, end] = [written.hrefOf(first), written.hrefOf(last)];
    made += escapeText(words.slice(at, from));
    if (link.kind === 'term') made += inline('term', { refersTo: `#${termId(first)}` }, name);
    else if (start === null || end === null) made += name;
    else
      made += first === last ? inline('ref', { href: start }, name) : inline('rref', { from: start, upTo: end }, name);
    at = to;
  }
  return made + escapeText(words.slice(at));
}

function writeNote(note: Provision, above: string, written: Written): string {
  const attributes = { ...identity(note, 'authorialNote', above, written), marker: note.number, placement: 'bottom' };
  const lines = linesOf(note, [], above, written).join('');
  return inline('authorialNote', attributes, lines === '' ? '<p/>' : lines);
}

function writeRow(row: Provision, above: string, written: Written): string[] {
  const attributes = identity(row, 'tr', above, written);
  const element = row.kind === 'header-row' ? 'th' : 'td';
  const cells = row.children.flatMap((cell) => {
    const own = identity(cell, element, attributes.eId, written);
    return block(element, own, linesOf(cell, cell.children, own.eId, written));
  });
  return block('tr', attributes, cells);
}

/** Spaces that a reader would otherwise take for layout. */
function spaced(words: string): Attributes {
  return /^[ \t\n\r]|[ \t\n\r]$|[ \t\n\r]{2}|[\t\n\r]/.test(words) ? { 'xml:space': 'preserve' } : {};
}

function isCrossHeading(provision: Provision): provision is Provision & { readonly heading: string } {
  const { kind, number, heading, text, children } = provision;
  return kind === 'heading' && number === null && heading !== null && text === '' && children.length === 0;
}

/** Characters of which a reference can be made that every reader takes for one. */
const PLAIN_URI = /^(?:[a-z][a-z0-9+.-]*:)?[\w./~@,;=()!$&'*+? -]+$/i;

function isImage(provision: Provision): provision is Provision & { readonly heading: string } {
  const { kind, heading, children } = provision;
  return kind === 'image' && heading !== null && children.length === 0 && PLAIN_URI.test(heading);
}

/** Rows of cells of words and notes, and nothing else, which is what a table can hold. */
function isTable({ kind, children }: Provision): boolean {
  const isBare = (one: Provision): boolean => one.number === null && one.heading === null;
  const isCell = (cell: Provision): boolean =>
    cell.kind === 'cell' && isBare(cell) && notesBefore(cell.children) === cell.children.length;
  const isRow = (row: Provision): boolean =>
    (row.kind === 'row' || row.kind === 'header-row') &&
    isBare(row) &&
    row.text === '' &&
    row.children.length > 0 &&
    row.children.every(isCell);
  return kind === 'table' && children.length > 0 && children.every(isRow);
}

/** How many of the first children are notes to the words before them. */
function notesBefore(children: readonly Provision[]): number {
  const end = children.findIndex((one) => one.kind !== 'note' || one.heading !== null || one.children.length > 0);
  return end === -1 ? children.length : end;
}
