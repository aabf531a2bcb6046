import type { DayValue, Scalar, Value } from './condition.ts';
import { dayValue, duration, type Failure, failure, type TypeName, writeDayValue } from './condition-values.ts';
import { parseDay } from './day.ts';
import { addMonths, MONTH_ROUNDINGS, type MonthRounding } from './months.ts';
import { type Calendar, coversDay, findWorkingDay } from './working-days.ts';

/** What conditions are evaluated with, beside their facts. */
export interface ConditionSettings {
  /** Counts Working Days; null: none is given, and counting them is an error. */
  readonly calendar: Calendar | null;
  /** Most parts that are evaluated under the items of lists, so that lists within lists come to an end. */
  readonly mostSteps: number;
  /** What a name comes to of which nothing is known: `unknown`, or an error as in CEL. */
  readonly unbound: 'unknown' | 'error';
}

/** Without a calendar. */
export const PLAIN_SETTINGS: ConditionSettings = { calendar: null, mostSteps: 100_000, unbound: 'unknown' };

/** A function that conditions may call. */
export interface ConditionFunction {
  readonly name: string;
  /** Written after what it is asked of: `name.startsWith("A")`. */
  readonly isMethod: boolean;
  /** For each argument the types that it may have. */
  readonly takes: readonly (readonly TypeName[])[];
  readonly gives: TypeName;
  /** How it is written, for the reference and for messages. */
  readonly usage: string;
  readonly says: string;
  /** Its arguments have the types that it takes. */
  readonly apply: (of: readonly Value[], settings: ConditionSettings) => Value | Failure;
}

const MOST_MONTHS = 120_000;

/** Every function of the language. */
export const CONDITION_FUNCTIONS: readonly ConditionFunction[] = [
  {
    name: 'day',
    isMethod: false,
    takes: [['string']],
    gives: 'day',
    usage: 'day("2018-11-08")',
    says: 'A legal day.',
    apply: ([text]) => {
      const read = parseDay(text as string);
      return read === null ? failure(`"${text}" is not a day; expected YYYY-MM-DD`) : dayValue(read);
    },
  },
  {
    name: 'days',
    isMethod: false,
    takes: [['int']],
    gives: 'duration',
    usage: 'days(30)',
    says: 'A number of calendar days, to be added to a day or taken from one.',
    apply: ([count]) => duration(count as number),
  },
  {
    name: 'months',
    isMethod: false,
    takes: [['day'], ['int'], ['string']],
    gives: 'day',
    usage: 'months(system_enrolled_day, 6, "end-of-month")',
    says: `The day so many calendar months later. Where that month has no such day, the rounding says which it is: ${MONTH_ROUNDINGS.map((one) => `"${one}"`).join(', ')}.`,
    apply: ([start, count, rounding]) => months(start as DayValue, count as number, rounding as string),
  },
  {
    name: 'workingDays',
    isMethod: false,
    takes: [['day'], ['int']],
    gives: 'day',
    usage: 'workingDays(decision_made_day, 3)',
    says: 'The day so many Working Days later, by the calendar of the evaluation; counting starts on the next day.',
    apply: ([start, count], { calendar }) => workingDays(start as DayValue, count as number, calendar),
  },
  {
    name: 'size',
    isMethod: false,
    takes: [['string', 'list']],
    gives: 'int',
    usage: 'size(name)',
    says: 'How many characters a text or how many items a list has.',
    apply: ([of]) => (typeof of === 'string' ? [...of].length : (of as readonly Scalar[]).length),
  },
  {
    name: 'startsWith',
    isMethod: true,
    takes: [['string'], ['string']],
    gives: 'bool',
    usage: 'name.startsWith("A")',
    says: 'Whether a text starts with another.',
    apply: ([of, other]) => (of as string).startsWith(other as string),
  },
  {
    name: 'endsWith',
    isMethod: true,
    takes: [['string'], ['string']],
    gives: 'bool',
    usage: 'name.endsWith("Ltd")',
    says: 'Whether a text ends with another.',
    apply: ([of, other]) => (of as string).endsWith(other as string),
  },
  {
    name: 'contains',
    isMethod: true,
    takes: [['string'], ['string']],
    gives: 'bool',
    usage: 'name.contains("Energy")',
    says: 'Whether a text holds another.',
    apply: ([of, other]) => (of as string).includes(other as string),
  },
];

const BY_NAME = new Map(CONDITION_FUNCTIONS.map((one) => [one.name, one]));

/** The function of a name; null when the language has none. */
export function functionNamed(name: string): ConditionFunction | null {
  return BY_NAME.get(name) ?? null;
}

function months(start: DayValue, count: number, rounding: string): Value | Failure {
  if (!(MONTH_ROUNDINGS as readonly string[]).includes(rounding)) {
    const known = MONTH_ROUNDINGS.map((one) => `"${one}"`).join(', ');
    return failure(`"${rounding}" is no rounding of months; expected one of ${known}`);
  }
  if (!Number.isFinite(start.day)) return start;
  if (Math.abs(count) > MOST_MONTHS) return dayValue(-Infinity);
  return dayValue(addMonths(start.day, count, rounding as MonthRounding));
}

function workingDays(start: DayValue, count: number, calendar: Calendar | null): Value | Failure {
  if (!Number.isFinite(start.day)) return start;
  if (calendar === null) return failure('Working Days cannot be counted, since no calendar is given');
  const found = findWorkingDay(calendar, start.day, count);
  if (found !== null) return dayValue(found);
  const reach = `which covers ${writeDayValue({ kind: 'day', day: calendar.from })} until before ${writeDayValue({ kind: 'day', day: calendar.until })}`;
  return failure(
    coversDay(calendar, start.day)
      ? `${count} Working Days from ${writeDayValue(start)} run out of the calendar ${calendar.id}, ${reach}`
      : `${writeDayValue(start)} lies outside the calendar ${calendar.id}, ${reach}`,
  );
}
