import { z } from 'zod';
import { daySchema, instantSchema } from '../../kernel/day.schema.ts';
import type { Collation } from './collation.ts';
import { questionSchema, stanceSchema } from './questionnaire.schema.ts';

const count = z.number().int().nonnegative();
const version = z.number().int().positive();
const many = <T extends z.ZodType>(schema: T) => z.array(schema).readonly();
const standingSchema = z
  .enum(['open', 'confidential', 'withheld', 'erased'])
  .meta({ description: 'Open; confidential as its party marked it; withheld from this reader; or lawfully erased.' });

const responseSchema = z.strictObject({
  party: z.string(),
  name: z.string(),
  category: z.string(),
  categoryTitle: z.string(),
  stance: stanceSchema.nullable(),
  on: daySchema,
  version: version.nullable().meta({ description: 'The version of the questions answered; null: in words alone.' }),
  late: z.boolean(),
  filedBy: z.string().nullable(),
  replaced: count,
  withheld: z.boolean().meta({ description: 'Whether what it answered openly is not for this reader yet.' }),
  answers: many(
    z.strictObject({
      question: z.string(),
      standing: standingSchema.exclude(['withheld']),
      text: z.string().nullable(),
    }),
  ),
  attachments: many(
    z.strictObject({
      id: z.string(),
      standing: standingSchema,
      file: z.strictObject({ name: z.string(), mediaType: z.string(), bytes: count }).nullable(),
    }),
  ),
});

/** A consultation with what was answered, as one reader sees it. */
export const collationSchema = z
  .strictObject({
    modification: z.string(),
    title: z.string(),
    step: z.string(),
    consultation: z.string(),
    status: z.enum(['ahead', 'open', 'closed']),
    from: daySchema,
    closes: instantSchema,
    extensions: many(z.strictObject({ from: instantSchema, to: instantSchema, reasons: z.string(), on: daySchema })),
    audience: z.enum(['reader', 'public']),
    published: z.boolean().meta({ description: 'Whether what is not confidential is for everybody by now.' }),
    questionnaires: many(
      z.strictObject({ version, questions: many(questionSchema), on: daySchema.nullable(), reasons: z.string() }),
    ),
    categories: many(z.strictObject({ id: z.string(), title: z.string() })),
    totals: z.strictObject({
      responses: count,
      support: count,
      oppose: count,
      neutral: count,
      untold: count,
      late: count,
      confidential: count,
      withheld: count,
      replaced: count,
    }),
    questions: many(
      z.strictObject({
        question: questionSchema,
        versions: many(version),
        wordings: many(z.strictObject({ version, text: z.string() })),
        counts: many(z.strictObject({ answer: z.string(), count, byCategory: z.record(z.string(), count) })),
        confidential: count,
        withheld: count,
        answered: count,
      }),
    ),
    responses: many(responseSchema),
  })
  .meta({ id: 'Collation' }) satisfies z.ZodType<Collation>;
