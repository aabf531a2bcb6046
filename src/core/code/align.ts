import type { Visited } from './tree.ts';
import { likeness, wordsOf } from './words.ts';

/** Which provision of the before-text is which of the after-text: indices into the two walks, null for what is alone. */
export interface Alignment {
  /** By index after: the index before. */
  readonly beforeOf: readonly (number | null)[];
  /** By index before: the index after. */
  readonly afterOf: readonly (number | null)[];
  /** By index after: whether it stands elsewhere than before, itself or with what it is under. */
  readonly moved: readonly boolean[];
}

/** Least likeness of two provisions of different identity that are read as one, reworded. */
const ALIKE = 0.5;

/**
 * Aligns two walks: by identity first; what is left by equal words; then, between the same neighbours, by like words.
 * Numbers take no part, so renumbering breaks no pair.
 */
export function align(before: readonly Visited[], after: readonly Visited[]): Alignment {
  const beforeOf: (number | null)[] = after.map(() => null);
  const afterOf: (number | null)[] = before.map(() => null);
  const pair = (b: number, a: number): void => {
    beforeOf[a] = b;
    afterOf[b] = a;
  };
  const byId = new Map(before.map((visited, index) => [visited.provision.id, index]));
  after.forEach((visited, a) => {
    const b = byId.get(visited.provision.id);
    if (b !== undefined) pair(b, a);
  });
  pairEqual(before, after, beforeOf, afterOf, pair);
  pairAlike(before, after, beforeOf, afterOf, pair);
  return { beforeOf, afterOf, moved: movesOf(before, after, beforeOf) };
}

type Pair = (b: number, a: number) => void;
type Partner = readonly (number | null)[];

function pairEqual(
  before: readonly Visited[],
  after: readonly Visited[],
  beforeOf: Partner,
  afterOf: Partner,
  pair: Pair,
) {
  const waiting = new Map<string, number[]>();
  before.forEach((visited, b) => {
    if (afterOf[b] === null) waiting.set(contentOf(visited), [...(waiting.get(contentOf(visited)) ?? []), b]);
  });
  after.forEach((visited, a) => {
    const b = beforeOf[a] === null ? waiting.get(contentOf(visited))?.shift() : undefined;
    if (b !== undefined) pair(b, a);
  });
}

function pairAlike(
  before: readonly Visited[],
  after: readonly Visited[],
  beforeOf: Partner,
  afterOf: Partner,
  pair: Pair,
) {
  for (const [a, visited] of after.entries()) {
    const previous = a === 0 ? -1 : beforeOf[a - 1];
    if (beforeOf[a] !== null || previous === null || previous === undefined) continue;
    const words = wordsOf(visited.provision.text);
    for (let b = previous + 1; b < before.length && afterOf[b] === null; b += 1) {
      const other = before[b] as Visited;
      const comparable = other.provision.kind === visited.provision.kind && words.length > 0;
      if (comparable && likeness(wordsOf(other.provision.text), words) >= ALIKE) {
        pair(b, a);
        break;
      }
    }
  }
}

function contentOf({ provision }: Visited): string {
  return JSON.stringify([provision.kind, provision.heading, provision.text]);
}

/**
 * What moved: pairs under other parents, pairs that are not in the longest run of pairs in the same order, and all that
 * is under a moved provision. What has not moved stands in the same order in both texts, and so does all it is under.
 */
function movesOf(before: readonly Visited[], after: readonly Visited[], beforeOf: Partner): boolean[] {
  const indexBefore = new Map(before.map((visited, index) => [visited.provision.id, index]));
  const indexAfter = new Map(after.map((visited, index) => [visited.provision.id, index]));
  const sameChain: boolean[] = [];
  for (const [a, visited] of after.entries()) {
    const b = beforeOf[a] ?? null;
    const parentAfter = indexAfter.get(visited.place.parent ?? '') ?? null;
    const parentBefore = b === null ? null : (indexBefore.get((before[b] as Visited).place.parent ?? '') ?? null);
    sameChain[a] =
      b !== null &&
      (parentAfter === null
        ? parentBefore === null
        : beforeOf[parentAfter] === parentBefore && parentBefore !== null && (sameChain[parentAfter] as boolean));
  }
  const standing = longestRising(beforeOf.map((b, a) => (sameChain[a] ? (b ?? null) : null)));
  return after.map((_, a) => beforeOf[a] !== null && !standing.has(a));
}

/** Positions of a longest rising subsequence, nulls left out. */
function longestRising(values: Partner): Set<number> {
  const tails: number[] = [];
  const previous = new Int32Array(values.length).fill(-1);
  values.forEach((value, at) => {
    if (value === null) return;
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = tails[low - 1] ?? -1;
    tails[low] = at;
  });
  const chosen = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at !== -1; at = previous[at] as number) chosen.add(at);
  return chosen;
}
