import { z } from 'zod';
import { effectReportSchema } from './effect.schema.ts';
import type { JointEffect } from './joint-effect.ts';

const orderSchema = z.strictObject({
  first: z.string(),
  stands: z.boolean().meta({ description: 'Whether there is the obligation once both are made.' }),
  void: z
    .array(z.strictObject({ modification: z.string(), what: z.array(z.string()) }))
    .meta({ description: 'What of whose change is void once both are made.' }),
});

/** What several modifications come to. */
export const jointEffectSchema: z.ZodType<JointEffect> = z
  .strictObject({
    alone: z.array(effectReportSchema),
    together: effectReportSchema,
    order: z.array(
      z.strictObject({
        pair: z.tuple([z.string(), z.string()]),
        obligations: z.array(z.strictObject({ obligation: z.string(), what: z.array(z.string()) })),
        first: z.string().nullable().meta({ description: 'The one that is made first; null where no day settles it.' }),
      }),
    ),
    clashes: z
      .array(
        z.strictObject({
          pair: z.tuple([z.string(), z.string()]),
          obligation: z.string(),
          provision: z.string(),
          same: z.boolean().meta({ description: 'Whether it stands alike in the end, whichever is made first.' }),
          orders: z.tuple([orderSchema, orderSchema]),
        }),
      )
      .meta({ description: 'Obligations that two of them touch.' }),
  })
  .meta({ id: 'JointEffect' });
