import type { Amendment } from './amendment.ts';
import type { Conflict } from './amendment-clash.ts';
import { mapAmendment } from './map-amendment.ts';

/** Two amendments of different lists that cannot both be made, each as it stands where they meet. */
export interface Clash extends Conflict {
  readonly ours: Amendment;
  readonly theirs: Amendment;
}

/** Two lists drafted against one text, each as it applies after the other, and where they clash. */
export interface Woven {
  readonly ours: readonly Amendment[];
  readonly theirs: readonly Amendment[];
  readonly clashes: readonly Clash[];
}

/** What people settled of a clash: what is left of either side once the other is made; null when they did not. */
export type Settling = (clash: Clash) => Pick<Woven, 'ours' | 'theirs'> | null;

const UNSETTLED: Settling = () => null;

/**
 * Maps two lists over each other, each amendment over all of the other list as it then stands. Without clashes the two
 * ways meet: `theirs` then the mapped `ours` is `ours` then the mapped `theirs`. What clashes and is not settled is left
 * out of `ours`, so that the rest can be looked at.
 */
export function weave(ours: readonly Amendment[], theirs: readonly Amendment[], settling: Settling = UNSETTLED): Woven {
  const clashes: Clash[] = [];
  const left: Amendment[] = [];
  let others = theirs;
  for (const amendment of ours) {
    const woven = overList([amendment], others, settling, clashes);
    left.push(...woven.ours);
    others = woven.theirs;
  }
  return { ours: left, theirs: others, clashes };
}

type Pair = Pick<Woven, 'ours' | 'theirs'>;

function overList(ours: readonly Amendment[], theirs: readonly Amendment[], settling: Settling, met: Clash[]): Pair {
  let left = ours;
  const others: Amendment[] = [];
  for (const [index, other] of theirs.entries()) {
    if (left.length === 0) return { ours: left, theirs: [...others, ...theirs.slice(index)] };
    const woven = overOne(left, other, settling, met);
    left = woven.ours;
    others.push(...woven.theirs);
  }
  return { ours: left, theirs: others };
}

function overOne(ours: readonly Amendment[], other: Amendment, settling: Settling, met: Clash[]): Pair {
  let others: readonly Amendment[] = [other];
  const left: Amendment[] = [];
  for (const one of ours) {
    const [only] = others;
    const woven =
      others.length === 1 && only !== undefined
        ? crossed(one, only, settling, met)
        : overList([one], others, settling, met);
    left.push(...woven.ours);
    others = woven.theirs;
  }
  return { ours: left, theirs: others };
}

function crossed(ours: Amendment, theirs: Amendment, settling: Settling, met: Clash[]): Pair {
  const mapped = mapAmendment(ours, theirs);
  const back = mapped.ok ? mapAmendment(theirs, ours) : mapped;
  if (mapped.ok && back.ok) return { ours: mapped.amendments, theirs: back.amendments };
  const conflict = mapped.ok ? back : mapped;
  if (conflict.ok) return { ours: [], theirs: [theirs] };
  const clash = { ...conflict.conflict, ours, theirs };
  const settled = settling(clash);
  if (settled !== null) return settled;
  met.push(clash);
  return { ours: [], theirs: [theirs] };
}
