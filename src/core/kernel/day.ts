/** A legal day: whole days since 1970-01-01 in the civil calendar of Great Britain. No time of day, no zone. */
export type Day = number & { readonly __day: unique symbol };

const MS_PER_DAY = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day a year, month (1–12) and day of month name, or null when the calendar has no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, dayOfMonth);
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === dayOfMonth;
  return exists ? (Math.round(at.getTime() / MS_PER_DAY) as Day) : null;
}

/** Reads `YYYY-MM-DD`; null when the text is not a day of the calendar. */
export function parseDay(text: string): Day | null {
  const match = ISO_DAY.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** A day written in a program. Throws RangeError on a text that is no day: that is a bug, not input. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`"${text}" is not a day (YYYY-MM-DD)`);
  return parsed;
}

/** `YYYY-MM-DD`. */
export function formatDay(value: Day): string {
  return new Date(value * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Calendar days later (or, negative, earlier). */
export function addDays(value: Day, days: number): Day {
  return (value + days) as Day;
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(value: Day): number {
  return ((((value + 3) % 7) + 7) % 7) + 1;
}

/** Year, month (1–12) and day of month. */
export function partsOf(value: Day): { year: number; month: number; dayOfMonth: number } {
  const at = new Date(value * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, dayOfMonth: at.getUTCDate() };
}

/** Names of the months, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
/** Names of the weekdays, Monday first. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `8 November 2018`, as papers write it. */
export function writeDay(value: Day): string {
  const { year, month, dayOfMonth } = partsOf(value);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

/** `Thursday 8 November 2018`. */
export function writeDayWithWeekday(value: Day): string {
  return `${WEEKDAYS[weekdayOf(value) - 1]} ${writeDay(value)}`;
}
