import { z } from 'zod';
import { assessorCapacitySchema, cycleYearSchema, scheduledAssessmentSchema } from '../assurance/assessment.schema.ts';
import { systemGroupSchema } from '../estate/estate.schema.ts';
import { citationSchema } from '../kernel/citation.schema.ts';
import { daySchema, instantSchema } from '../kernel/day.schema.ts';
import { clockTimeSchema } from '../modification/meeting/meeting-event.schema.ts';
import { proposalContentSchema } from '../modification/proposal.schema.ts';
import { factSchema } from '../obligation/fact.schema.ts';
import { roleSchema } from '../party/actor.schema.ts';
import { partySchema, slugSchema } from '../party/party.schema.ts';
import type { Case, Finding } from './case.ts';

const words = z.string().min(1);

const accountSchema = z.strictObject({
  id: slugSchema,
  name: words,
  email: z.email({ message: 'expected a mail address, such as panel-chair@demo.invalid' }),
  role: roleSchema,
  seat: slugSchema.nullable(),
  party: slugSchema.nullable(),
});

const actSchema = z.strictObject({
  at: instantSchema,
  by: slugSchema,
  operation: slugSchema,
  input: z.record(z.string(), z.unknown()),
});

/** A case: a proposal, the people and estates it touches, and the acts that carry it through. */
export const caseSchema = z.strictObject({
  id: words,
  title: words,
  notice: words,
  rulebook: slugSchema,
  startsAt: instantSchema,
  proposal: proposalContentSchema,
  submittedOn: daySchema,
  parties: z.array(partySchema.extend({ cycleYear: cycleYearSchema })).min(1),
  groups: z.array(systemGroupSchema),
  assessments: z.array(scheduledAssessmentSchema),
  assessorCapacity: assessorCapacitySchema,
  facts: z.array(factSchema),
  meetings: z
    .array(z.strictObject({ body: slugSchema, day: daySchema, startsAt: clockTimeSchema, place: words }))
    .default([]),
  accounts: z.array(accountSchema),
  acts: z.array(actSchema),
}) satisfies z.ZodType<Case>;

/** What a careful reader finds. */
export const findingSchema: z.ZodType<Finding> = z
  .strictObject({ id: words, sentence: words, where: words, citations: z.array(citationSchema) })
  .meta({ id: 'Finding' });
