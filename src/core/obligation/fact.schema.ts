import { z } from 'zod';
import { citationSchema } from '../kernel/citation.schema.ts';
import { daySchema } from '../kernel/day.schema.ts';
import type { Fact, FactKind } from './fact.ts';
import type { Prerequisite } from './prerequisite.ts';

const words = z.string().min(1);

/** A fact with the day on which it takes effect. */
export const factSchema = z
  .strictObject({
    id: words,
    kind: words,
    subject: words.nullable(),
    effectiveOn: daySchema,
    value: z.union([z.boolean(), z.int(), z.string()]).exactOptional(),
    citation: citationSchema,
  })
  .meta({ id: 'Fact' }) satisfies z.ZodType<Fact>;

const prerequisiteSchema = z.strictObject({
  needs: z.array(words),
  by: words.nullable(),
  takes: z
    .strictObject({ days: z.int().min(0), citation: citationSchema })
    .nullable()
    .default(null),
  citation: citationSchema,
}) satisfies z.ZodType<Prerequisite>;

/** A declared kind of fact. */
export const factKindSchema = z.strictObject({
  id: words,
  title: words,
  subject: z.enum(['system-group', 'party', 'market', 'words']),
  type: z.enum(['event', 'bool', 'int', 'string']).default('event'),
  values: z.array(words).min(1).nullable().default(null),
  firstOf: words.nullable(),
  completeFrom: daySchema.nullable().default(null),
  completeUntil: daySchema.nullable(),
  broughtAbout: prerequisiteSchema.nullable().default(null),
  citation: citationSchema,
}) satisfies z.ZodType<FactKind>;
