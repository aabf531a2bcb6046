import { addDays, type Day, dayOf, partsOf } from './day.ts';

/**
 * What becomes of a month's day that the month counted to does not have (31 January and one month): `end-of-month` its
 * last day, `start-of-next` the first day of the month after it. `keep-end` is `end-of-month`, and the last day of a
 * month stays the last day (28 February and one month is 31 March).
 */
export const MONTH_ROUNDINGS = ['end-of-month', 'start-of-next', 'keep-end'] as const;
/** One of {@link MONTH_ROUNDINGS}. */
export type MonthRounding = (typeof MONTH_ROUNDINGS)[number];

/** The day that is a number of calendar months after (negative: before) a day. Days lie in the years 0 to 9999. */
export function addMonths(start: Day, months: number, rounding: MonthRounding): Day {
  const { year, month, dayOfMonth } = partsOf(start);
  const counted = year * 12 + (month - 1) + months;
  const same = dayOf(Math.floor(counted / 12), (((counted % 12) + 12) % 12) + 1, dayOfMonth);
  const isEnd = partsOf(addDays(start, 1)).month !== month;
  if (same !== null && !(rounding === 'keep-end' && isEnd)) return same;
  const next = firstOfMonth(counted + 1);
  return rounding === 'start-of-next' ? next : addDays(next, -1);
}

function firstOfMonth(counted: number): Day {
  return dayOf(Math.floor(counted / 12), (((counted % 12) + 12) % 12) + 1, 1) as Day;
}
