import { z } from 'zod';
import { daySchema, instantSchema } from '../../kernel/day.schema.ts';

const words = z.string().min(1);

/** Clocks that had stopped, and to when they run. */
export const movedClocksSchema = z.array(z.strictObject({ step: words, closes: instantSchema }));

/** What happens to a proposal that rests. */
export const holdEventSchemas = [
  z.strictObject({
    type: z.literal('modification-held'),
    by: words,
    reasons: z.string(),
    until: daySchema.nullable(),
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('hold-planned'),
    by: words,
    reasons: z.string(),
    until: daySchema,
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('modification-resumed'),
    by: words,
    reasons: z.string(),
    on: daySchema,
    clocks: movedClocksSchema,
  }),
] as const;
