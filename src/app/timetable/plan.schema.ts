import { z } from 'zod';
import { citationSchema } from '../../core/kernel/citation.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import type { TimetablePlan } from '../../core/modification/timetable/plan.ts';
import type { StepDifference } from '../../core/modification/timetable/plan-difference.ts';

const daysSchema = z.strictObject({ from: daySchema, to: daySchema });
const reasonSchema = z.strictObject({
  sentence: z.string(),
  citation: citationSchema.nullable().meta({ description: 'Null for what follows from the plan alone.' }),
});

const rowSchema = z.strictObject({
  step: z.string(),
  title: z.string(),
  who: z.string(),
  state: z.enum(['done', 'running', 'planned']),
  from: daySchema,
  to: daySchema,
  workingDays: z.number().nullable().meta({ description: 'How long it runs; null for what takes a day.' }),
  paperDay: daySchema.nullable().meta({ description: 'When the papers of its meeting go out.' }),
  earliest: daysSchema,
  latest: daysSchema.nullable().meta({ description: 'With which the release is still met.' }),
  slack: z.number().nullable().meta({ description: 'Working Days; negative: so many too late.' }),
  critical: z.boolean(),
  goesWith: z.string().nullable().meta({ description: 'The step on whose day it is done.' }),
  reasons: z.array(reasonSchema).readonly(),
});

/** A step of the timetable as it stands. */
export const standingRowSchema = rowSchema.extend({
  before: daysSchema.nullable().meta({ description: 'Its days in the timetable before, where they differ.' }),
});

/** A timetable that is worked out, with the reason for each day. */
export const planSchema = z
  .strictObject({
    direction: z.enum(['forward', 'backward']),
    urgent: z.boolean(),
    rows: z.array(rowSchema).readonly(),
    release: z
      .strictObject({
        title: z.string(),
        day: daySchema,
        kind: z.enum(['scheduled', 'ad-hoc']),
        scopeFreeze: daySchema.nullable(),
        decisionBy: daySchema.nullable(),
        rule: z.string().nullable(),
        citation: citationSchema,
      })
      .nullable(),
    meets: z.boolean(),
    decision: z
      .strictObject({ step: z.string(), title: z.string(), on: daySchema, neededBy: daySchema.nullable() })
      .nullable(),
    criticalStep: z.string().nullable().meta({ description: 'The step with the least slack.' }),
    notes: z.array(z.string()).readonly().meta({ description: 'What is supposed, and what no rule says.' }),
  })
  .meta({ id: 'TimetablePlan' }) satisfies z.ZodType<TimetablePlan>;

/** How a step differs between two timetables. */
export const differenceSchema = z.strictObject({
  step: z.string(),
  title: z.string(),
  kind: z.enum(['same', 'moved', 'longer', 'shorter', 'added', 'left-out']),
  before: daysSchema.nullable(),
  after: daysSchema.nullable(),
  later: z.number().nullable().meta({ description: 'Working Days; negative: earlier.' }),
  sentence: z.string(),
}) satisfies z.ZodType<StepDifference>;
