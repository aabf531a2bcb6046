import type { OpenConflictClass } from './conflict.ts';
import { kindsThatSettle, type Resolution } from './resolution.ts';

/** What follows from making one of two first, as a sentence. */
export function writeOrder(kind: OpenConflictClass, first: string, second: string): string {
  switch (kind) {
    case 'same-words':
      return `${first} is made first; of the words that both change those of ${second} hold.`;
    case 'same-place':
      return `What ${first} puts there stands first, what ${second} puts there behind it.`;
    case 'repeal-against-edit':
    case 'nested-repeal':
      return `${first} is made first; the repeal holds, whichever of the two it is.`;
    default:
      return `${first} is made first; both texts stay as they are drafted, and ${second} answers for what its words then mean.`;
  }
}

/** What was settled, each with its sentence: what is for one order only first, then what is for whichever is left. */
export function writeResolutions<R extends { readonly resolution: Resolution }>(
  kind: OpenConflictClass,
  settled: readonly R[],
  pair: readonly [string, string],
): readonly { readonly settled: R; readonly sentence: string }[] {
  const [contingent, others] = [true, false].map((is) =>
    settled.filter(({ resolution }) => (resolution.kind === 'contingent') === is),
  ) as [R[], R[]];
  return [...contingent, ...others].map((one) => {
    const sentence = writeResolution(kind, one.resolution, pair);
    const isLeft = one.resolution.kind !== 'contingent' && contingent.length > 0;
    const isAlone = one.resolution.kind === 'contingent' && settled.length === 1;
    return {
      settled: one,
      sentence: `${isLeft ? 'Otherwise: ' : ''}${sentence}${isAlone ? ' For the other order nothing is settled.' : ''}`,
    };
  });
}

/** One thing that was settled, as a sentence; `pair` are the two modifications. */
export function writeResolution(
  kind: OpenConflictClass,
  resolution: Resolution,
  [one, other]: readonly [string, string],
): string {
  switch (resolution.kind) {
    case 'order':
      return writeOrder(kind, resolution.first, resolution.first === one ? other : one);
    case 'merged-text':
      return 'Once both are in force, the provision reads as below, whichever comes first.';
    case 'contingent': {
      const holder = resolution.on === one ? other : one;
      return `If ${resolution.on} is in force before ${holder}, another legal text of ${holder} holds.`;
    }
  }
}

/** Why no contingent text can settle a conflict with a modification that takes effect in parts, and what can instead. */
export function noContingent(kind: OpenConflictClass, inParts: string): string {
  const ways = kindsThatSettle(kind, true).map((one) => (one === 'order' ? 'an order' : 'a merged text'));
  const instead = ways.length === 0 ? 'draft one of the two texts anew' : `give ${ways.join(' or ')}`;
  return `A contingent text does not say which part each amendment belongs to, and ${inParts} takes effect in parts; ${instead} instead.`;
}
