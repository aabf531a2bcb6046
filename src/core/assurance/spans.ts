import type { Day } from '../kernel/day.ts';
import type { Interval } from '../kernel/interval.ts';
import { lift, runs, type Steps } from '../kernel/steps.ts';
import type { Verdict } from '../obligation/bound-steps.ts';
import type { Span } from './effect.ts';

/** A verdict with the events that would settle it. */
export interface Settling {
  readonly verdict: Verdict;
  readonly awaiting: readonly string[];
}

/** The days in a window on which something holds, or may hold for all that is known. */
export function spansOf(of: Steps<Settling>, window: Interval): Span[] {
  return runs(of, window).flatMap(({ interval, value }) =>
    value.verdict === false ? [] : [{ ...interval, awaiting: value.verdict === true ? [] : value.awaiting }],
  );
}

/** Both hold. */
export function both(a: Settling, b: Settling): Settling {
  if (a.verdict === false || b.verdict === false) return { verdict: false, awaiting: [] };
  if (a.verdict === true && b.verdict === true) return { verdict: true, awaiting: [] };
  return { verdict: 'unknown', awaiting: [...new Set([...a.awaiting, ...b.awaiting])] };
}

/** It does not hold. */
export function not(of: Settling): Settling {
  return of.verdict === 'unknown' ? of : { verdict: !of.verdict, awaiting: [] };
}

/** Either holds. */
export function either(a: Settling, b: Settling): Settling {
  return not(both(not(a), not(b)));
}

/** {@link both}, over days. */
export function bothSteps(a: Steps<Settling>, b: Steps<Settling>): Steps<Settling> {
  return lift([a, b], ([one, other]) => both(one as Settling, other as Settling));
}

/** The first days of the runs of equal value within a window, of several functions together. */
export function edgesWithin(all: readonly Steps<unknown>[], window: Interval): Day[] {
  const days = all.flatMap((one) => one.changes.map((change) => change.from));
  const inside = days.filter((day) => day > window.from && (window.until === null || day < window.until));
  return [...new Set([window.from, ...inside])].sort((a, b) => a - b);
}
