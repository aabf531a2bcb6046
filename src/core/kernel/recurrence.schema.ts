import { z } from 'zod';
import { citationSchema } from './citation.schema.ts';
import { intervalSchema } from './interval.schema.ts';
import { parseRecurrence, printRecurrence, type Recurrence, type RecurringRule } from './recurrence.ts';

const recurrenceSchema = z.codec(
  z.string().meta({ description: 'A weekday of the month: 4th Wednesday of the month.' }),
  z.custom<Recurrence>(),
  {
    decode: (text, context) => {
      const parsed = parseRecurrence(text);
      if (parsed !== null) return parsed;
      const message = `"${text}" names no weekday of a month; expected 4th Wednesday of the month, or last Friday of March and June (1st to 4th or last, months once each and in their order)`;
      context.issues.push({ code: 'custom', input: text, message });
      return z.NEVER;
    },
    encode: printRecurrence,
  },
);

/** A recurring day as a rule of some time: text outside. */
export const recurringRuleSchema = z.strictObject({
  applies: intervalSchema,
  on: recurrenceSchema,
  onHoliday: z.enum(['earlier', 'later', 'none']),
  citation: citationSchema,
}) satisfies z.ZodType<RecurringRule>;
