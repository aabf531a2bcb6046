import { z } from 'zod';
import { daySchema, instantSchema } from '../../kernel/day.schema.ts';
import { questionsSchema, stanceSchema } from './questionnaire.schema.ts';

const words = z.string().min(1);
const contentRef = z.strictObject({ id: words, digest: words });
const version = z.number().int().positive();

/** Everything that can happen in a consultation. */
export const consultationEventSchemas = [
  z.strictObject({
    type: z.literal('questionnaire-set'),
    step: words,
    version,
    questions: questionsSchema,
    reasons: z.string(),
    on: daySchema,
  }),
  z.strictObject({ type: z.literal('consultation-opened'), step: words, from: daySchema, closes: instantSchema }),
  z.strictObject({
    type: z.literal('response-received'),
    step: words,
    party: words,
    stance: stanceSchema.nullable(),
    content: contentRef,
    on: daySchema,
    questionnaire: version.exactOptional(),
    sealed: z.strictObject({ questions: z.array(words), content: contentRef }).exactOptional(),
    attachments: z
      .array(contentRef.extend({ sealed: z.boolean() }))
      .min(1)
      .exactOptional(),
    filedBy: words.exactOptional(),
    late: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('consultation-extended'),
    step: words,
    closes: instantSchema,
    reasons: words,
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('consultation-closed'),
    step: words,
    on: daySchema,
    responses: z.number().int().nonnegative(),
  }),
] as const;
