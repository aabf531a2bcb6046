import { z } from 'zod';
import { citationSchema } from './citation.schema.ts';
import { commencementSchema } from './commencement.schema.ts';
import type { Wordings } from './reading.ts';

const words = z.string().min(1);

/** Words with their readings. */
export const wordingsSchema = z.strictObject({
  id: words,
  title: words,
  readings: z
    .array(
      z.strictObject({
        id: words,
        title: words,
        default: z.boolean(),
        commences: commencementSchema,
        ends: commencementSchema,
        citation: citationSchema,
      }),
    )
    .min(1),
}) satisfies z.ZodType<Wordings>;
