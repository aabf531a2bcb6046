import { z } from 'zod';
import { daySchema } from './day.schema.ts';
import type { Interval } from './interval.ts';

/** Half-open days; an interval that would hold no day is refused. */
export const intervalSchema = z
  .strictObject({ from: daySchema, until: daySchema.nullable() })
  .refine((days) => days.until === null || days.from < days.until, {
    message: 'the interval ends before it begins; expected `until` (the first day after it) to be later than `from`',
  })
  .meta({ id: 'Interval' }) satisfies z.ZodType<Interval>;
