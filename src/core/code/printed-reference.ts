import type { Provision, ProvisionKind } from './provision.ts';

/** A provision so far as its printed reference needs it; what stands below counts rows, cells and the like. */
export interface Referable extends Pick<Provision, 'id' | 'kind' | 'number' | 'heading'> {
  readonly children: readonly Referable[];
}

type Path = readonly Referable[];

const COUNTED_WITHIN: ReadonlySet<ProvisionKind> = new Set(['schedule', 'appendix', 'subsidiary-document']);

/** The word for a kind before a plain number. */
const WORD: Readonly<Partial<Record<ProvisionKind, string>>> = {
  clause: 'clause',
  condition: 'condition',
  section: 'Section',
  schedule: 'Schedule',
  appendix: 'Appendix',
  part: 'Part',
};

/**
 * The printed reference of the last provision of a path from the top: a number that stands alone is the reference
 * (`G3.26`), a number in brackets follows that of what it is under (`G3.28(a)`), a plain number is one of its schedule
 * (`Schedule 8 paragraph 2`), and what has no number is named by its heading where it stands (`A1.1 "Working Day"`) or by
 * its place there (`Table 1 row 2 column 1`). What has none of these is named by its identity.
 */
export function referenceOfPath(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return '';
  const above = path.slice(0, -1);
  const own = ownReference(path);
  if (isPlaced(last)) return after(referenceOfPath(above), own);
  if (last.number?.startsWith('(')) return referenceOfPath(upTo(above, isNamed)) + own;
  if (last.number !== null) {
    return isOfCode(last.number) ? own : after(referenceOfPath(upTo(above, countsBelow(above))), own);
  }
  return last.heading === null ? own : after(referenceOfPath(upTo(above, isNamed)), own);
}

/** The printed reference of the last provision of a path after the number of its document: `G Table 1`. */
export function referenceInDocument(path: Path): string {
  const [document] = path;
  return document === undefined ? '' : `${referenceOfPath([document])} ${referenceOfPath(path)}`;
}

/** A reference as it is compared: with plain quotes and single spaces. */
export function plain(reference: string): string {
  return reference.replace(/[“”„]/g, '"').replace(/\s+/g, ' ').trim();
}

/** What the last provision of a path adds to the reference of what it stands in: with that it ends. */
export function ownReference(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return '';
  const { kind, number, heading, id } = last;
  const siblings = path.at(-2)?.children ?? [];
  switch (kind) {
    case 'header-row':
      return 'header row';
    case 'row':
      return `row ${number ?? placeAmong(siblings, last)}`;
    case 'cell':
      return `column ${number ?? placeAmong(siblings, last)}`;
    case 'table':
    case 'note':
    case 'image': {
      if (number !== null) return worded(kind, number);
      if (kind === 'table' && heading !== null) return `"${heading}"`;
      return siblings.filter((one) => one.kind === kind).length < 2 ? kind : `${kind} ${placeAmong(siblings, last)}`;
    }
  }
  if (number === null) return heading === null ? id : `"${heading}"`;
  if (number.startsWith('(') || isOfCode(number)) return number;
  return path.slice(0, -1).some(isCountedWithin) ? worded(WORD[kind] ?? 'paragraph', number) : number;
}

/** Named by its place in what it stands in, whatever is around that. */
function isPlaced({ kind, number }: Referable): boolean {
  return kind === 'row' || kind === 'header-row' || kind === 'cell' || kind === 'note' || kind === 'image'
    ? true
    : kind === 'table' && number === null;
}

/** Whether a number stands for itself in the whole code: `G3.26`. */
export function isOfCode(number: string): boolean {
  return /^[A-Z]+[0-9]/.test(number);
}

function isNamed(one: Referable): boolean {
  return one.number !== null || one.kind === 'definition' || isPlaced(one);
}

/** Whether it is a document whose plain numbers count within it alone. */
export function isCountedWithin({ kind }: Pick<Provision, 'kind'>): boolean {
  return COUNTED_WITHIN.has(kind);
}

/** In a schedule, plain numbers count below it or its part. */
function countsBelow(above: Path): (one: Referable) => boolean {
  const within = above.some(isCountedWithin);
  return (one) => within && (isCountedWithin(one) || one.kind === 'part');
}

function upTo(path: Path, holds: (one: Referable) => boolean): Path {
  return path.slice(0, path.findLastIndex(holds) + 1);
}

function worded(word: string, number: string): string {
  return /^\p{L}{3,}\s/u.test(number) ? number : `${word} ${number}`;
}

function placeAmong(siblings: readonly Referable[], { id, kind }: Referable): number {
  let place = 1;
  for (const sibling of siblings) {
    if (sibling.id === id) return place;
    if (sibling.kind === kind) place += 1;
  }
  return place;
}

function after(above: string, own: string): string {
  return above === '' ? own : `${above} ${own}`;
}
