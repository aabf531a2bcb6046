import { z } from 'zod';
import { daySchema, instantSchema } from '../../kernel/day.schema.ts';

const words = z.string().min(1);

/** Everything that can happen in a consultation. */
export const consultationEventSchemas = [
  z.strictObject({ type: z.literal('consultation-opened'), step: words, from: daySchema, closes: instantSchema }),
  z.strictObject({
    type: z.literal('response-received'),
    step: words,
    party: words,
    stance: z.enum(['support', 'oppose', 'neutral']),
    content: z.strictObject({ id: words, digest: words }),
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('consultation-closed'),
    step: words,
    on: daySchema,
    responses: z.number().int().nonnegative(),
  }),
] as const;
