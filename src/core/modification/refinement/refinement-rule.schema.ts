import { z } from 'zod';
import { citationSchema } from '../../kernel/citation.schema.ts';
import { conditionSchema } from '../../kernel/condition.schema.ts';
import { roleSchema } from '../../party/actor.schema.ts';
import { clockSchema } from '../profile/clock.schema.ts';
import { NEEDS, type RefinementRule } from './refinement-rule.ts';

const words = z.string().min(1);
const roles = z.array(roleSchema).min(1);

const assessmentSchema = z.strictObject({
  id: words,
  title: words,
  requestedBy: roles,
  by: roles,
  clock: clockSchema,
  informationStopsClock: z.boolean(),
  needed: z.boolean(),
  citation: citationSchema,
});

/** How a proposal is refined; its condition is text outside. */
export const refinementRuleSchema = z.strictObject({
  begins: conditionSchema,
  report: words,
  group: z.strictObject({ appointedBy: roles, answeredBy: roles, members: words, citation: citationSchema }),
  assessments: z.array(assessmentSchema),
  alternatives: z
    .strictObject({ raisedBy: roles, votedBy: roles, agreedBy: words, citation: citationSchema })
    .exactOptional(),
  asks: z.array(z.strictObject({ step: words, of: z.array(z.enum(NEEDS)).min(1) })),
}) satisfies z.ZodType<RefinementRule>;
