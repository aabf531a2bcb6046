import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';

const texts = z.array(z.string()).optional();
const verdict = z.union([z.boolean(), z.literal('unknown')]);

/** What a scenario says of the duty on a group of systems. */
export const groupAnswerSchema = z.strictObject({
  without: texts,
  with: texts,
  cover: texts,
  difference: texts,
  gapsWithout: texts,
  gapsWith: texts,
  guidanceWithout: texts,
  guidanceWith: texts,
});

/** What a scenario asks, and what must be answered. */
export const questionSchema = z.strictObject({
  finding: z.string(),
  on: daySchema.optional(),
  readings: z.record(z.string(), z.string()).default({}),
  moved: z.record(z.string(), daySchema).default({}),
  bound: z.record(z.string(), groupAnswerSchema).default({}),
  parties: z.array(z.string()).default([]),
  full: z.strictObject({ without: z.array(z.string()), with: z.array(z.string()) }).optional(),
  exposed: z.record(z.string(), z.strictObject({ without: verdict, with: verdict })).default({}),
  notScheduled: z.array(z.string()).default([]),
  counts: z.record(z.string(), z.union([z.number(), z.string()]).transform(String)).optional(),
  implementation: z.strictObject({ day: daySchema.nullable(), basis: z.string() }).optional(),
  sameAsWithout: z.boolean().default(false),
});

/** One story of how a case can go on, with its questions. */
export const scenarioSchema = z.strictObject({
  title: z.string(),
  story: z.string(),
  implementation: daySchema.optional(),
  acts: z.array(z.strictObject({ step: z.string(), outcome: z.string(), on: daySchema })).optional(),
  facts: z.array(z.strictObject({ kind: z.string(), subject: z.string().nullable(), on: daySchema })),
  assume: z.record(z.string(), z.union([z.literal('never'), daySchema])),
  questions: z.array(questionSchema),
});
