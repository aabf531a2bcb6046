import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { coversDay, workingDaysBetween } from '../../core/kernel/working-days.ts';
import {
  countedFields,
  countedOn,
  countingFields,
  findCalendar,
  outsideCalendar,
  writeCounting,
} from '../calendars.ts';
import { done, operation } from '../operation.ts';

/** How many Working Days lie between two days, the last one counted; negative backwards. Refuses days outside the calendar. */
export const countWorkingDays = operation({
  name: 'count-working-days',
  room: 'calendar',
  kind: 'read',
  summary: 'Counts the Working Days from one day to another, the last day counted.',
  roles: 'anyone',
  input: z.strictObject({
    from: daySchema.meta({ description: 'The first day, YYYY-MM-DD.' }),
    to: daySchema.meta({ description: 'The last day, YYYY-MM-DD.' }),
    ...countingFields,
  }),
  output: z.strictObject({ workingDays: z.int(), ...countedFields }),
  run: async (context, { from, to, calendar: id, countFirst }) => {
    const found = await findCalendar(context, id);
    if (!found.ok) return found;
    const calendar = found.value;
    if (!coversDay(calendar, from)) return outsideCalendar(calendar, 'from', formatDay(from));
    if (!coversDay(calendar, to)) return outsideCalendar(calendar, 'to', formatDay(to));
    const workingDays = workingDaysBetween(calendar, from, to, countFirst);
    const counted = countedOn(calendar, from, to, countFirst);
    const sentence = `From ${formatDay(from)} to ${formatDay(to)}: ${workingDays} (${writeCounting(calendar, from, counted)}).`;
    return done({ workingDays, ...counted, sentence });
  },
});
