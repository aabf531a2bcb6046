import type { JointEffect } from '../assurance/joint-effect.ts';

/** Whether it matters which of several modifications is made first, pair by pair, and whether their days settle it. */
export function orderSentences({ order }: Pick<JointEffect, 'order'>): readonly string[] {
  if (order.length === 0) return ['They come to the same in whichever order they are made.'];
  return order.map(({ pair: [one, other], obligations, first }) => {
    const on = obligations.map(({ obligation, what }) => `${obligation} (${what.join(', ')})`).join('; ');
    const settled =
      first === null
        ? 'no day settles which is first, and they are taken in the order in which they are named'
        : `${first} comes first by its day`;
    return `It matters whether ${one} or ${other} is made first, on ${on}: ${settled}.`;
  });
}
