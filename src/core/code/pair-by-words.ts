import { pairAlikeAnywhere, pairAlikeNearby } from './pair-alike.ts';
import { alone, type Pairing } from './pairing.ts';
import type { Met } from './tree.ts';

/**
 * How sure a pairing is: the share of pairs that were right where the truth was known, as `bench/redline.ts` prints it,
 * rounded down. Words that are equal and stand once in each text are as good as an identity; of several that are equal
 * and stand nowhere in particular any may be the one.
 */
const SURE = { once: 0.99, beside: 0.95, under: 0.9, children: 0.9 } as const;

/**
 * Pairs what no identity pairs. In order: equal words that stand once in each text; what is beside or under a pair and
 * has equal words; like words between the same neighbours; like words anywhere; what holds the most of the same
 * children; and last, of equal words that stand several times, the first with the first.
 */
export function pairByWords(pairing: Pairing): void {
  if (!pairing.beforeOf.includes(null) || !pairing.afterOf.includes(null)) return;
  const { before, after } = pairing;
  // what only its references tell apart is told apart by them first
  pairUnique(pairing, { before: (b) => wordsAt(before, b), after: (a) => wordsAt(after, a) });
  const keys: Keys = { before: keysOf(before), after: keysOf(after) };
  pairUnique(pairing, keys);
  settle(pairing, keys);
  pairAlikeNearby(pairing);
  pairAlikeAnywhere(pairing);
  settle(pairing, keys);
  pairUnder(
    pairing,
    keys,
    () => -1,
    (several) => 1 / several,
  );
}

/** The words of a provision by index: as they are, or without the references in them; '' where there are none. */
interface Keys {
  readonly before: (b: number) => string;
  readonly after: (a: number) => string;
}

function settle(pairing: Pairing, keys: Keys): void {
  pairByChildren(pairing);
  pairBeside(pairing, keys);
  pairUnder(
    pairing,
    keys,
    (a) => pairing.parentAfter[a] ?? null,
    () => SURE.under,
  );
}

const REFERENCE = /[A-Z]{0,2}\d+(?:\.\d+)+[A-Z]?|[A-Z]{1,2}\d+|\([0-9a-z]{1,4}\)/g;

/** Each read once, when it is asked for: most provisions find their partner by their words as they are. */
function keysOf(walk: readonly Met[]): (at: number) => string {
  const known: string[] = [];
  return (at) => {
    known[at] ??= wordsAt(walk, at).replace(REFERENCE, '#');
    return known[at];
  };
}

function wordsAt(walk: readonly Met[], at: number): string {
  const { heading, text } = (walk[at] as Met).provision;
  return heading === null ? text : `${heading}\n${text}`;
}

/** Equal words that stand once in each text. */
function pairUnique(pairing: Pairing, keys: Keys): void {
  const [old, current] = [onceOf(alone(pairing.afterOf), keys.before), onceOf(alone(pairing.beforeOf), keys.after)];
  for (const [key, a] of current) {
    const b = old.get(key);
    if (a !== -1 && b !== undefined && b !== -1) pairing.pair(b, a, SURE.once);
  }
}

/** By words: where they stand, -1 when more than once. */
function onceOf(indices: readonly number[], keyOf: (at: number) => string): Map<string, number> {
  const once = new Map<string, number>();
  for (const at of indices) {
    const key = keyOf(at);
    if (key !== '') once.set(key, once.has(key) ? -1 : at);
  }
  return once;
}

/** From each pair outwards, as long as both neighbours have equal words and nobody else. */
function pairBeside(pairing: Pairing, keys: Keys): void {
  const { before, after, beforeOf, afterOf, pair } = pairing;
  for (const step of [1, -1]) {
    const start = step === 1 ? 0 : after.length - 1;
    for (let a = start; a >= 0 && a < after.length; a += step) {
      const b = beforeOf[a] ?? null;
      if (b === null || beforeOf[a + step] !== null || afterOf[b + step] !== null) continue;
      const [next, other] = [after[a + step] as Met, before[b + step] as Met];
      if (next.provision.kind !== other.provision.kind || keys.after(a + step) !== keys.before(b + step)) continue;
      pair(b + step, a + step, SURE.beside);
    }
  }
}

/** Equal words in order within one group of the after-text and the group of the before-text that is its partner. */
function pairUnder(
  pairing: Pairing,
  keys: Keys,
  groupOf: (a: number) => number | null,
  sure: (several: number) => number,
): void {
  const { beforeOf, afterOf, parentBefore } = pairing;
  const everywhere = groupOf(0) === -1;
  const waiting = new Map<string, number[]>();
  for (const b of alone(afterOf)) {
    const key = `${everywhere ? -1 : parentBefore[b]} ${keys.before(b)}`;
    const same = waiting.get(key);
    if (same === undefined) waiting.set(key, [b]);
    else same.push(b);
  }
  const taken = new Map<string, number>();
  for (const a of alone(beforeOf)) {
    const group = groupOf(a);
    const partner = everywhere || group === null ? group : beforeOf[group];
    if (partner === undefined || (everywhere && keys.after(a) === '')) continue;
    const key = `${partner} ${keys.after(a)}`;
    const at = taken.get(key) ?? 0;
    const same = waiting.get(key) ?? [];
    const b = same[at];
    if (b === undefined || !sameKind(pairing, b, a)) continue;
    taken.set(key, at + 1);
    pairing.pair(b, a, sure(same.length));
  }
}

/** What has most of the children of another: deepest first, so that pairs go up. */
function pairByChildren(pairing: Pairing): void {
  const { beforeOf, afterOf, parentBefore, parentAfter } = pairing;
  const votes = new Map<number, Map<number, number>>();
  for (let a = beforeOf.length - 1; a >= 0; a -= 1) {
    const own = votes.get(a);
    if (beforeOf[a] === null && own !== undefined) {
      const [best] = [...own]
        .filter(([b]) => afterOf[b] === null && sameKind(pairing, b, a))
        .sort((x, y) => y[1] - x[1]);
      if (best !== undefined) pairing.pair(best[0], a, SURE.children);
    }
    const [b, above] = [beforeOf[a] ?? null, parentAfter[a] ?? null];
    const aboveBefore = b === null ? null : (parentBefore[b] ?? null);
    if (above === null || aboveBefore === null || beforeOf[above] !== null) continue;
    const counts = votes.get(above) ?? new Map<number, number>();
    counts.set(aboveBefore, (counts.get(aboveBefore) ?? 0) + 1);
    votes.set(above, counts);
  }
}

function sameKind({ before, after }: Pairing, b: number, a: number): boolean {
  return (before[b] as Met).provision.kind === (after[a] as Met).provision.kind;
}
