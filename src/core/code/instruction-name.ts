import { isCountedWithin } from './printed-reference.ts';
import type { CodeText, Provision, ProvisionKind } from './provision.ts';
import { findVisited, walk } from './tree.ts';

const KIND: Record<ProvisionKind, string> = {
  section: 'Section',
  schedule: 'Schedule',
  appendix: 'Appendix',
  'subsidiary-document': 'subsidiary document',
  part: 'Part',
  heading: 'heading',
  clause: 'clause',
  paragraph: 'paragraph',
  'sub-paragraph': 'paragraph',
  definition: 'definition',
  condition: 'condition',
  table: 'table',
  'header-row': 'header row',
  row: 'row',
  cell: 'cell',
  note: 'note',
  image: 'image',
};

/** How an instruction names the provision of an identity in a text: “clause G3.26”, “row 2 of the table in paragraph 4”. */
export function nameIn(text: CodeText, id: string): string {
  const found = findVisited(text, id);
  return found === null ? `the provision “${id}”` : nameOfPath(text, found.path);
}

/** How an instruction names what is newly put under a provision, or at the top of the text. */
export function newName(text: CodeText, parent: string | null, provision: Provision): string {
  const { kind, number, heading } = provision;
  if (kind === 'definition' && heading !== null) return `the definition of ${quote(heading)}`;
  if (kind === 'image' && heading !== null) return `the image ${quote(heading)}`;
  if (number === null) return `${/^[aeiou]/i.test(KIND[kind]) ? 'an' : 'a'} ${KIND[kind]}`;
  const path = parent === null ? [] : (findVisited(text, parent)?.path ?? []);
  return numbered(kind, isCounted(kind) ? number : numberOf([...path, provision]));
}

/** How an instruction names a provision that gets another number. */
export function renumberedName(text: CodeText, id: string, number: string): string {
  const path = findVisited(text, id)?.path ?? [];
  const last = path.at(-1);
  return last === undefined || isCounted(last.kind) ? number : numberOf([...path.slice(0, -1), { ...last, number }]);
}

/** The words in the quotation marks of an instruction, without the spaces around them. */
export function quote(words: string): string {
  return `“${words.trim()}”`;
}

/** How an instruction names the heading of a provision: of a table its caption, of a definition its term. */
export function headingNameIn(text: CodeText, id: string): string {
  const kind = findVisited(text, id)?.provision.kind;
  const name = nameIn(text, id);
  if (kind === 'heading') return name.replace(/^heading/, 'the heading at');
  return `the ${kind === 'table' ? 'caption' : 'heading'} of ${name}`;
}

/** A provision with all below it on one line, as it is printed; of a table the cells of each row, of a definition what it says. */
export function printed(provision: Provision): string {
  if (provision.kind === 'definition' && provision.heading !== null) {
    return printed({ ...provision, kind: 'paragraph', heading: null });
  }
  if (provision.kind === 'row' || provision.kind === 'header-row') {
    return provision.children.map((cell) => quote(wordsOfAll(cell))).join(', ');
  }
  if (provision.kind === 'table') {
    const caption = provision.heading === null ? [] : [quote(provision.heading)];
    return [...caption, ...provision.children.map(printed)].join('; ');
  }
  const own = walk({ provisions: [provision] }).some((visited) => visited.provision.kind === 'table')
    ? [quote(wordsOfOne(provision)), ...provision.children.map(printed)].filter((words) => words !== '“”').join(', ')
    : quote(wordsOfAll(provision));
  return own;
}

function wordsOfAll(provision: Provision): string {
  return walk({ provisions: [provision] })
    .map((visited) => wordsOfOne(visited.provision))
    .filter(Boolean)
    .join(' ');
}

function wordsOfOne({ number, heading, text }: Provision): string {
  return [number, heading, text].filter(Boolean).join(' ');
}

function nameOfPath(text: CodeText, path: readonly Provision[]): string {
  const provision = path.at(-1);
  if (provision === undefined) return text.title;
  const above = path.slice(0, -1);
  const { kind, number, heading } = provision;
  const inside = above.length === 0 ? '' : ` in ${nameOfPath(text, above)}`;
  switch (kind) {
    case 'definition': {
      if (heading === null) break;
      const section = above.findLastIndex((one) => one.number !== null);
      return `the definition of ${quote(heading)}${section === -1 ? '' : ` in ${plainName(text, above.slice(0, section + 1))}`}`;
    }
    case 'row':
      return `row ${number ?? place(text, path)} of ${nameOfPath(text, above)}`;
    case 'header-row':
      return `the header row of ${nameOfPath(text, above)}`;
    case 'cell':
      return cellName(text, path);
    case 'table':
      if (number !== null) return `${numbered(kind, number)}${inside}`;
      if (heading !== null) return `the table ${quote(heading)}${inside}`;
      break;
    case 'note':
      if (number !== null) return `note ${number}${inside.replace(/^ in/, ' to')}`;
      break;
  }
  if (number !== null) return numbered(kind, numberOf(path)) + within(text, path);
  if (heading !== null && kind !== 'image') return `the ${KIND[kind]} ${quote(heading)}${inside}`;
  const alike = unnamedAlike(text, path);
  const which = alike.length === 1 ? '' : `${ordinal(alike.indexOf(provision) + 1)} `;
  return `the ${which}${isCounted(kind) ? '' : 'unnumbered '}${KIND[kind]}${inside || ` of ${text.title}`}`;
}

