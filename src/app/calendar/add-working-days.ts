import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { findWorkingDay } from '../../core/kernel/working-days.ts';
import {
  countedFields,
  countedOn,
  countingFields,
  findCalendar,
  outsideCalendar,
  writeCounting,
} from '../calendars.ts';
import { done, operation } from '../operation.ts';

/** The day that lies a number of Working Days after (or, negative, before) a day. Refuses a day outside the calendar. */
export const addWorkingDays = operation({
  name: 'add-working-days',
  room: 'calendar',
  kind: 'read',
  summary: 'Says which day lies a number of Working Days after or before a day.',
  roles: 'anyone',
  input: z.strictObject({
    day: daySchema.meta({ description: 'The day from which to count, YYYY-MM-DD.' }),
    count: z.int().min(-10_000).max(10_000).meta({ description: 'How many Working Days; negative counts backwards.' }),
    ...countingFields,
  }),
  output: z.strictObject({ day: daySchema, ...countedFields }),
  run: async (context, { day, count, calendar: id, countFirst }) => {
    const found = await findCalendar(context, id);
    if (!found.ok) return found;
    const calendar = found.value;
    const result = findWorkingDay(calendar, day, count, countFirst);
    const days = `${Math.abs(count)} Working ${Math.abs(count) === 1 ? 'Day' : 'Days'}`;
    const direction = count < 0 ? 'before' : 'after';
    if (result === null) return outsideCalendar(calendar, 'day', `${days} ${direction} ${formatDay(day)}`);
    const counted = countedOn(calendar, day, result, countFirst && count !== 0);
    const sentence = `${formatDay(result)} is ${days} ${direction} ${formatDay(day)} (${writeCounting(calendar, day, counted)}).`;
    return done({ day: result, ...counted, sentence });
  },
});
