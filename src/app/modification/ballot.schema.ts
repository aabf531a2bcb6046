import { z } from 'zod';
import { citationSchema } from '../../core/kernel/citation.schema.ts';
import { daySchema, instantSchema } from '../../core/kernel/day.schema.ts';
import { tallySchema } from '../../core/modification/ballot/ballot.schema.ts';
import {
  alternativePositionsSchema,
  casterSchema,
  objectivePositionSchema,
  positionSchema,
  votedTextSchema,
  voterSchema,
} from '../../core/modification/ballot/ballot-event.schema.ts';

const many = <T extends z.ZodType>(of: T) => z.array(of).readonly();

const voteSchema = z.strictObject({
  position: positionSchema,
  alternatives: alternativePositionsSchema.meta({ description: 'Positions on alternatives; left out: abstains.' }),
  reasons: z.string(),
  objectives: many(objectivePositionSchema).meta({ description: 'What the voter holds of objectives of the code.' }),
  by: casterSchema.nullable().meta({ description: 'Who cast it; null where that was not recorded.' }),
  on: daySchema,
});

/** Something that a voter did in a ballot. */
const voterActSchema = z.strictObject({
  act: z.enum(['vote-cast', 'vote-withdrawn', 'interest-declared', 'proxy-given', 'proxy-withdrawn']),
  seat: z.string(),
  position: positionSchema.nullable(),
  to: z.string().nullable().meta({ description: 'To whom a vote was given.' }),
  by: casterSchema.nullable(),
  on: daySchema,
});

/** A ballot as its page says it. */
export const ballotViewSchema = z.strictObject({
  step: z.string(),
  title: z.string(),
  unit: z.enum(['seat', 'party']).meta({ description: 'Who has a vote.' }),
  body: z.string().nullable().meta({ description: 'Whose seats vote, by id; null where Parties do.' }),
  status: z.enum(['open', 'closed']),
  openedOn: daySchema,
  closes: instantSchema,
  text: votedTextSchema
    .extend({ current: z.boolean().meta({ description: 'Whether it is still the legal text of the modification.' }) })
    .nullable()
    .meta({ description: 'The legal text that is voted on.' }),
  change: z.boolean().meta({ description: 'Whether a vote can be changed or taken back until it closes.' }),
  proxies: z.number().int().meta({ description: 'How many votes of others one voter may hold.' }),
  attendance: z.boolean().meta({ description: 'Whether the quorum counts who attends beside who votes.' }),
  castingVote: z.string().nullable().meta({ description: 'The seat whose vote counts only to break a tie.' }),
  electorate: many(
    z.strictObject({
      seat: z.string(),
      title: z.string(),
      votingCategory: z.string(),
      weight: z.number(),
      voters: many(voterSchema).meta({ description: 'Who was known to vote for it when the list was frozen.' }),
      proxy: z.string().nullable().meta({ description: 'The voter to whom the vote was given.' }),
      attends: z.enum(['present', 'apologies']).nullable().meta({ description: 'Null while that is not recorded.' }),
      interest: z.string().nullable().meta({ description: 'The interest that the voter declared; null for none.' }),
      vote: voteSchema.nullable().meta({ description: 'The vote that stands: the last one cast and not taken back.' }),
    }),
  ),
  vacant: many(z.string()).meta({ description: 'Seats that nobody held when it opened, which are not on the list.' }),
  acts: many(voterActSchema).meta({ description: 'Everything that voters did, in order, every change kept.' }),
  solutions: many(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      approve: z.number(),
      reject: z.number(),
      outcome: z.enum(['approve', 'reject', 'no-quorum']).nullable(),
      approved: z.boolean(),
    }),
  ).meta({ description: 'How it stands on each solution; empty where there is one alone.' }),
  severalPass: z
    .strictObject({ sentence: z.string(), citation: citationSchema.nullable() })
    .nullable()
    .meta({ description: 'Which solution is approved when several pass; null where there is one alone.' }),
  tally: tallySchema.meta({ description: 'Of a ballot that is open: how it stands, which decides nothing.' }),
  awaited: many(z.string()).meta({ description: 'Voters whose vote it still waits for.' }),
  outcome: z
    .strictObject({ id: z.string(), title: z.string() })
    .nullable()
    .meta({ description: 'What it came to; null until it is closed.' }),
});

/** A ballot as {@link ballotViewSchema} says it. */
export type BallotView = z.output<typeof ballotViewSchema>;
