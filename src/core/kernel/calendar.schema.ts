import { z } from 'zod';
import { citationSchema } from './citation.schema.ts';
import { daySchema } from './day.schema.ts';
import { formatDay } from './day.ts';
import type { Calendar, Holiday } from './working-days.ts';

const holidaySchema = z.strictObject({
  day: daySchema,
  name: z.string().min(1),
  status: z.enum(['proclaimed', 'projected']),
}) satisfies z.ZodType<Holiday>;

const calendarFileSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  from: daySchema,
  until: daySchema.meta({ description: 'The first day after the years covered.' }),
  snapshotOn: daySchema,
  citation: citationSchema,
  holidays: z.array(holidaySchema),
});

/** A calendar: rows of holidays outside, a map by day inside. A day given twice or outside its years is refused. */
export const calendarSchema = z
  .codec(calendarFileSchema, z.custom<Calendar>(), {
    decode: (file, context) => {
      const holidays = new Map<Holiday['day'], Holiday>();
      for (const [index, holiday] of file.holidays.entries()) {
        const fault = faultOf(holiday, file, holidays);
        if (fault !== null) {
          context.issues.push({ code: 'custom', input: file, path: ['holidays', index, 'day'], message: fault });
        }
        holidays.set(holiday.day, holiday);
      }
      return { ...file, holidays };
    },
    encode: (calendar) => ({
      ...calendar,
      holidays: [...calendar.holidays.values()].sort((a, b) => a.day - b.day),
    }),
  })
  .meta({ id: 'Calendar' });

function faultOf(
  { day }: Holiday,
  file: z.output<typeof calendarFileSchema>,
  earlier: ReadonlyMap<Holiday['day'], Holiday>,
): string | null {
  if (earlier.has(day)) return `${formatDay(day)} is given twice; expected each holiday once`;
  if (file.from <= day && day < file.until) return null;
  return `${formatDay(day)} lies outside the years covered; expected a day from ${formatDay(file.from)} and before ${formatDay(file.until)}`;
}
