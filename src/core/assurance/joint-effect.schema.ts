import { z } from 'zod';
import { effectReportSchema } from './effect.schema.ts';
import type { JointEffect } from './joint-effect.ts';

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
  })
  .meta({ id: 'JointEffect' });
