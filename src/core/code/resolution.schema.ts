import { z } from 'zod';
import { amendmentSchema, wordingSchema } from './amendment.schema.ts';
import type { OpenConflictClass } from './conflict.ts';
import type { KeptResolution, Resolution } from './resolution.ts';

/** How two modifications can be in conflict. */
export const conflictClassSchema = z.enum([
  'same-words',
  'same-number',
  'same-place',
  'same-identity',
  'repeal-against-edit',
  'nested-repeal',
  'reshaped',
  'broken-reference',
  'changed-term',
  'same-term',
]) satisfies z.ZodType<OpenConflictClass>;

/** What people settled of a conflict. */
const resolutionSchema = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('order'), first: z.string().min(1).meta({ description: 'Modification by id.' }) })
      .describe('One is made first: it stands first at the place, and of two edits of the same words the other holds.'),
    z
      .strictObject({ kind: z.literal('merged-text'), from: wordingSchema, to: wordingSchema })
      .describe('How the provision reads in the text that both amend, and shall read once both are in force.'),
    z
      .strictObject({
        kind: z.literal('contingent'),
        on: z.string().min(1),
        amendments: z.array(amendmentSchema).readonly(),
      })
      .describe(
        'The other modification’s legal text if the one named is in force before, drafted on the text with it.',
      ),
  ])
  .meta({ id: 'Resolution' }) satisfies z.ZodType<Resolution>;

/** A resolution as a modification keeps it. */
export const keptResolutionSchema = z.strictObject({
  with: z.string().min(1).meta({ description: 'The other modification.' }),
  class: conflictClassSchema,
  provision: z.string().min(1).meta({ description: 'Where they meet, by id.' }),
  resolution: resolutionSchema,
}) satisfies z.ZodType<KeptResolution>;
