import { z } from 'zod';
import { daySchema, instantSchema } from '../../kernel/day.schema.ts';
import { tallySchema } from './ballot.schema.ts';
import type { VotedText } from './ballot-event.ts';

const words = z.string().min(1);

/** A seat's position in a ballot. */
export const positionSchema = z.enum(['approve', 'reject', 'abstain']);

/** Which legal text a ballot is about. */
export const votedTextSchema = z.strictObject({
  against: words,
  revision: z.number().int().positive().meta({ description: 'Counts the legal texts of the modification from 1.' }),
  digest: words.meta({ description: 'SHA-256 (hex) of the version label and the amendments as JSON.' }),
}) satisfies z.ZodType<VotedText>;

/** Everything that can happen in a ballot. */
export const ballotEventSchemas = [
  z.strictObject({
    type: z.literal('ballot-opened'),
    step: words,
    electorate: z.array(
      z.strictObject({ seat: words, title: words, votingCategory: words, weight: z.number().positive() }),
    ),
    closes: instantSchema,
    on: daySchema,
    text: votedTextSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('vote-cast'),
    step: words,
    seat: words,
    position: positionSchema,
    reasons: z.string(),
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('interest-declared'),
    step: words,
    seat: words,
    reasons: z.string(),
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('ballot-closed'),
    step: words,
    tally: tallySchema,
    outcome: z.enum(['approve', 'reject', 'no-quorum']),
    on: daySchema,
  }),
] as const;
