import { z } from 'zod';
import type { Amendment, Wording } from './amendment.ts';
import { placeSchema, provisionIdSchema, provisionSchema } from './provision.schema.ts';

/** The words of one provision. */
const wordingSchema = z.strictObject({
  heading: z.string().min(1).nullable().default(null),
  text: z.string().default(''),
}) satisfies z.ZodType<Wording>;

/** A change of the text as data, carrying what it replaces. */
export const amendmentSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('insert'), at: placeSchema, provision: provisionSchema }),
    z.strictObject({
      kind: z.literal('substitute'),
      target: provisionIdSchema,
      from: wordingSchema,
      to: wordingSchema,
    }),
    z.strictObject({ kind: z.literal('repeal'), at: placeSchema, provision: provisionSchema }),
    z.strictObject({
      kind: z.literal('renumber'),
      target: provisionIdSchema,
      from: z.string().min(1).nullable(),
      to: z.string().min(1).nullable(),
    }),
  ])
  .meta({ id: 'Amendment' }) satisfies z.ZodType<Amendment>;
