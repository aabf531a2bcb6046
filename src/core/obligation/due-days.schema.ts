import { z } from 'zod';
import { daySchema } from '../kernel/day.schema.ts';
import type { DueDay } from './due-days.ts';

/** {@link DueDay} at the edge. */
export const dueDaySchema = z
  .strictObject({
    on: daySchema.nullable(),
    standing: z.enum(['due', 'open', 'awaited', 'uncounted', 'ended']).meta({
      description:
        'open: whether it binds then is not settled; awaited: its event has not happened; uncounted: no calendar covers it; ended: its duty ends after its period and before the day.',
    }),
    of: daySchema.nullable().meta({ description: 'The end of its period, or the day of its event.' }),
    reason: z.string(),
    awaiting: z.array(z.string()).readonly(),
    facts: z.array(z.string()).readonly(),
  })
  .meta({ id: 'DueDay' }) satisfies z.ZodType<DueDay>;
