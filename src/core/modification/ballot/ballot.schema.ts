import { z } from 'zod';
import type { Tally } from './ballot.ts';

const count = z.number().int().nonnegative();
const weight = z.number().nonnegative();
const position = z.enum(['approve', 'reject']).nullable();

/** A tally of a ballot. */
export const tallySchema = z
  .strictObject({
    categories: z.array(
      z.strictObject({
        votingCategory: z.string().min(1),
        approve: weight,
        reject: weight,
        abstain: weight,
        vote: position,
      }),
    ),
    counted: z.enum(['categories', 'voters']),
    approve: weight,
    reject: weight,
    whole: weight,
    present: count,
    quorum: count,
    categoryQuorums: z.array(z.strictObject({ votingCategory: z.string().min(1), present: count, quorum: count })),
    quorate: z.boolean(),
    recused: z.array(z.string()),
    casting: position,
    stillNeeded: z.array(z.string()),
  })
  .meta({ id: 'Tally' }) satisfies z.ZodType<Tally>;
