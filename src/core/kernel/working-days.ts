import { addDays, type Day, weekdayOf } from './day.ts';

/** A day off, and whether it has been proclaimed or is projected from the pattern of earlier years. */
export interface Holiday {
  readonly day: Day;
  readonly name: string;
  readonly status: 'proclaimed' | 'projected';
}

/** The bank holidays of a division, as a dated snapshot that covers the years from `from` until `until`. */
export interface Calendar {
  readonly id: string;
  readonly title: string;
  readonly from: Day;
  readonly until: Day;
  readonly holidays: ReadonlyMap<Day, Holiday>;
}

/** Not a Saturday, a Sunday or a holiday of the calendar. Throws RangeError for a day that the snapshot does not cover. */
export function isWorkingDay(calendar: Calendar, on: Day): boolean {
  if (on < calendar.from || on >= calendar.until) throw new RangeError(`${calendar.id} does not cover the day`);
  return weekdayOf(on) < 6 && !calendar.holidays.has(on);
}

/** The first Working Day on or after a day. */
export function workingDayFrom(calendar: Calendar, on: Day): Day {
  let at = on;
  while (!isWorkingDay(calendar, at)) at = addDays(at, 1);
  return at;
}

/**
 * The day that is `count` Working Days after (negative: before) a day. With `countFirst` the day itself, when a Working
 * Day, is the first of them; without it counting starts on the next day. `count` 0 is the day itself.
 */
export function addWorkingDays(calendar: Calendar, start: Day, count: number, countFirst = false): Day {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  if (countFirst && left > 0 && isWorkingDay(calendar, start)) left -= 1;
  let at = start;
  while (left > 0) {
    at = addDays(at, step);
    if (isWorkingDay(calendar, at)) left -= 1;
  }
  return at;
}

/** Working Days from `start` to `end`, the last day counted and the first counted only when asked. Negative backwards. */
export function workingDaysBetween(calendar: Calendar, start: Day, end: Day, countFirst = false): number {
  if (end < start) return -workingDaysBetween(calendar, end, start, countFirst);
  let count = countFirst && isWorkingDay(calendar, start) ? 1 : 0;
  for (let at = addDays(start, 1); at <= end; at = addDays(at, 1)) if (isWorkingDay(calendar, at)) count += 1;
  return count;
}
