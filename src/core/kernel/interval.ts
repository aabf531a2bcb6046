import { addDays, type Day, formatDay, writeDay } from './day.ts';

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

/** `on 18 July 2018`, `from 18 July 2018 to 7 November 2018`, or `from 18 July 2018 on`. */
export function intervalInWords({ from, until }: Interval): string {
  if (until === null) return `from ${writeDay(from)} on`;
  const last = addDays(until, -1);
  return last === from ? `on ${writeDay(from)}` : `from ${writeDay(from)} to ${writeDay(last)}`;
}

/** `[2018-07-18, 2018-11-08)`, or `[2018-07-18, …)`. */
export function formatInterval(value: Interval): string {
  return `[${formatDay(value.from)}, ${value.until === null ? '…' : formatDay(value.until)})`;
}
