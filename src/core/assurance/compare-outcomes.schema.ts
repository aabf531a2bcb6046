import { z } from 'zod';
import { daySchema } from '../kernel/day.schema.ts';
import type { DutyComparison, PartyComparison, Standing } from './compare-outcomes.ts';
import type { OutcomeChange } from './outcomes.ts';

const standingSchema = z
  .enum(['same', 'earlier', 'later', 'not', 'more', 'settled', 'open'])
  .meta({ id: 'OutcomeStanding' }) satisfies z.ZodType<Standing>;

const changeSchema = z
  .strictObject({
    from: daySchema,
    until: daySchema.nullable(),
    change: z.enum(['gained', 'lost', 'unsettled', 'otherwise']),
  })
  .meta({ id: 'OutcomeChange' }) satisfies z.ZodType<OutcomeChange>;

const dutyComparisonSchema = z
  .strictObject({
    subject: z.string(),
    title: z.string(),
    obligation: z.string(),
    provision: z.string(),
    standings: z.array(standingSchema).readonly(),
    predicted: z.array(changeSchema).readonly(),
    recorded: z.array(changeSchema).readonly(),
    reasons: z.array(z.string()).readonly(),
  })
  .meta({ id: 'DutyComparison' }) satisfies z.ZodType<DutyComparison>;

const partyComparisonSchema = z
  .strictObject({
    party: z.string(),
    name: z.string(),
    category: z.string(),
    standings: z.array(standingSchema).readonly(),
    duties: z.array(dutyComparisonSchema).readonly(),
    assessments: z
      .array(z.strictObject({ assessment: z.string(), predicted: z.string(), recorded: z.string() }))
      .readonly(),
  })
  .meta({ id: 'PartyComparison' }) satisfies z.ZodType<PartyComparison>;

/** What came about of an effect beside what was predicted. */
export const outcomeComparisonFields = {
  parties: z.array(partyComparisonSchema).readonly(),
  counts: z.array(z.strictObject({ standing: standingSchema, parties: z.int() })).readonly(),
};
