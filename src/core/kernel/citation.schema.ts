import { z } from 'zod';
import type { Citation } from './citation.ts';

export const certaintySchema = z.enum(['stated', 'public', 'derived', 'unverified', 'illustrative']);

/** A citation; a key that it does not have is refused. */
export const citationSchema = z
  .strictObject({
    source: z.string().min(1),
    clause: z.string().min(1).nullable(),
    certainty: certaintySchema,
    note: z.string().min(1).exactOptional(),
  })
  .meta({ id: 'Citation' }) satisfies z.ZodType<Citation>;
