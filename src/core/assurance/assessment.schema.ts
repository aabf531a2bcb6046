import { z } from 'zod';
import { citationSchema } from '../kernel/citation.schema.ts';
import { daySchema } from '../kernel/day.schema.ts';
import type { AssessmentAnswer, AssessmentRule, AssessorCapacity, ScheduledAssessment } from './assessment.ts';

/** Kinds of User Security Assessment. */
export const assessmentTypeSchema = z.enum(['full', 'verification', 'self']);

/** Year of an assessment cycle. */
export const cycleYearSchema = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** One row of the rules of assessment kinds. */
export const assessmentRuleSchema = z.strictObject({
  userClass: z.string().min(1),
  categories: z.array(z.string().min(1)).min(1),
  from: daySchema.nullable(),
  until: daySchema.nullable(),
  threshold: z.string().min(1),
  size: z.enum(['above', 'at-or-below', 'any']),
  year: cycleYearSchema,
  type: assessmentTypeSchema,
  citation: citationSchema,
}) satisfies z.ZodType<AssessmentRule>;

/** An assessment planned with the assessor. */
export const scheduledAssessmentSchema = z
  .strictObject({
    id: z.string().min(1),
    party: z.string().min(1),
    on: daySchema,
    cycleYear: cycleYearSchema,
    plannedType: assessmentTypeSchema,
  })
  .meta({ id: 'ScheduledAssessment' }) satisfies z.ZodType<ScheduledAssessment>;

/** What the assessor can do. */
export const assessorCapacitySchema = z
  .strictObject({
    full: z.number().int().nonnegative(),
    from: daySchema,
    until: daySchema,
    citation: citationSchema,
  })
  .meta({ id: 'AssessorCapacity' }) satisfies z.ZodType<AssessorCapacity>;

/** The type of a next assessment with its reason. */
export const assessmentAnswerSchema: z.ZodType<AssessmentAnswer> = z.strictObject({
  type: assessmentTypeSchema.nullable(),
  possible: z.array(assessmentTypeSchema),
  awaiting: z.array(z.string()),
  because: z.strictObject({
    parameter: z.string(),
    threshold: z.number(),
    unit: z.string(),
    count: z.number(),
    countAtMost: z.number(),
    comparison: z.enum(['above', 'at-or-below']).nullable(),
    rule: assessmentRuleSchema.nullable(),
    citations: z.array(citationSchema),
  }),
});
