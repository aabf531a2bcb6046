import type { Met } from './tree.ts';

/** Two walks while their provisions are being paired. Local to one call; never shared. */
export interface Pairing {
  readonly before: readonly Met[];
  readonly after: readonly Met[];
  readonly beforeOf: (number | null)[];
  readonly afterOf: (number | null)[];
  readonly confidence: (number | null)[];
  /** By index: the index of the provision that it is under, null at the top. */
  readonly parentBefore: readonly (number | null)[];
  readonly parentAfter: readonly (number | null)[];
  readonly pair: (b: number, a: number, confidence: number) => void;
}

/** Nothing paired yet. */
export function openPairing(before: readonly Met[], after: readonly Met[]): Pairing {
  const beforeOf = new Array<number | null>(after.length).fill(null);
  const afterOf = new Array<number | null>(before.length).fill(null);
  const confidence = new Array<number | null>(after.length).fill(null);
  const pair = (b: number, a: number, sure: number): void => {
    beforeOf[a] = b;
    afterOf[b] = a;
    confidence[a] = sure;
  };
  const [parentBefore, parentAfter] = [parentsOf(before), parentsOf(after)];
  return { before, after, beforeOf, afterOf, confidence, parentBefore, parentAfter, pair };
}

/** Indices of what has no partner. */
export function alone(partners: readonly (number | null)[]): number[] {
  const indices: number[] = [];
  for (let at = 0; at < partners.length; at += 1) if (partners[at] === null) indices.push(at);
  return indices;
}

function parentsOf(walk: readonly Met[]): (number | null)[] {
  const above: number[] = [];
  const parents: (number | null)[] = [];
  for (let at = 0; at < walk.length; at += 1) {
    const { depth } = walk[at] as Met;
    parents.push(depth === 0 ? null : (above[depth - 1] ?? null));
    above[depth] = at;
  }
  return parents;
}
