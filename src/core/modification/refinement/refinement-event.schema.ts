import { z } from 'zod';
import { daySchema } from '../../kernel/day.schema.ts';

const words = z.string().min(1);

/** A Working Group as it stands, without the day from which it does. */
const groupShape = {
  members: z.array(z.strictObject({ id: words, name: words, party: words.nullable() })).min(1),
  chair: words,
  questions: z.array(z.strictObject({ id: words, question: words })).min(1),
  due: daySchema,
  reasons: z.string(),
  on: daySchema,
};

/** Everything that can happen to refine a proposal. */
export const refinementEventSchemas = [
  z.strictObject({ type: z.literal('working-group-appointed'), ...groupShape }),
  z.strictObject({
    type: z.literal('group-question-answered'),
    question: words,
    answer: words,
    by: words,
    on: daySchema,
  }),
] as const;
