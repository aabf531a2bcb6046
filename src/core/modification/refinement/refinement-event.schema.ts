import { z } from 'zod';
import { amendmentSchema } from '../../code/amendment.schema.ts';
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
  z.strictObject({
    type: z.literal('system-assessment-requested'),
    id: words,
    kind: words,
    questions: z.array(words).min(1),
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('assessment-information-requested'),
    assessment: words,
    id: words,
    question: words,
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('assessment-information-given'),
    assessment: words,
    request: words,
    answer: words,
    by: words,
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('system-assessment-delivered'),
    assessment: words,
    summary: words,
    costFromGbp: z.number().int().nonnegative(),
    costToGbp: z.number().int().nonnegative(),
    leadTimeMonths: z.number().nonnegative(),
    findings: z.array(words),
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('alternative-raised'),
    id: words,
    title: words,
    description: z.string(),
    amendments: z.array(amendmentSchema).min(1),
    against: words,
    by: words,
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('alternative-voted'),
    alternative: words,
    member: words,
    position: z.enum(['for', 'against']),
    by: words,
    on: daySchema,
  }),
  z.strictObject({ type: z.literal('solution-approved'), solution: words, on: daySchema }),
  z.strictObject({
    type: z.literal('alternative-agreed'),
    alternative: words,
    inFavour: z.number().int().positive(),
    members: z.number().int().positive(),
    on: daySchema,
  }),
] as const;
