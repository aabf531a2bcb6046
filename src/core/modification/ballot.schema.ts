import { z } from 'zod';
import type { Tally } from './ballot.ts';

const count = z.number().int().nonnegative();

/** A tally of a ballot. */
export const tallySchema = z
  .strictObject({
    categories: z.array(
      z.strictObject({
        votingCategory: z.string().min(1),
        approve: count,
        reject: count,
        abstain: count,
        vote: z.enum(['approve', 'reject']).nullable(),
      }),
    ),
    approve: count,
    reject: count,
    present: count,
    quorum: count,
    quorate: z.boolean(),
    stillNeeded: z.array(z.string()),
  })
  .meta({ id: 'Tally' }) satisfies z.ZodType<Tally>;
