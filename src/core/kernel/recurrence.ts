import type { Citation } from './citation.ts';
import { addDays, type Day, dayOf, MONTHS, partsOf, WEEKDAYS, weekdayOf } from './day.ts';
import { contains, type Interval } from './interval.ts';
import { type Calendar, coversDay, isWorkingDay } from './working-days.ts';

/** A weekday of the month that comes again: `4th Wednesday of the month`, `2nd Thursday of February, June and November`. */
export interface Recurrence {
  readonly nth: 1 | 2 | 3 | 4 | 'last';
  /** ISO weekday: 1 is Monday. */
  readonly weekday: number;
  /** Months (1–12) in their order; null: every month. */
  readonly months: readonly number[] | null;
}

/** A recurrence for the days on which it is the rule. */
export interface RecurringRule {
  readonly applies: Interval;
  readonly on: Recurrence;
  /** What becomes of a day that is no Working Day: the one before it, the one after it, or nothing is held. */
  readonly onHoliday: 'earlier' | 'later' | 'none';
  readonly citation: Citation;
}

const ORDINALS = { '1st': 1, '2nd': 2, '3rd': 3, '4th': 4, last: 'last' } as const;
const EVERY = 'the month';
const TEXT = new RegExp(`^(${Object.keys(ORDINALS).join('|')}) (${WEEKDAYS.join('|')}) of (.+)$`);

/** Reads `4th Wednesday of the month`; null when the text is none of that form. Months stand once each, in their order. */
export function parseRecurrence(text: string): Recurrence | null {
  const match = TEXT.exec(text);
  if (match === null) return null;
  const [, ordinal, weekday, of] = match as unknown as [
    string,
    keyof typeof ORDINALS,
    (typeof WEEKDAYS)[number],
    string,
  ];
  const months =
    of === EVERY ? null : of.split(/, | and /).map((name) => (MONTHS as readonly string[]).indexOf(name) + 1);
  const recurrence = { nth: ORDINALS[ordinal], weekday: WEEKDAYS.indexOf(weekday) + 1, months };
  return printRecurrence(recurrence) === text ? recurrence : null;
}

/** The text that {@link parseRecurrence} reads. */
export function printRecurrence({ nth, weekday, months }: Recurrence): string {
  const ordinal = Object.entries(ORDINALS).find(([, value]) => value === nth)?.[0] ?? '';
  const names = [...new Set(months ?? [])].toSorted((a, b) => a - b).map((month) => MONTHS[month - 1] ?? '');
  const of =
    months === null ? EVERY : [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ');
  return `${ordinal} ${WEEKDAYS[weekday - 1] ?? ''} of ${of}`;
}

/** The day that a recurrence names in a month; null in a month that it leaves out. */
export function occurrenceIn({ nth, weekday, months }: Recurrence, year: number, month: number): Day | null {
  if (months !== null && !months.includes(month)) return null;
  const first = firstOf(year, month);
  if (nth !== 'last') return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
  const end = addDays(month === 12 ? firstOf(year + 1, 1) : firstOf(year, month + 1), -1);
  return addDays(end, -((weekdayOf(end) - weekday + 7) % 7));
}

/** Days of a rule from one day to another, both included, in order; none beyond the calendar's snapshot. */
export function daysOfRule(rule: RecurringRule, calendar: Calendar, from: Day, to: Day): readonly Day[] {
  const found: Day[] = [];
  // A day that is moved may leave its month, so the months around are asked as well.
  let { year, month } = partsOf(addDays(from, -31));
  while (firstOf(year, month) <= addDays(to, 31)) {
    const named = occurrenceIn(rule.on, year, month);
    const on = named === null || !contains(rule.applies, named) ? null : held(named, rule.onHoliday, calendar);
    if (on !== null && from <= on && on <= to && !found.includes(on)) found.push(on);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return found;
}

function held(named: Day, onHoliday: RecurringRule['onHoliday'], calendar: Calendar): Day | null {
  const step = onHoliday === 'earlier' ? -1 : 1;
  for (let at = named; coversDay(calendar, at); at = addDays(at, step)) {
    if (isWorkingDay(calendar, at)) return at;
    if (onHoliday === 'none') return null;
  }
  return null;
}

function firstOf(year: number, month: number): Day {
  return dayOf(year, month, 1) as Day;
}
