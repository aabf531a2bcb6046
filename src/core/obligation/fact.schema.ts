import { z } from 'zod';
import { citationSchema } from '../kernel/citation.schema.ts';
import { commencementSchema } from '../kernel/commencement.schema.ts';
import { daySchema } from '../kernel/day.schema.ts';
import type { Derivation, Fact, FactKind } from './fact.ts';
import type { Prerequisite } from './prerequisite.ts';

const words = z.string().min(1);

/** What a fact comes to. */
export const factValueSchema = z.union([z.boolean(), z.int(), z.string()]);

const derivationSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('category') }),
  z.strictObject({ from: z.literal('role'), role: words }),
  z.strictObject({
    from: z.literal('volume'),
    unit: z.enum(['devices', 'premises', 'systems']),
    generation: z.enum(['SMETS1', 'SMETS2']).nullable().default(null),
  }),
  z.strictObject({ from: z.literal('change-of-supplier') }),
  z.strictObject({ from: z.literal('approval'), modification: words }),
  z.strictObject({ from: z.literal('parameter'), parameter: words }),
  z.strictObject({ from: z.literal('commencement'), commences: commencementSchema }),
]) satisfies z.ZodType<Derivation>;

/** A fact with the day on which it takes effect. */
export const factSchema = z
  .strictObject({
    id: words,
    kind: words,
    subject: words.nullable(),
    effectiveOn: daySchema,
    value: factValueSchema.exactOptional(),
    replaces: words.exactOptional(),
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
  firstOf: words.nullable().default(null),
  completeFrom: daySchema.nullable().default(null),
  broughtAbout: prerequisiteSchema.nullable().default(null),
  completeUntil: daySchema.nullable().default(null),
  absent: factValueSchema.nullable().default(null),
  derived: derivationSchema.nullable().default(null),
  citation: citationSchema,
}) satisfies z.ZodType<FactKind>;