/** Words for a provision that need not say what kind a number is of that stands alone: `A1.1`. */
function plainName(text: CodeText, path: readonly Provision[]): string {
  const number = path.at(-1)?.number ?? '';
  return /^[A-Z]+[0-9]/.test(number) ? number : nameOfPath(text, path);
}

/** A number with those that it follows: `G3.28(b)(ii)`, `2(a)`, and `(a)` of what is in a definition. */
function numberOf(path: readonly Provision[]): string {
  const number = path.at(-1)?.number ?? '';
  const anchor = anchorOf(path);
  return anchor === null ? number : numberOf(anchor) + number;
}

/** The provision whose number the last one's, in brackets, is printed after; null for none. */
function anchorOf(path: readonly Provision[]): readonly Provision[] | null {
  if (!path.at(-1)?.number?.startsWith('(')) return null;
  const at = path.slice(0, -1).findLastIndex(({ number, kind }) => number !== null || kind === 'definition');
  const anchor = path[at];
  return anchor === undefined || anchor.kind === 'definition' || isCounted(anchor.kind) ? null : path.slice(0, at + 1);
}

function cellName(text: CodeText, path: readonly Provision[]): string {
  const column = place(text, path) - 1;
  const heading = path.at(-3)?.children.find((row) => row.kind === 'header-row')?.children[column]?.text ?? '';
  const row = nameOfPath(text, path.slice(0, -1));
  return heading === '' || path.at(-2)?.kind === 'header-row'
    ? `column ${column + 1} of ${row}`
    : `the entry under ${quote(heading)} in ${row}`;
}

/** Of a number that counts within a part, schedule, definition or the like: which that is. */
function within(text: CodeText, path: readonly Provision[]): string {
  const anchor = anchorOf(path);
  if (anchor !== null) return within(text, anchor);
  const number = path.at(-1)?.number ?? '';
  const above = path.slice(0, -1);
  const holds = (one: Provision): boolean =>
    number.startsWith('(')
      ? one.kind === 'definition' || isCounted(one.kind)
      : isCountedWithin(one) || (one.kind === 'part' && above.some(isCountedWithin));
  const at = /^[A-Z]+[0-9]/.test(number) ? -1 : above.findLastIndex(holds);
  return at === -1 ? '' : ` of ${nameOfPath(text, above.slice(0, at + 1))}`;
}

/** A kind and a number, the kind only once where the number says it: “Schedule 2”, “Table 1”, “clause G3.26”. */
function numbered(kind: ProvisionKind, reference: string): string {
  return reference.toLowerCase().startsWith(`${KIND[kind].toLowerCase()} `) ? reference : `${KIND[kind]} ${reference}`;
}

/** Whether it is named by its place in what it is in, whatever the clause around it is called. */
function isCounted(kind: ProvisionKind): boolean {
  return (
    kind === 'table' ||
    kind === 'row' ||
    kind === 'header-row' ||
    kind === 'cell' ||
    kind === 'note' ||
    kind === 'image'
  );
}

/** Which of the siblings of its kind a provision is, from 1. */
function place(text: CodeText, path: readonly Provision[]): number {
  const siblings = path.at(-2)?.children ?? text.provisions;
  return siblings.filter((one) => one.kind === path.at(-1)?.kind).indexOf(path.at(-1) as Provision) + 1;
}

function unnamedAlike(text: CodeText, path: readonly Provision[]): readonly Provision[] {
  const siblings = path.at(-2)?.children ?? text.provisions;
  const kind = path.at(-1)?.kind;
  return siblings.filter(
    (one) => one.kind === kind && one.number === null && (one.heading === null || kind === 'image'),
  );
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** A place in words, from 1: “second”, “11th”. */
export function ordinal(place: number): string {
  const teen = place % 100 >= 11 && place % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return ORDINALS[place - 1] ?? `${place}${ending}`;
}
