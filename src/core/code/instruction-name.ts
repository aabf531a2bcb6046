import type { CodeText, Provision, ProvisionKind } from './provision.ts';
import { findVisited, referenceOfPath, walk } from './tree.ts';

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
  if (number === null) return `${/^[aeiou]/i.test(KIND[kind]) ? 'an' : 'a'} ${KIND[kind]}`;
  const path = parent === null ? [] : (findVisited(text, parent)?.path ?? []);
  return numbered(kind, isCounted(kind) ? number : referenceOfPath([...path, provision]));
}

/** How an instruction names a provision that gets another number. */
export function renumberedName(text: CodeText, id: string, number: string): string {
  const path = findVisited(text, id)?.path ?? [];
  const last = path.at(-1);
  return last === undefined || isCounted(last.kind)
    ? number
    : referenceOfPath([...path.slice(0, -1), { ...last, number }]);
}

/** The words in the quotation marks of an instruction, without the spaces around them. */
export function quote(words: string): string {
  return `“${words.trim()}”`;
}

/** A provision with all below it on one line, as it is printed; of a table the cells of each row. */
export function printed(provision: Provision): string {
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
      return `the definition of ${quote(heading)}${section === -1 ? '' : ` in ${referenceOfPath(above.slice(0, section + 1))}`}`;
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
  if (number !== null) return numbered(kind, referenceOfPath(path)) + withinSchedule(text, path);
  if (heading !== null && kind !== 'image') return `the ${KIND[kind]} ${quote(heading)}${inside}`;
  const alike = unnamedAlike(text, path);
  const which = alike.length === 1 ? '' : `${ordinal(alike.indexOf(provision) + 1)} `;
  return `the ${which}${isCounted(kind) ? '' : 'unnumbered '}${KIND[kind]}${inside || ` of ${text.title}`}`;
}

function cellName(text: CodeText, path: readonly Provision[]): string {
  const column = place(text, path) - 1;
  const heading = path.at(-3)?.children.find((row) => row.kind === 'header-row')?.children[column]?.text ?? '';
  const row = nameOfPath(text, path.slice(0, -1));
  return heading === '' || path.at(-2)?.kind === 'header-row'
    ? `column ${column + 1} of ${row}`
    : `the entry under ${quote(heading)} in ${row}`;
}

/** Of a bare number, which counts within its schedule or the like: which that is. */
function withinSchedule(text: CodeText, path: readonly Provision[]): string {
  const above = path.slice(0, -1);
  const schedule = above.findLastIndex(({ kind }) => SCHEDULES.has(kind));
  return schedule === -1 || !/^\d/.test(referenceOfPath(path))
    ? ''
    : ` of ${nameOfPath(text, path.slice(0, schedule + 1))}`;
}

const SCHEDULES: ReadonlySet<ProvisionKind> = new Set(['schedule', 'appendix', 'subsidiary-document']);

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
