import { z } from 'zod';
import { citationSchema } from '../kernel/citation.schema.ts';
import { conditionSchema } from '../kernel/condition.schema.ts';
import { daySchema } from '../kernel/day.schema.ts';
import type { Due } from './due.ts';
import type { Obligation } from './obligation.ts';

const words = z.string().min(1);

const lengthSchema = z.strictObject({ count: z.int().min(0), unit: z.enum(['days', 'working-days', 'months']) });

/** By when a duty is to be done. */
export const dueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('within'), after: words, length: lengthSchema }),
  z.strictObject({
    kind: z.literal('every'),
    months: z.int().min(1),
    from: daySchema,
    grace: lengthSchema.nullable().default(null),
  }),
]) satisfies z.ZodType<Due>;

/** A duty bound to a provision. */
export const obligationSchema = z.strictObject({
  id: words,
  title: words,
  instrument: words,
  provision: words,
  bearers: z.array(words).min(1),
  each: z.enum(['smets1-system', 'smets2-system', 'system', 'party']),
  fuel: z.enum(['electricity', 'gas']).nullable(),
  modality: z.enum(['must', 'must-not', 'may', 'must-procure']),
  object: words,
  standard: words.nullable().default(null),
  judgementWords: z.array(words),
  wording: words,
  condition: conditionSchema.nullable().default(null),
  due: dueSchema.nullable().default(null),
  assuredBy: words.nullable().default(null),
  breach: words.nullable().default(null),
  relations: z
    .array(
      z.strictObject({
        kind: z.enum(['subject-to', 'notwithstanding', 'without-prejudice-to', 'in-accordance-with']),
        instrument: words,
        provision: words,
      }),
    )
    .default([]),
  boundTo: words.nullable().default(null),
  evidence: z.array(words),
  countsDevices: z.boolean(),
  assessableAfter: z.array(words),
  covers: z.array(words),
  citation: citationSchema,
}) satisfies z.ZodType<Obligation>;
