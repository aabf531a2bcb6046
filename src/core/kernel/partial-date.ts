import { type Day, dayOf, formatDay, parseDay, writeDay } from './day.ts';

/** A date known only as far as its source states it: a year, a month, or a day. Never rounded to look exact. */
export type PartialDate =
  | { readonly precision: 'year'; readonly year: number }
  | { readonly precision: 'month'; readonly year: number; readonly month: number }
  | { readonly precision: 'day'; readonly day: Day };

/** Reads `2012`, `2012-03` or `2012-03-04`; null otherwise. */
export function parsePartialDate(text: string): PartialDate | null {
  const year = /^(\d{4})$/.exec(text);
  if (year) return { precision: 'year', year: Number(year[1]) };
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month) {
    const value = { precision: 'month', year: Number(month[1]), month: Number(month[2]) } as const;
    return value.month >= 1 && value.month <= 12 ? value : null;
  }
  const exact = parseDay(text);
  return exact === null ? null : { precision: 'day', day: exact };
}

/** The text that {@link parsePartialDate} reads back to the same value. */
export function formatPartialDate(value: PartialDate): string {
  if (value.precision === 'day') return formatDay(value.day);
  const year = String(value.year).padStart(4, '0');
  return value.precision === 'year' ? year : `${year}-${String(value.month).padStart(2, '0')}`;
}

/** First day that the date may mean. */
export function earliestDay(value: PartialDate): Day {
  if (value.precision === 'day') return value.day;
  return dayOf(value.year, value.precision === 'year' ? 1 : value.month, 1) as Day;
}

/** Last day that the date may mean. */
export function latestDay(value: PartialDate): Day {
  if (value.precision === 'day') return value.day;
  const [year, month] = value.precision === 'year' ? [value.year + 1, 1] : [value.year, value.month + 1];
  const next = month === 13 ? dayOf(year + 1, 1, 1) : dayOf(year, month, 1);
  return ((next as Day) - 1) as Day;
}

/** As prose: `2012 (day not stated)`, `March 2012 (day not stated)`, `4 March 2012`. */
export function writePartialDate(value: PartialDate): string {
  if (value.precision === 'day') return writeDay(value.day);
  const month = value.precision === 'month' ? `${writeDay(earliestDay(value)).replace(/^1 /, '')}` : String(value.year);
  return `${month} (day not stated)`;
}
