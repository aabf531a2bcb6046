import type { Day } from '../kernel/day.ts';
import type { Interval } from '../kernel/interval.ts';
import { runs, type Steps, steps, valueOn } from '../kernel/steps.ts';
import type { Asked, Worded } from '../obligation/asked.ts';
import { type Bound, boundSteps } from '../obligation/bound-steps.ts';
import { coursesOf } from './courses.ts';
import type { GroupEffect } from './effect.ts';
import { edgesWithin } from './spans.ts';

type Change = GroupEffect['difference'][number]['change'];

/** A duty in one world, and whether it binds there. */
interface InWorld {
  readonly worded: Worded;
  readonly bound: Steps<Bound>;
}

/**
 * The days in a window on which a duty binds the subject in one world and not in the other. Unsettled are the days on
 * which some course of events makes a difference and another does not, or makes the opposite one.
 */
export function differenceOf(
  without: InWorld,
  withIt: InWorld,
  asked: Asked,
  window: Interval,
): GroupEffect['difference'] {
  const changeOn = (on: Day): Change | null => {
    const [before, after] = [valueOn(without.bound, on), valueOn(withIt.bound, on)];
    if (before.bound !== 'unknown' && after.bound !== 'unknown') return changeOf(before, after);
    const awaiting = [...new Set([...before.awaiting, ...after.awaiting])];
    const changes = coursesOf(awaiting, on, asked).map((knowledge) => {
      const under = ({ worded }: InWorld) => valueOn(boundSteps(worded, { ...asked, knowledge }), on);
      return changeOf(under(without), under(withIt));
    });
    const [first = null] = changes;
    return changes.every((one) => one === first) ? first : 'unsettled';
  };
  const changes = edgesWithin([without.bound, withIt.bound], window).map((from) => ({ from, value: changeOn(from) }));
  return runs(steps<Change | null>(null, changes), window).flatMap(({ interval, value }) =>
    value === null ? [] : [{ interval, change: value }],
  );
}

function changeOf(before: Bound, after: Bound): Change | null {
  if (before.bound === after.bound) return null;
  if (before.bound === 'unknown' || after.bound === 'unknown') return 'unsettled';
  return after.bound ? 'gained' : 'lost';
}
