import type { Citation } from './citation.ts';
import { addDays, type Day, formatDay, weekdayOf } from './day.ts';

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
  /** The day as of which holidays are proclaimed or projected. */
  readonly snapshotOn: Day;
  readonly citation: Citation;
  readonly holidays: ReadonlyMap<Day, Holiday>;
}

/** Whether the snapshot speaks of the day. The other functions throw RangeError outside it: ask first. */
export function coversDay(calendar: Calendar, on: Day): boolean {
  return calendar.from <= on && on < calendar.until;
}

/** Not a Saturday, a Sunday or a holiday of the calendar. Throws RangeError for a day that the snapshot does not cover. */
export function isWorkingDay(calendar: Calendar, on: Day): boolean {
  if (!coversDay(calendar, on)) throw new RangeError(`calendar ${calendar.id} does not cover ${formatDay(on)}`);
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
 * Day, is the first of them; without it counting starts on the next day. `count` 0 is the day itself. Throws RangeError
 * when the count runs out of the snapshot.
 */
export function addWorkingDays(calendar: Calendar, start: Day, count: number, countFirst = false): Day {
  const found = findWorkingDay(calendar, start, count, countFirst);
  if (found === null) throw new RangeError(`calendar ${calendar.id} does not cover ${count} Working Days from the day`);
  return found;
}

/** As {@link addWorkingDays}, with null where the count starts outside the snapshot or runs out of it. */
export function findWorkingDay(calendar: Calendar, start: Day, count: number, countFirst = false): Day | null {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let at = start;
  if (countFirst && left > 0 && coversDay(calendar, at) && isWorkingDay(calendar, at)) left -= 1;
  while (left > 0 && coversDay(calendar, at)) {
    at = addDays(at, step);
    if (coversDay(calendar, at) && isWorkingDay(calendar, at)) left -= 1;
  }
  return coversDay(calendar, at) ? at : null;
}

/**
 * Working Days counted from `start` until `end`: the last day is counted, the first only when asked. Counting backwards
 * is negative, so that without the first day it undoes {@link addWorkingDays} in both directions.
 */
export function workingDaysBetween(calendar: Calendar, start: Day, end: Day, countFirst = false): number {
  const step = end < start ? -1 : 1;
  let count = countFirst && isWorkingDay(calendar, start) ? step : 0;
  for (let at = start; at !== end; ) {
    at = addDays(at, step);
    if (isWorkingDay(calendar, at)) count += step;
  }
  return count;
}

/** Holidays of the calendar from one day to another, both included, that were only projected; in day order. */
export function projectedHolidays(calendar: Calendar, from: Day, to: Day): Holiday[] {
  return [...calendar.holidays.values()]
    .filter((holiday) => holiday.status === 'projected' && from <= holiday.day && holiday.day <= to)
    .sort((a, b) => a.day - b.day);
}
