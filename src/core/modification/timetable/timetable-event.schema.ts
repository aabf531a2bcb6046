import { z } from 'zod';
import { daySchema } from '../../kernel/day.schema.ts';
import { timetableSchema } from './timetable.schema.ts';

const words = z.string().min(1);

/** What happens to a timetable beside the determinations that carry one. */
export const timetableEventSchemas = [
  z.strictObject({
    type: z.literal('timetable-proposed'),
    timetable: timetableSchema,
    by: words,
    reasons: z.string(),
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('timetable-answered'),
    agreed: z.boolean(),
    step: words,
    by: words,
    reasons: z.string(),
    on: daySchema,
  }),
] as const;
