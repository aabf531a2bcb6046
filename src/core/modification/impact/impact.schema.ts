import { z } from 'zod';
import { citationSchema } from '../../kernel/citation.schema.ts';
import { conditionSchema } from '../../kernel/condition.schema.ts';
import { daySchema, instantSchema } from '../../kernel/day.schema.ts';
import { roleSchema } from '../../party/actor.schema.ts';
import type { ImpactBasis, ImpactFigure, ImpactRules, SignedImpact } from './impact.ts';

const words = z.string().min(1);

/** Who signs the impact on Parties, and when. */
export const impactRulesSchema: z.ZodType<ImpactRules> = z.strictObject({
  by: z.array(roleSchema).min(1),
  asked: conditionSchema,
  until: conditionSchema,
  act: words,
  citation: citationSchema,
});

/** One figure of a computed effect. */
export const impactFigureSchema = z
  .strictObject({ id: words, title: words, value: words })
  .meta({ id: 'ImpactFigure' }) satisfies z.ZodType<ImpactFigure>;

/** What a computed effect rests on. */
export const impactBasisSchema = z
  .strictObject({
    digest: z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in 64 hexadecimal digits'),
    computedAt: instantSchema,
    revision: z.int().positive(),
    readings: z.record(z.string(), z.string()),
    assumed: z.record(z.string(), z.union([z.literal('never'), daySchema])),
    implementation: daySchema.nullable(),
  })
  .meta({ id: 'ImpactBasis' }) satisfies z.ZodType<ImpactBasis>;

const signedFields = {
  text: words,
  figures: z.array(impactFigureSchema),
  basis: impactBasisSchema,
  by: words,
  on: daySchema,
};

/** What a person signed. */
export const signedImpactSchema = z
  .strictObject(signedFields)
  .meta({ id: 'SignedImpact' }) satisfies z.ZodType<SignedImpact>;

/** That somebody signed it. */
export const impactEventSchema = z.strictObject({ type: z.literal('impact-signed'), ...signedFields });
