import { z } from 'zod';
import { citationSchema } from '../kernel/citation.schema.ts';
import { daySchema } from '../kernel/day.schema.ts';
import type { Reason } from './reason.ts';

/** {@link Verdict} at the edge. */
const verdictSchema = z.union([z.boolean(), z.literal('unknown')]);

/** Why something holds: a sentence, and beneath it the reasons that decide it. */
const reasonSchema: z.ZodType<Reason> = z
  .strictObject({
    verdict: verdictSchema,
    says: z.string(),
    quote: z
      .string()
      .exactOptional()
      .meta({ description: 'The first words of the provision, where it is about them.' }),
    get because() {
      return z.array(reasonSchema);
    },
    citations: z.array(citationSchema),
    facts: z.array(z.string()),
    awaiting: z.array(z.string()),
  })
  .meta({ id: 'Reason' });

/** Why a duty binds on a day or does not, with its sentence and how long that holds. */
export const whySchema = z
  .strictObject({
    bound: verdictSchema,
    sentence: z.string(),
    from: daySchema.nullable().meta({ description: 'First day with the same reasons; null: ever since.' }),
    until: daySchema.nullable().meta({ description: 'First day on which other reasons hold; null: none is known.' }),
    reason: reasonSchema,
    settledBy: z.string().nullable().meta({ description: 'What would settle it, in words; null: it is settled.' }),
    next: z
      .strictObject({ from: daySchema, bound: verdictSchema, awaiting: z.array(z.string()).readonly() })
      .nullable()
      .meta({ description: 'The next day on which the answer differs.' }),
  })
  .meta({ id: 'Why' });
