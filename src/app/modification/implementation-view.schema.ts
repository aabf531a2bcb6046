import { z } from 'zod';
import { citationSchema } from '../../core/kernel/citation.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';

const many = <T extends z.ZodType>(one: T) => z.array(one).readonly();

const releaseOfDaySchema = z
  .strictObject({
    kind: z.enum(['scheduled', 'ad-hoc']),
    title: z.string(),
    scopeFreeze: daySchema.nullable(),
    late: z.string().nullable().meta({ description: 'That its text changed after the scope was frozen.' }),
    citation: citationSchema,
  })
  .meta({ id: 'ReleaseOfDay' });

/** When a modification takes effect, so far as is known. */
export const implementationViewSchema = z
  .strictObject({
    day: daySchema.nullable(),
    basis: z.enum(['planned', 'decided', 'set', 'unknown', 'never']),
    awaiting: many(z.string()),
    planned: daySchema.nullable().meta({ description: 'The day that holds if the decision is made in time.' }),
    release: releaseOfDaySchema.nullable(),
    choices: many(z.strictObject({ title: z.string(), day: daySchema })).meta({
      description: 'The next scheduled releases, where a day can be set.',
    }),
    decidedBy: daySchema.nullable().meta({ description: 'The last day for a decision in time.' }),
  })
  .meta({ id: 'Implementation' });

/** A part of a legal text that takes effect by itself, as it stands. */
export const partViewSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  commences: z.string().meta({ description: 'When it takes effect, in words.' }),
  until: z.string().nullable().meta({ description: 'When it ends, in words; null when it stays.' }),
  amendments: z.number().int(),
  day: daySchema.nullable(),
  basis: implementationViewSchema.shape.basis.or(z.literal('in-force')),
  release: releaseOfDaySchema.nullable(),
  awaiting: many(z.string()),
  published: z.string().nullable().meta({ description: 'Label of the version that it made.' }),
});
