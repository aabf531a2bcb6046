import { z } from 'zod';
import { citationSchema } from '../../kernel/citation.schema.ts';
import { conditionSchema } from '../../kernel/condition.schema.ts';
import { roleSchema } from '../../party/actor.schema.ts';
import { clockSchema } from '../profile/clock.schema.ts';
import type { WithdrawalRules } from './withdrawal.ts';

const words = z.string().min(1);
const by = z.array(roleSchema).min(1);

/** Who may take a proposal back, until when, and who may take it on then. */
export const withdrawalRulesSchema: z.ZodType<WithdrawalRules> = z.strictObject({
  by,
  until: conditionSchema,
  act: words,
  title: words,
  adoption: z.strictObject({ by, act: words, clock: clockSchema, citation: citationSchema }).exactOptional(),
  citation: citationSchema,
});
