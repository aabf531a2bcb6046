import { z } from 'zod';
import { daySchema } from '../../kernel/day.schema.ts';
import type { Timetable } from './timetable.ts';

/** A progression timetable; a step whose last day precedes its first is refused. */
export const timetableSchema = z
  .strictObject({
    steps: z.array(
      z
        .strictObject({ step: z.string().min(1), from: daySchema, to: daySchema })
        .refine((planned) => planned.from <= planned.to, {
          path: ['to'],
          message: 'the last day comes before the first; expected `to` on or after `from`',
        }),
    ),
  })
  .meta({ id: 'Timetable' }) satisfies z.ZodType<Timetable>;
