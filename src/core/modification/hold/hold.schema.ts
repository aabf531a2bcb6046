import { z } from 'zod';
import { citationSchema } from '../../kernel/citation.schema.ts';
import { conditionSchema } from '../../kernel/condition.schema.ts';
import { daySchema } from '../../kernel/day.schema.ts';
import { roleSchema } from '../../party/actor.schema.ts';
import { type Hold, type HoldRules, PAUSED_KINDS } from './hold.ts';

const words = z.string().min(1);

/** How a process lets a proposal rest. */
export const holdRulesSchema: z.ZodType<HoldRules> = z.strictObject({
  by: z.array(roleSchema).min(1),
  resumedBy: z.array(roleSchema).min(1),
  act: words,
  resume: words,
  until: conditionSchema,
  pauses: z.array(z.enum(PAUSED_KINDS)),
  citation: citationSchema,
});

/** A time in which a proposal rested. */
export const holdSchema = z
  .strictObject({
    by: z.string(),
    reasons: z.string(),
    from: daySchema,
    planned: daySchema.nullable().meta({ description: 'The day on which it goes on by itself.' }),
    to: daySchema.nullable().meta({ description: 'The day on which it went on; null while it rests.' }),
    resumed: z.strictObject({ by: z.string(), reasons: z.string() }).nullable(),
  })
  .meta({ id: 'Hold' }) satisfies z.ZodType<Hold>;
