import { z } from 'zod';
import { QUESTION_KINDS, type Question, STANCES } from './questionnaire.ts';

/** Whether a party is for the change. */
export const stanceSchema = z.enum(STANCES);

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens, such as legal-text');
const line = z.string().trim().min(1).max(500);

/** A question of a consultation. */
export const questionSchema = z
  .strictObject({
    id: slug.max(60),
    text: line,
    kind: z.enum(QUESTION_KINDS),
    choices: z.array(line).min(1).max(20).readonly().exactOptional(),
    hint: line.exactOptional(),
    required: z.boolean().exactOptional(),
    about: z.strictObject({ kind: z.enum(['solution', 'objective']), id: z.string().min(1) }).exactOptional(),
  })
  .meta({ id: 'Question' }) satisfies z.ZodType<Question>;

/** The questions of a consultation. */
export const questionsSchema = z.array(questionSchema).min(1).max(60);
