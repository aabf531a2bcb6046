import type { Day } from '../kernel/day.ts';
import { longestRising } from './longest-rising.ts';
import type { CodeText, Provision, ProvisionKind } from './provision.ts';
import { inOrder } from './tree.ts';
import type { TextVersion, Timeline } from './version.ts';

/**
 * A timeline as numbers: for each release and provision, which version of the provision the text has. Versions are kept
 * once, however many releases have them, so that any text is read and any two are compared without building either.
 */
export interface TextMatrix {
  readonly releases: readonly Release[];
  /** By provision (its column): its identity. */
  readonly ids: readonly string[];
  /** By version: what it says, as places in `strings`. Version 0 is absence. */
  readonly kinds: Uint32Array;
  readonly numbers: Uint32Array;
  readonly headings: Uint32Array;
  readonly texts: Uint32Array;
  /** Every different string once; the first stands for null. */
  readonly strings: readonly string[];
}

/** One row: a text of the timeline. */
interface Release {
  readonly version: Omit<TextVersion, 'text'>;
  readonly code: Omit<CodeText, 'provisions'>;
  /** By column: the version, 0 where the text does not have the provision. */
  readonly versions: Uint32Array;
  /** By column: the column of the provision that it is under, plus one; 0 at the top. */
  readonly parents: Uint32Array;
  /** Columns in reading order. */
  readonly order: Uint32Array;
  /** How often so far a provision moved or came back: where two rows say the same, nothing moved between them. */
  readonly moves: number;
}

/** What became of provisions between two texts, by identity; one may be in several lists but the first two. */
export interface Changes {
  readonly inserted: readonly string[];
  readonly repealed: readonly string[];
  /** With other words, heading or kind. */
  readonly reworded: readonly string[];
  readonly renumbered: readonly string[];
  /** Under another provision, or in another order among those that both texts have. */
  readonly moved: readonly string[];
}

/** Puts a timeline into a matrix, in time proportional to releases × provisions. */
export function matrixOf(timeline: Timeline): TextMatrix {
  const columns = numbered<string>();
  const strings = numbered<string>(['']);
  const says = { kinds: [0], numbers: [0], headings: [0], texts: [0] };
  const latest: number[] = [];
  const given: Provision[] = [];
  const versionOf = (column: number, provision: Provision): number => {
    const last = latest[column] ?? 0;
    // texts share what did not change, so mostly this is the provision of the release before
    if (given[column] === provision) return last;
    given[column] = provision;
    const { kind, number, heading, text } = provision;
    const [k, n] = [strings.of(kind), number === null ? 0 : strings.of(number)];
    const [h, t] = [heading === null ? 0 : strings.of(heading), strings.of(text)];
    const same =
      says.texts[last] === t && says.numbers[last] === n && says.headings[last] === h && says.kinds[last] === k;
    if (last !== 0 && same) return last;
    says.kinds.push(k);
    says.numbers.push(n);
    says.headings.push(h);
    latest[column] = says.texts.push(t) - 1;
    return latest[column];
  };
  const releases: Release[] = [];
  for (const { text, ...version } of timeline) {
    const { provisions, ...code } = text;
    const met = inOrder({ provisions });
    const order = Uint32Array.from(met, ({ provision }) => columns.of(provision.id));
    const [versions, parents] = [new Uint32Array(columns.all.length), new Uint32Array(columns.all.length)];
    const above: number[] = [];
    const previous = releases.at(-1);
    let back = 0;
    for (let at = 0; at < met.length; at += 1) {
      const { provision, depth } = met[at] as (typeof met)[number];
      const column = order[at] as number;
      if (previous !== undefined && latest[column] !== undefined && !previous.versions[column]) back += 1;
      versions[column] = versionOf(column, provision);
      parents[column] = depth === 0 ? 0 : (above[depth - 1] as number) + 1;
      above[depth] = column;
    }
    const row = { version, code, versions, parents, order, moves: 0 };
    const moved = previous === undefined ? 0 : movedBetween(previous, row).length;
    releases.push({ ...row, moves: (previous?.moves ?? 0) + moved + back });
  }
  return {
    ...{ releases, ids: columns.all, strings: strings.all },
    ...{ kinds: Uint32Array.from(says.kinds), numbers: Uint32Array.from(says.numbers) },
    ...{ headings: Uint32Array.from(says.headings), texts: Uint32Array.from(says.texts) },
  };
}

