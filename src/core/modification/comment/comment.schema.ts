import { z } from 'zod';
import { citationSchema } from '../../kernel/citation.schema.ts';
import { conditionSchema } from '../../kernel/condition.schema.ts';
import { daySchema } from '../../kernel/day.schema.ts';
import { roleSchema } from '../../party/actor.schema.ts';
import type { CriticalFriendRules } from './comment.ts';

const words = z.string().min(1);
const said = { comment: words, by: words, text: words, on: daySchema };

/** Who helps a proposer as critical friend, and until when. */
export const criticalFriendRulesSchema: z.ZodType<CriticalFriendRules> = z.strictObject({
  by: z.array(roleSchema).min(1),
  until: conditionSchema,
  act: words,
  citation: citationSchema,
});

/** What is said between a critical friend and a proposer. */
export const commentEventSchemas = [
  z.strictObject({ type: z.literal('comment-made'), ...said }),
  z.strictObject({ type: z.literal('comment-answered'), ...said }),
] as const;
