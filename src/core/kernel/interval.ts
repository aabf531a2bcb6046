import { type Day, formatDay } from './day.ts';

/** Half-open days `[from, until)`; `until` null runs on without an end. Never empty. */
export interface Interval {
  readonly from: Day;
  readonly until: Day | null;
}

/** The interval, or null when it would hold no day. */
export function interval(from: Day, until: Day | null): Interval | null {
  return until !== null && until <= from ? null : { from, until };
}

/** Whether the day lies in the interval. */
export function contains(within: Interval, on: Day): boolean {
  return within.from <= on && (within.until === null || on < within.until);
}

/** Days shared by both, or null. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const until = a.until === null ? b.until : b.until === null ? a.until : (Math.min(a.until, b.until) as Day);
  return interval(Math.max(a.from, b.from) as Day, until);
}

/** Number of days, or null when the interval has no end. */
export function lengthInDays(value: Interval): number | null {
  return value.until === null ? null : value.until - value.from;
}

/** `[2018-07-18, 2018-11-08)`, or `[2018-07-18, …)`. */
export function formatInterval(value: Interval): string {
  return `[${formatDay(value.from)}, ${value.until === null ? '…' : formatDay(value.until)})`;
}
