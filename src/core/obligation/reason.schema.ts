import { z } from 'zod';
import { citationSchema } from '../kernel/citation.schema.ts';
import type { Reason } from './reason.ts';

/** {@link Verdict} at the edge. */
export const verdictSchema = z.union([z.boolean(), z.literal('unknown')]);

/** Why something holds: a sentence, and beneath it the reasons that decide it. */
export const reasonSchema: z.ZodType<Reason> = z
  .strictObject({
    verdict: verdictSchema,
    says: z.string(),
    get because() {
      return z.array(reasonSchema);
    },
    citations: z.array(citationSchema),
    facts: z.array(z.string()),
    awaiting: z.array(z.string()),
  })
  .meta({ id: 'Reason' });
