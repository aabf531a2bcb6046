import { z } from 'zod';
import { daySchema } from '../../kernel/day.schema.ts';
import { movedClocksSchema } from '../hold/hold-event.schema.ts';

const words = z.string().min(1);

/** What happens to a proposal that is taken back. */
export const withdrawalEventSchemas = [
  z.strictObject({
    type: z.literal('proposal-withdrawn'),
    by: words,
    reasons: z.string(),
    on: daySchema,
    adoptableUntil: daySchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('proposal-adopted'),
    proposer: z.strictObject({ id: words, name: words }),
    by: words,
    reasons: z.string(),
    on: daySchema,
    clocks: movedClocksSchema,
  }),
] as const;
