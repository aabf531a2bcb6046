import { z } from 'zod';
import { citationSchema } from '../../kernel/citation.schema.ts';
import { roleSchema } from '../../party/actor.schema.ts';
import type { Voting } from './voting.ts';

const words = z.string().min(1);

const cited = <T extends z.ZodType>(rule: T) =>
  z.strictObject({ rule, citation: citationSchema }).nullable().default(null);

/** How a ballot is held. What a rulebook of an earlier form leaves out has the meaning that it had then. */
export const votingSchema = z.strictObject({
  unit: z.enum(['seat', 'party']).default('seat'),
  body: words,
  voters: z.array(roleSchema).min(1).default(['change-board']),
  weight: z.enum(['equal', 'given']).default('equal'),
  aggregation: z.enum(['by-category', 'individuals']).default('by-category'),
  threshold: words.nullable().default(null),
  categoryThreshold: words.nullable().default(null),
  of: z.enum(['cast', 'present', 'entitled']).default('cast'),
  quorum: words,
  quorumOf: z.array(z.strictObject({ category: words, seats: words })).default([]),
  severalPass: words.exactOptional(),
  tie: words,
  castingVote: words.nullable().default(null),
  recusal: z.enum(['shrinks', 'counts']).default('shrinks'),
  change: cited(z.enum(['until-close', 'never'])),
  alternates: cited(z.enum(['allowed', 'never'])),
  proxies: cited(words),
  presence: cited(z.enum(['votes', 'attendance'])),
  citation: citationSchema.nullable().default(null),
}) satisfies z.ZodType<Voting>;
