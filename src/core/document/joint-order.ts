import type { Clash, ClashOrder } from '../assurance/clash.ts';
import type { JointEffect } from '../assurance/joint-effect.ts';

/**
 * Which obligations several modifications both touch and what is left of each change in either order; then whether it
 * matters which of them is made first, pair by pair, and whether their days settle it.
 */
export function orderSentences({ order, clashes }: Pick<JointEffect, 'order' | 'clashes'>): readonly string[] {
  return [...clashes.map(clashSentence), ...(order.length > 0 ? order.map(orderSentence) : sameSentences(clashes))];
}

/** Whether there is a clash or an order of which a reader is to be warned. */
export function isOrderTold({ order, clashes }: Pick<JointEffect, 'order' | 'clashes'>): boolean {
  return order.length > 0 || clashes.length > 0;
}

function clashSentence({ pair: [one, other], obligation, provision, orders }: Clash): string {
  const [first, second] = orders;
  return `${one} and ${other} both touch ${provision} (${obligation}). ${madeFirst(first, other)} ${madeFirst(second, one)}`;
}

function madeFirst({ first, stands, void: gone }: ClashOrder, second: string): string {
  const left = gone.map(({ modification, what }) =>
    modification === first
      ? `what it changes (${what.join(', ')}) is void from when ${second} is made`
      : `what ${second} changes (${what.join(', ')}) is void`,
  );
  const end = stands ? '' : ', and the obligation is gone once both are made';
  return `If ${first} is made first, ${left.join('; ') || 'both changes hold'}${end}.`;
}

function sameSentences(clashes: readonly Clash[]): readonly string[] {
  if (clashes.length === 0) return ['They come to the same in whichever order they are made.'];
  const open = clashes.filter(({ same }) => !same).map(({ provision }) => provision);
  if (open.length === 0) return ['What stands in the end is the same in whichever order they are made.'];
  return [`What stands in the end depends on which is made first, on ${[...new Set(open)].join(', ')}.`];
}

function orderSentence({ pair: [one, other], obligations, first }: JointEffect['order'][number]): string {
  const on = obligations.map(({ obligation, what }) => `${obligation} (${what.join(', ')})`).join('; ');
  const settled =
    first === null
      ? 'no day settles which is first, and they are taken in the order in which they are named'
      : `${first} comes first by its day`;
  return `It matters whether ${one} or ${other} is made first, on ${on}: ${settled}.`;
}
