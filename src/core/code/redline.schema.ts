import { z } from 'zod';
import { provisionIdSchema, provisionKindSchema } from './provision.schema.ts';
import type { RedlineBlock } from './redline.ts';

const runsSchema = z.array(z.strictObject({ kind: z.enum(['same', 'inserted', 'deleted']), text: z.string() }));

/** One provision in a redline. */
export const redlineBlockSchema: z.ZodType<RedlineBlock, RedlineBlock> = z
  .strictObject({
    id: provisionIdSchema,
    kind: provisionKindSchema,
    depth: z.number().int().min(0),
    status: z.enum(['same', 'inserted', 'deleted', 'changed']),
    moved: z.boolean(),
    carried: z
      .boolean()
      .meta({ description: 'Whether it moved only with what it is under, and so has no move of its own.' }),
    confidence: z.number().min(0).max(1).nullable().meta({
      description:
        'How sure it is that this provision of both texts is one; 1 is known by identity, null stands in one text alone.',
    }),
    numberBefore: z.string().nullable(),
    numberAfter: z.string().nullable(),
    heading: runsSchema,
    text: runsSchema,
  })
  .meta({ id: 'RedlineBlock' });
