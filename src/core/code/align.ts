import { longestRising } from './longest-rising.ts';
import { pairByWords } from './pair-by-words.ts';
import { openPairing, type Pairing } from './pairing.ts';
import type { Met } from './tree.ts';

/** Which provision of the before-text is which of the after-text: indices into the two walks, null for what is alone. */
export interface Alignment {
  /** By index after: the index before. */
  readonly beforeOf: readonly (number | null)[];
  /** By index before: the index after. */
  readonly afterOf: readonly (number | null)[];
  /** By index after: how sure it is that the two are one, from 0 to 1 (by identity); null for what is alone. */
  readonly confidence: readonly (number | null)[];
  /** By index after: whether it stands elsewhere than before, itself or with what it is under. */
  readonly moved: readonly boolean[];
  /** By index after: whether it moved only with what it is under, in the same order there as before. */
  readonly carried: readonly boolean[];
}

/** Whether an identity in both texts is the same provision (texts of one record), or says nothing (files of any origin). */
export type KnownBy = 'identity' | 'words';

/**
 * Aligns two walks: by identity first; what is left by its words, see {@link pairByWords}. Numbers, and references in
 * the words, take no part, so renumbering breaks no pair.
 */
export function align(before: readonly Met[], after: readonly Met[], known: KnownBy = 'identity'): Alignment {
  const pairing = openPairing(before, after);
  if (known === 'identity') pairByIdentity(pairing);
  pairByWords(pairing);
  const { beforeOf, afterOf, confidence, parentBefore, parentAfter } = pairing;
  const moved = movesOf(beforeOf, parentBefore, parentAfter);
  return { beforeOf, afterOf, confidence, moved, carried: carriedOf(pairing, moved) };
}

function pairByIdentity({ before, after, pair }: Pairing): void {
  const byId = new Map<string, number>();
  for (let b = 0; b < before.length; b += 1) byId.set((before[b] as Met).provision.id, b);
  for (let a = 0; a < after.length; a += 1) {
    const b = byId.get((after[a] as Met).provision.id);
    if (b !== undefined) pair(b, a, 1);
  }
}

/**
 * What moved: pairs under other parents, pairs that are not in the longest run of pairs in the same order, and all that
 * is under a moved provision. What has not moved stands in the same order in both texts, and so does all it is under.
 */
function movesOf(
  beforeOf: readonly (number | null)[],
  parentBefore: readonly (number | null)[],
  parentAfter: readonly (number | null)[],
): boolean[] {
  const sameChain: boolean[] = [];
  const rising: (number | null)[] = [];
  for (let a = 0; a < beforeOf.length; a += 1) {
    const b = beforeOf[a] ?? null;
    const above = parentAfter[a] ?? null;
    const aboveBefore = b === null ? null : (parentBefore[b] ?? null);
    const same =
      b !== null &&
      (above === null
        ? aboveBefore === null
        : aboveBefore !== null && beforeOf[above] === aboveBefore && (sameChain[above] as boolean));
    sameChain.push(same);
    rising.push(same ? b : null);
  }
  const standing = longestRising(rising);
  return beforeOf.map((b, a) => b !== null && standing[a] === 0);
}

/** Of what is under the same moved provision as before: what is in the longest run in the same order. */
function carriedOf({ beforeOf, parentBefore, parentAfter }: Pairing, moved: readonly boolean[]): boolean[] {
  const carried = moved.map(() => false);
  const under = new Map<number, number[]>();
  for (let a = 0; a < moved.length; a += 1) {
    const [b, above] = [beforeOf[a] ?? null, parentAfter[a] ?? null];
    if (b === null || above === null || !moved[a] || !moved[above]) continue;
    if (beforeOf[above] !== parentBefore[b]) continue;
    const siblings = under.get(above);
    if (siblings === undefined) under.set(above, [a]);
    else siblings.push(a);
  }
  for (const siblings of under.values()) {
    const inOrder = longestRising(siblings.map((a) => beforeOf[a] ?? null));
    for (const [at, a] of siblings.entries()) carried[a] = inOrder[at] === 1;
  }
  return carried;
}
