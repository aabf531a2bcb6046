import { type Interval, intersect } from '../kernel/interval.ts';
import type { Verdict } from '../obligation/bound-steps.ts';
import type { BoundRun, GroupEffect, PartyEffect } from './effect.ts';

/** The duties of a party, or of one group of its systems. */
type Touched = Pick<PartyEffect, 'groups'>;

/** Whether it comes to bear a duty on days on which it would not, or no longer bears one; what is not settled may come to what its two worlds leave open. */
export function gainsOrLoses({ groups }: Touched, kinds: readonly ('gained' | 'lost')[]): Verdict {
  const all = groups.flatMap((group) => group.difference.map(({ change, interval }) => ({ group, change, interval })));
  const isSettled = all.some(({ change }) => (kinds as readonly string[]).includes(change));
  const isOpen = all.some(
    ({ group, change, interval }) => change === 'unsettled' && kinds.some((kind) => mayCome(kind, group, interval)),
  );
  return isSettled || (isOpen && 'unknown');
}

/** Whether something of a duty that it bears in both worlds is not the same, its words alone left aside. */
export function owesOtherwise({ groups }: Touched): boolean {
  return groups.some((group) => group.otherwise.some(({ what }) => what.some((one) => one !== 'words')));
}

/** Whether a duty binds it in both worlds in other words, on some day, whatever else of that duty differs. */
export function boundInOtherWords({ groups }: Touched): Verdict {
  if (groups.some((group) => group.otherwise.some(({ what }) => what.includes('words')))) return true;
  return groups.some(mayBindInOtherWords) && 'unknown';
}

/** Whether it comes under a duty, is freed from one or owes one otherwise. */
export function isTouched(of: Touched): Verdict {
  return owesOtherwise(of) || gainsOrLoses(of, ['gained', 'lost']);
}

function mayCome(kind: 'gained' | 'lost', group: GroupEffect, within: Interval): boolean {
  const [mayNot, may] = kind === 'gained' ? [group.without, group.with] : [group.with, group.without];
  const parts = (runs: readonly BoundRun[], bound: boolean) =>
    runs.flatMap((run) => (run.bound === !bound ? [] : (intersect(run.interval, within) ?? [])));
  const bound = parts(may, true);
  return parts(mayNot, false).some((free) => bound.some((one) => intersect(free, one) !== null));
}

function mayBindInOtherWords({ without, with: withIt }: GroupEffect): boolean {
  const may = (runs: readonly BoundRun[]) => runs.filter(({ bound }) => bound !== false);
  return may(without).some((before) =>
    may(withIt).some(
      (after) =>
        (before.bound === 'unknown' || after.bound === 'unknown') &&
        before.version !== after.version &&
        intersect(before.interval, after.interval) !== null,
    ),
  );
}
