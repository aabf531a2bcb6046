import { z } from 'zod';
import { citationSchema } from '../../kernel/citation.schema.ts';
import { daySchema } from '../../kernel/day.schema.ts';
import type { History } from './history.ts';

const words = z.string().min(1);
const when = { on: daySchema, citation: citationSchema };

/** What is known of a real modification. */
export const historySchema = z.strictObject({
  id: words,
  profile: words,
  urgent: z.boolean().default(false),
  known: z
    .array(
      z.discriminatedUnion('act', [
        z.strictObject({
          act: z.literal('step'),
          step: words,
          outcome: words.exactOptional(),
          until: daySchema.exactOptional(),
          ...when,
        }),
        z.strictObject({ act: z.literal('hold'), ...when }),
        z.strictObject({ act: z.literal('resume'), ...when }),
        z.strictObject({ act: z.literal('withdraw'), ...when }),
        z.strictObject({ act: z.literal('in-force'), label: words.exactOptional(), ...when }),
      ]),
    )
    .min(1),
  supposed: z.array(z.strictObject({ step: words, outcome: words, why: words })).default([]),
}) satisfies z.ZodType<History>;
