import type { Day } from '../kernel/day.ts';
import { type Interval, intersect } from '../kernel/interval.ts';
import { lift, mapSteps, type Steps, steps, valueOn } from '../kernel/steps.ts';
import type { Asked, Worded } from '../obligation/asked.ts';
import { type Bound, boundOn, boundSteps } from '../obligation/bound-steps.ts';
import type { Knowledge } from '../obligation/knowledge.ts';
import type { Obligation } from '../obligation/obligation.ts';
import { concerns, isEverBorne, type Subject } from '../obligation/subject.ts';
import { coursesOf } from './courses.ts';
import { boundUnder, boundUnderOn } from './duty-on-subject.ts';
import type { Span } from './effect.ts';
import { both, edgesWithin, either, type Settling, spansOf } from './spans.ts';

/** Duties of other instruments that stand in for a duty, one list for each fuel of the subject. */
export function coverOf(
  duty: Pick<Obligation, 'id'>,
  subject: Subject,
  category: Asked['category'],
  all: readonly Worded[],
): Worded[][] {
  const covering = all.filter(
    ({ obligation }) =>
      obligation.covers.includes(duty.id) && isEverBorne(obligation, category) && concerns(obligation, subject),
  );
  const fuels = subject.fuel === 'dual' ? (['electricity', 'gas'] as const) : [subject.fuel];
  return fuels.map((fuel) => covering.filter(({ obligation }) => (obligation.fuel ?? fuel) === fuel));
}

/** Whether the cover is whole, over days: for every fuel, one of its duties binds. */
export function coveredSteps(cover: readonly Worded[][], asked: Asked): Steps<Settling> {
  const fuels = cover.map((fuel) =>
    lift(
      fuel.map((worded) => settlingSteps(boundSteps(worded, asked))),
      (all) => all.reduce(either, NO),
    ),
  );
  return lift(fuels, (all) => (all.length === 0 ? NO : all.reduce(both, YES)));
}

/** {@link coveredSteps} on one day. */
function coveredOnDay(cover: readonly Worded[][], asked: Asked, on: Day): Settling {
  const fuels = cover.map((fuel) => fuel.map((worded) => settlingOf(boundOn(worded, asked, on))).reduce(either, NO));
  return fuels.length === 0 ? NO : fuels.reduce(both, YES);
}

/**
 * Days in a window on which neither a duty (the duties that stand one after the other under its id) nor its cover binds the subject although it is operated. Where something is
 * unknown, every course of events that fits what is known is tried: a day is a gap for certain when all of them leave
 * it open, and a possible one when some do.
 */
export function gapSpans(
  phases: readonly Worded[],
  cover: readonly Worded[][],
  asked: Asked,
  window: Interval,
): Span[] {
  const { operatedFrom, operatedUntil = null } = asked.subject;
  const operated = intersect({ from: operatedFrom, until: operatedUntil }, window);
  if (operated === null) return [];
  const known = lift([settlingSteps(boundUnder({ phases }, asked)), coveredSteps(cover, asked)], ([a, b]) =>
    either(a as Settling, b as Settling),
  );
  const coveredOn = (knowledge: Knowledge, on: Day): Settling => {
    const under = { ...asked, knowledge };
    return either(settlingOf(boundUnderOn({ phases }, under, on)), coveredOnDay(cover, under, on));
  };
  const gapOn = (on: Day): Settling => {
    const { verdict, awaiting } = valueOn(known, on);
    if (verdict !== 'unknown') return verdict ? NO : YES;
    const courses = coursesOf(awaiting, on, asked);
    const open = courses.filter((course) => coveredOn(course, on).verdict !== true).length;
    if (open === 0) return NO;
    return open === courses.length ? YES : { verdict: 'unknown', awaiting };
  };
  const gaps = edgesWithin([known], operated).map((from) => ({ from, value: gapOn(from) }));
  return spansOf(steps(NO, gaps), operated);
}

/** Verdicts of bound steps with the events that they wait for. */
export function settlingSteps(of: Steps<Pick<Bound, 'bound' | 'awaiting'>>): Steps<Settling> {
  return mapSteps(of, settlingOf);
}

function settlingOf({ bound, awaiting }: Pick<Bound, 'bound' | 'awaiting'>): Settling {
  return { verdict: bound, awaiting };
}

const NO: Settling = { verdict: false, awaiting: [] };
const YES: Settling = { verdict: true, awaiting: [] };