/** Numbers things from where a list ends, each different one once. */
function numbered<T>(all: T[] = []): { readonly all: readonly T[]; readonly of: (one: T) => number } {
  const places = new Map<T, number>();
  const of = (one: T): number => {
    const known = places.get(one);
    if (known !== undefined) return known;
    places.set(one, all.length);
    return all.push(one) - 1;
  };
  return { all, of };
}

/** The row of the text in force on a day, or null before the first. */
export function releaseOn({ releases }: TextMatrix, on: Day): Release | null {
  let low = 0;
  let high = releases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((releases[middle] as Release).version.inForceFrom <= on) low = middle + 1;
    else high = middle;
  }
  return releases[low - 1] ?? null;
}

/** The words of every provision of a release in reading order. */
export function bodiesOf({ texts, strings }: TextMatrix, { order, versions }: Release): string[] {
  const bodies = new Array<string>(order.length);
  for (let at = 0; at < order.length; at += 1) {
    bodies[at] = strings[texts[versions[order[at] as number] as number] as number] as string;
  }
  return bodies;
}

/** The text of a release as a tree. */
export function textOfRelease(matrix: TextMatrix, { code, versions, parents, order }: Release): CodeText {
  const provisions: Provision[] = [];
  const children = new Map<number, Provision[]>();
  const read = (place: number | undefined): string | null => (place ? (matrix.strings[place] ?? null) : null);
  for (const column of order) {
    const version = versions[column] as number;
    const below: Provision[] = [];
    children.set(column, below);
    const parent = parents[column] as number;
    const siblings = parent === 0 ? provisions : (children.get(parent - 1) as Provision[]);
    siblings.push({
      id: matrix.ids[column] as string,
      kind: read(matrix.kinds[version]) as ProvisionKind,
      number: read(matrix.numbers[version]),
      heading: read(matrix.headings[version]),
      text: read(matrix.texts[version]) ?? '',
      children: below,
    });
  }
  return { ...code, provisions };
}

/** What changed from one release to another. */
export function changesBetween(matrix: TextMatrix, from: Release, to: Release): Changes {
  const changes = {
    inserted: [] as string[],
    repealed: [] as string[],
    reworded: [] as string[],
    renumbered: [] as string[],
  };
  const columns = Math.max(from.versions.length, to.versions.length);
  for (let column = 0; column < columns; column += 1) {
    const [before, after] = [from.versions[column] ?? 0, to.versions[column] ?? 0];
    if (before === after) continue;
    const id = matrix.ids[column] as string;
    if (before === 0) changes.inserted.push(id);
    else if (after === 0) changes.repealed.push(id);
    else {
      const { texts, headings, kinds, numbers } = matrix;
      const same =
        texts[before] === texts[after] && headings[before] === headings[after] && kinds[before] === kinds[after];
      if (!same) changes.reworded.push(id);
      if (numbers[before] !== numbers[after]) changes.renumbered.push(id);
    }
  }
  const moved = from.moves === to.moves ? [] : movedBetween(from, to);
  return { ...changes, moved: moved.map((column) => matrix.ids[column] as string) };
}

/** Columns of both texts that stand under another provision, or in another order. */
function movedBetween(from: Release, to: Release): readonly number[] {
  const moved: number[] = [];
  for (let column = 0; column < Math.min(from.versions.length, to.versions.length); column += 1) {
    const both = from.versions[column] !== 0 && to.versions[column] !== 0;
    if (both && from.parents[column] !== to.parents[column]) moved.push(column);
  }
  return [...moved, ...outOfOrder(from, to)].sort((a, b) => a - b);
}

/** Columns of both texts, under the same provision in both, that do not stand in the same order. */
function outOfOrder(from: Release, to: Release): readonly number[] {
  if (sameOrder(from, to)) return [];
  const positions = new Uint32Array(Math.max(from.versions.length, to.versions.length));
  from.order.forEach((column, at) => {
    positions[column] = at;
  });
  const current = to.order.filter((column) => stays(column, from, to));
  const standing = longestRising(Array.from(current, (column) => positions[column] as number));
  return [...current.filter((_, at) => standing[at] === 0)];
}

function sameOrder(from: Release, to: Release): boolean {
  let at = 0;
  for (const column of to.order) {
    if (!stays(column, from, to)) continue;
    while (at < from.order.length && !stays(from.order[at] as number, from, to)) at += 1;
    if (from.order[at] !== column) return false;
    at += 1;
  }
  return true;
}

function stays(column: number, from: Release, to: Release): boolean {
  return Boolean(from.versions[column]) && Boolean(to.versions[column]) && from.parents[column] === to.parents[column];
}
