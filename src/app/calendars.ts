import { z } from 'zod';
import { daySchema } from '../core/kernel/day.schema.ts';
import { addDays, type Day, formatDay, writeDay } from '../core/kernel/day.ts';
import { rejection } from '../core/kernel/rejection.ts';
import { type Calendar, coversDay, isWorkingDay, projectedHolidays } from '../core/kernel/working-days.ts';
import { type Context, done, type Result, refuse } from './operation.ts';

/** How Working Days are to be counted: input fields of every operation that counts. */
export const countingFields = {
  calendar: z
    .string()
    .min(1)
    .default('england-and-wales')
    .meta({ description: 'The calendar of bank holidays, by name.' }),
  countFirst: z.boolean().default(false).meta({ description: 'Count the first day too, when it is a Working Day.' }),
};

/** What a count rests on: output fields of every operation that counts. */
export const countedFields = {
  calendar: z.string().meta({ description: 'The calendar of bank holidays, by name.' }),
  snapshotOn: daySchema.meta({ description: 'The day as of which holidays are proclaimed or projected.' }),
  firstDayCounted: z.boolean(),
  projectedHolidays: z
    .array(z.strictObject({ day: daySchema, name: z.string() }))
    .meta({ description: 'Holidays on the way that are not yet proclaimed: the result can change with them.' }),
  sentence: z.string(),
};

/** The calendar of that name in the rulebook, or a refusal that names those there are. */
export async function findCalendar({ ports }: Context, id: string): Promise<Result<Calendar>> {
  const { calendars } = await ports.rulebooks.current('sec');
  const found = calendars.find((calendar) => calendar.id === id);
  if (found !== undefined) return done(found);
  const known = calendars.map((calendar) => calendar.id).join(', ');
  return refuse(
    rejection('not-found', `There is no calendar "${id}"; expected one of ${known}.`, { place: { field: 'calendar' } }),
  );
}

/** The refusal of a day, or a count that runs to a day, of which the calendar does not speak. */
export function outsideCalendar<T>(calendar: Calendar, field: string, what: string): Result<T> {
  const years = `${writeDay(calendar.from)} to ${writeDay(addDays(calendar.until, -1))}`;
  const sentence = `${what} lies outside the calendar of ${calendar.title}, which covers ${years}.`;
  return refuse(rejection('input-invalid', sentence, { place: { field } }));
}

/** What a count from one day to another rests on. */
export function countedOn(calendar: Calendar, first: Day, last: Day, countFirst: boolean) {
  const [from, to] = first <= last ? [first, last] : [last, first];
  return {
    calendar: calendar.id,
    snapshotOn: calendar.snapshotOn,
    firstDayCounted: countFirst && coversDay(calendar, first) && isWorkingDay(calendar, first),
    projectedHolidays: projectedHolidays(calendar, from, to).map(({ day, name }) => ({ day, name })),
  };
}

/** How a sentence ends that states a count: `in England and Wales, 2017-02-22 not counted`. */
export function writeCounting(calendar: Calendar, first: Day, counted: ReturnType<typeof countedOn>): string {
  const projected = counted.projectedHolidays.length;
  const doubt =
    projected === 0 ? '' : `; ${projected} bank ${projected === 1 ? 'holiday' : 'holidays'} on the way only projected`;
  return `in ${calendar.title}, ${formatDay(first)} ${counted.firstDayCounted ? '' : 'not '}counted${doubt}`;
}
