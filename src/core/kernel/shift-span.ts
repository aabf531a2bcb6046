import { addDays, type Day, formatDay } from './day.ts';
import { addMonths, type MonthRounding } from './months.ts';
import { type Calendar, coversDay, findWorkingDay } from './working-days.ts';

/** Days between which something lies, both included: equal when settled, infinite where nothing bounds it or it never is. */
export interface Span {
  readonly earliest: number;
  readonly latest: number;
  /** What would settle it. */
  readonly awaiting: readonly string[];
}

/** A span so many months later. */
export function shiftMonths(base: Span, months: number, rounding: MonthRounding): Span {
  const move = (day: number) => (Number.isFinite(day) ? addMonths(day as Day, months, rounding) : day);
  return { ...base, earliest: move(base.earliest), latest: move(base.latest) };
}

/**
 * A span so many Working Days later (negative: earlier). Where the count leaves the calendar the day is not known, only
 * what bounds it, and the span awaits the holidays of those years.
 */
export function shiftWorkingDays(base: Span, count: number, id: string, calendar: Calendar | undefined): Span {
  if (count === 0) return base;
  const bounds = [base.earliest, base.latest].map((day) => boundsOf(day, count, calendar));
  const [first, last] = bounds as [Bounds, Bounds];
  const isKnown = bounds.every(({ exact }) => exact);
  return {
    earliest: first.earliest,
    latest: last.latest,
    awaiting: isKnown ? base.awaiting : [...new Set([...base.awaiting, holidaysMissing(id, calendar)])],
  };
}

/** What an answer awaits that needs Working Days outside a calendar, in words. */
function holidaysMissing(id: string, calendar: Calendar | undefined): string {
  if (calendar === undefined) return `the holidays of a calendar "${id}", which is not there`;
  const { from, until } = calendar;
  return `the holidays of the calendar "${id}" before ${formatDay(from)} or from ${formatDay(until)} on`;
}

interface Bounds {
  readonly earliest: number;
  readonly latest: number;
  readonly exact: boolean;
}

function boundsOf(day: number, count: number, calendar: Calendar | undefined): Bounds {
  if (!Number.isFinite(day)) return { earliest: day, latest: day, exact: true };
  const start = day as Day;
  const found = calendar === undefined ? null : findWorkingDay(calendar, start, count);
  if (found !== null) return { earliest: found, latest: found, exact: true };
  // a Working Day takes at least one day, and days keep their order, so that the edge of the calendar bounds what lies beyond
  const least = addDays(start, count);
  if (calendar === undefined) return count > 0 ? from(least) : until(least);
  const { from: first, until: end } = calendar;
  if (count > 0)
    return start < first ? { ...from(least), latest: edge(calendar, first, count) } : from(Math.max(least, end));
  return start >= end
    ? { ...until(least), earliest: edge(calendar, addDays(end, -1), count) }
    : until(Math.min(least, first - 1));
}

function edge(calendar: Calendar, at: Day, count: number): number {
  const found = coversDay(calendar, at) ? findWorkingDay(calendar, at, count) : null;
  return found ?? (count > 0 ? Infinity : -Infinity);
}

function from(earliest: number): Bounds {
  return { earliest, latest: Infinity, exact: false };
}

function until(latest: number): Bounds {
  return { earliest: -Infinity, latest, exact: false };
}
