import type { Day } from '../kernel/day.ts';
import type { Interval } from '../kernel/interval.ts';
import { lift, runs, sameValue, steps, valueOn } from '../kernel/steps.ts';
import type { Asked } from '../obligation/asked.ts';
import { AMENDABLE } from '../obligation/obligation-change.ts';
import { answerOf } from './bound-runs.ts';
import { coursesOf } from './courses.ts';
import { boundUnderOn, type DutyOnSubject, type PhasedBound } from './duty-on-subject.ts';
import type { Clause, GroupEffect, OtherwiseOwed } from './effect.ts';
import { edgesWithin } from './spans.ts';

type Change = GroupEffect['difference'][number]['change'];

/** A duty in one world, and whether it binds there. */
type InWorld = Pick<DutyOnSubject, 'phases' | 'bound'>;

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
      const under = (duty: InWorld) => boundUnderOn(duty, { ...asked, knowledge }, on);
      return changeOf(under(without), under(withIt));
    });
    const [first = null] = changes;
    return changes.every((one) => one === first) ? first : 'unsettled';
  };
  const changes = edgesWithin([without.bound, withIt.bound], window).map((from) => ({ from, value: changeOn(from) }));
  return runs(steps<Change | null>(null, changes), window).flatMap(({ interval, value }) =>
    value === null ? [] : [{ interval, change: value, clause: clauseOn(without, withIt, asked, interval.from) }],
  );
}

/** The days in a window on which a duty binds the subject in both worlds, and is not the same duty or in other words. */
export function otherwiseOwed(without: InWorld, withIt: InWorld, asked: Asked, window: Interval): OtherwiseOwed[] {
  const what = lift<PhasedBound, readonly string[]>([without.bound, withIt.bound], ([before, after]) =>
    before?.bound === true && after?.bound === true ? whatDiffers(without, before, withIt, after) : [],
  );
  return runs(what, window).flatMap(({ interval, value }) =>
    value.length === 0 ? [] : [{ interval, what: value, clause: clauseOn(without, withIt, asked, interval.from) }],
  );
}

function whatDiffers(without: InWorld, before: PhasedBound, withIt: InWorld, after: PhasedBound): string[] {
  const [old, new_] = [without.phases[before.phase ?? 0], withIt.phases[after.phase ?? 0]];
  if (old === undefined || new_ === undefined) return [];
  const [oldWords, newWords] = [old.words[before.words ?? 0], new_.words[after.words ?? 0]];
  return [
    ...(oldWords?.wording === newWords?.wording ? [] : ['words']),
    ...AMENDABLE.filter((field) => !sameValue(old.obligation[field], new_.obligation[field])),
  ];
}

/** What decides on a day in each world. */
function clauseOn(without: InWorld, withIt: InWorld, asked: Asked, on: Day): Clause {
  const of = ({ phases, bound }: InWorld) => {
    const value = valueOn(bound, on);
    const { version, reason } = answerOf(phases, value, asked);
    const provision = phases[value.phase ?? 0]?.obligation.provision ?? null;
    return { provision, version, reason };
  };
  return { without: of(without), with: of(withIt) };
}

function changeOf(before: PhasedBound, after: PhasedBound): Change | null {
  if (before.bound === after.bound) return null;
  if (before.bound === 'unknown' || after.bound === 'unknown') return 'unsettled';
  return after.bound ? 'gained' : 'lost';
}
