import { z } from 'zod';
import { citationSchema } from '../../kernel/citation.schema.ts';
import { roleSchema } from '../../party/actor.schema.ts';
import type { Consulting } from './consulting.ts';
import { questionsSchema } from './questionnaire.schema.ts';

const words = z.string().min(1);

/** What a profile says of a consultation beside its clock. */
export const consultingSchema = z.strictObject({
  publishes: z.enum(['after-close', 'never']),
  late: z.strictObject({ by: z.array(roleSchema).min(1), before: words }).exactOptional(),
  extension: z.strictObject({ by: z.array(roleSchema).min(1), workingDays: words }).exactOptional(),
  questions: questionsSchema.exactOptional(),
  citation: citationSchema,
}) satisfies z.ZodType<Consulting>;
