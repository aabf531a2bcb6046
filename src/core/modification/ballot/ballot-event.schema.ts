import { z } from 'zod';
import { daySchema, instantSchema } from '../../kernel/day.schema.ts';
import { personSchema } from '../../party/membership.schema.ts';
import { tallySchema } from './ballot.schema.ts';
import type { Caster, ObjectivePosition, VotedText, Voter } from './ballot-event.ts';

const words = z.string().min(1);

/** A seat's position in a ballot. */
export const positionSchema = z.enum(['approve', 'reject', 'abstain']);

/** Positions on alternatives by id. */
export const alternativePositionsSchema = z.record(words, positionSchema);

/** Which legal text a ballot is about. */
export const votedTextSchema = z.strictObject({
  against: words,
  revision: z.number().int().positive().meta({ description: 'Counts the legal texts of the modification from 1.' }),
  digest: words.meta({ description: 'SHA-256 (hex) of the version label and the amendments as JSON.' }),
}) satisfies z.ZodType<VotedText>;

/** Who cast a vote, and as what. */
export const casterSchema = z.strictObject({
  as: z.enum(['holder', 'alternate', 'proxy']),
  account: words,
  name: words,
  seat: words.exactOptional().meta({ description: 'Of a proxy: the seat or Party that the vote was given to.' }),
}) satisfies z.ZodType<Caster>;

/** Whether a change is better for an objective, worse or neither. */
export const effectSchema = z.enum(['better', 'worse', 'neutral']);

/** What a voter holds of one objective of the code. */
export const objectivePositionSchema = z.strictObject({
  objective: words,
  effect: effectSchema,
  reasons: z.string(),
}) satisfies z.ZodType<ObjectivePosition>;

/** Who may cast the vote of a seat in some days. */
export const voterSchema = z.strictObject({
  as: z.enum(['holder', 'alternate']),
  person: personSchema,
  from: daySchema,
  until: daySchema.nullable(),
}) satisfies z.ZodType<Voter>;

/** Everything that can happen in a ballot. */
export const ballotEventSchemas = [
  z.strictObject({
    type: z.literal('ballot-opened'),
    step: words,
    electorate: z.array(
      z.strictObject({
        seat: words,
        title: words,
        votingCategory: words,
        weight: z.number().positive(),
        voters: z.array(voterSchema).exactOptional(),
      }),
    ),
    vacant: z.array(words).exactOptional(),
    alternatives: z.array(z.strictObject({ id: words, title: words })).exactOptional(),
    closes: instantSchema,
    on: daySchema,
    text: votedTextSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('vote-cast'),
    step: words,
    seat: words,
    position: positionSchema,
    alternatives: alternativePositionsSchema.exactOptional(),
    reasons: z.string(),
    objectives: z.array(objectivePositionSchema).exactOptional(),
    by: casterSchema.exactOptional(),
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('vote-withdrawn'),
    step: words,
    seat: words,
    by: casterSchema,
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('proxy-given'),
    step: words,
    seat: words,
    to: words,
    by: casterSchema,
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('proxy-withdrawn'),
    step: words,
    seat: words,
    by: casterSchema,
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('attendance-recorded'),
    step: words,
    present: z.array(words),
    apologies: z.array(words),
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
    solutions: z
      .array(
        z.strictObject({ solution: words, tally: tallySchema, outcome: z.enum(['approve', 'reject', 'no-quorum']) }),
      )
      .exactOptional(),
    approved: words.exactOptional(),
    on: daySchema,
  }),
] as const;
