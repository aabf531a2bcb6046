import { alone, type Pairing } from './pairing.ts';
import type { Met } from './tree.ts';
import { likeness, wordsOf } from './words.ts';

/** Least likeness of two provisions in one place that are read as one, reworded. */
const ALIKE_NEARBY = 0.5;
/** Provisions on either side among which a reworded one is looked for. */
const NEARBY = 24;
/** Least share of word pairs that two provisions have in common, wherever they stand, to be read as one. */
const ALIKE_ANYWHERE = 0.2;
/** Least word pairs in common: what shares fewer shares them by chance. */
const COMMON_AT_LEAST = 3;
/** Word pairs found in more provisions than this tell nothing. */
const RARE_AT_MOST = 24;

/** Pairs like words between the same neighbours: the most alike first. */
export function pairAlikeNearby(pairing: Pairing): void {
  const { before, after, beforeOf, afterOf } = pairing;
  const old = wordsFor(before);
  const current = wordsFor(after);
  for (let a = 0; a < after.length; a += 1) {
    if (beforeOf[a] !== null) continue;
    const words = current(a);
    if (words.length === 0) continue;
    let [best, most] = [-1, ALIKE_NEARBY];
    for (const b of candidatesNear(pairing, a)) {
      if (afterOf[b] !== null || (before[b] as Met).provision.kind !== (after[a] as Met).provision.kind) continue;
      const alike = likeness(old(b), words);
      if (alike > most || (alike === most && best === -1)) [best, most] = [b, alike];
    }
    if (best !== -1) pairing.pair(best, a, Math.min(0.95, 2 * most - 0.6));
  }
}

/** What is alone before the partner of the pair before, and after the partner of the pair after. */
function candidatesNear({ after, before, beforeOf, afterOf }: Pairing, a: number): number[] {
  let previous = a - 1;
  while (previous >= 0 && beforeOf[previous] === null) previous -= 1;
  let next = a + 1;
  while (next < after.length && beforeOf[next] === null) next += 1;
  const found: number[] = [];
  const from = previous < 0 ? -1 : (beforeOf[previous] as number);
  for (let b = from + 1; b < before.length && afterOf[b] === null && b - from <= NEARBY; b += 1) found.push(b);
  const to = next >= after.length ? before.length : (beforeOf[next] as number);
  for (let b = to - 1; b >= 0 && afterOf[b] === null && to - b <= NEARBY; b -= 1) if (!found.includes(b)) found.push(b);
  return found;
}

/**
 * Pairs like words wherever they stand, by the word pairs that they share, as a share of those of the shorter: so the
 * longer half of a split provision finds the whole. The most alike first.
 */
export function pairAlikeAnywhere(pairing: Pairing): void {
  const { before, after, beforeOf, afterOf } = pairing;
  const [old, current] = [alone(afterOf), alone(beforeOf)];
  if (old.length === 0 || current.length === 0) return;
  const places = new Map<string, number[]>();
  const sizes = new Map<number, number>();
  for (const b of old) {
    const own = wordPairsOf((before[b] as Met).provision.text);
    sizes.set(b, own.size);
    for (const two of own) {
      const at = places.get(two);
      if (at === undefined) places.set(two, [b]);
      else at.push(b);
    }
  }
  const found: { b: number; a: number; share: number; common: number }[] = [];
  for (const a of current) {
    const own = wordPairsOf((after[a] as Met).provision.text);
    const counts = new Map<number, number>();
    for (const two of own) {
      const at = places.get(two);
      if (at === undefined || at.length > RARE_AT_MOST) continue;
      for (const b of at) counts.set(b, (counts.get(b) ?? 0) + 1);
    }
    for (const [b, common] of counts) {
      const share = common / Math.max(1, Math.min(own.size, sizes.get(b) ?? 0));
      if (common >= COMMON_AT_LEAST && share >= ALIKE_ANYWHERE) found.push({ b, a, share, common });
    }
  }
  found.sort((x, y) => y.share * Math.sqrt(y.common) - x.share * Math.sqrt(x.common) || x.a - y.a);
  for (const { b, a, share } of found) {
    if (afterOf[b] === null && beforeOf[a] === null) pairing.pair(b, a, Math.min(0.95, 3 * share - 0.4));
  }
}

function wordPairsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const pairs = new Set<string>();
  for (let at = 1; at < words.length; at += 1) pairs.add(`${words[at - 1]} ${words[at]}`);
  return pairs;
}

function wordsFor(walk: readonly Met[]): (at: number) => readonly string[] {
  const kept = new Map<number, readonly string[]>();
  return (at) => {
    const known = kept.get(at) ?? wordsOf((walk[at] as Met).provision.text);
    kept.set(at, known);
    return known;
  };
}
