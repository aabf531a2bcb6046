import { z } from 'zod';
import { citationSchema } from '../../kernel/citation.schema.ts';
import { conditionSchema } from '../../kernel/condition.schema.ts';
import { daySchema } from '../../kernel/day.schema.ts';
import { roleSchema } from '../../party/actor.schema.ts';
import type { FastTrackRules, PathChangeRules } from './path-change.ts';

const words = z.string().min(1);
const by = z.array(roleSchema).min(1);

/** Who may change the path after it was determined, and until when. */
export const pathChangeRulesSchema: z.ZodType<PathChangeRules> = z.strictObject({
  step: words,
  by,
  until: conditionSchema,
  act: words,
  citation: citationSchema,
});

/** How a proposal is raised that goes without most of the steps. */
export const fastTrackRulesSchema: z.ZodType<FastTrackRules> = z.strictObject({
  by,
  steps: z.array(words).min(1),
  citation: citationSchema,
});

/** The path was changed after it had been determined. */
export const pathEventSchema = z.strictObject({
  type: z.literal('path-changed'),
  step: words,
  outcome: words,
  fallen: z.array(words),
  by: words,
  reasons: z.string(),
  on: daySchema,
});
