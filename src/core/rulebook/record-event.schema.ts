import { z } from 'zod';
import { assessorCapacitySchema, cycleYearSchema, scheduledAssessmentSchema } from '../assurance/assessment.schema.ts';
import { codeTextSchema } from '../code/provision.schema.ts';
import { versionLabelSchema, versionPublishedSchema } from '../code/version.schema.ts';
import { systemGroupSchema } from '../estate/estate.schema.ts';
import { citationSchema } from '../kernel/citation.schema.ts';
import { daySchema, instantSchema } from '../kernel/day.schema.ts';
import { meetingEventSchema } from '../modification/meeting/meeting-event.schema.ts';
import { proposalEventSchema } from '../modification/proposal.schema.ts';
import { evidenceEventSchema } from '../obligation/evidence.schema.ts';
import { factSchema } from '../obligation/fact.schema.ts';
import { bindingEventSchema, judgementEventSchema } from '../obligation/judgement.schema.ts';
import { membershipEventSchemas } from '../party/membership.schema.ts';
import { partyChangeSchema, partySchema } from '../party/party.schema.ts';
import type { RecordEvent } from './record-event.ts';

const words = z.string().min(1);
const count = z.number().int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in 64 hexadecimal digits');

/** Versions as they apply once another was put before them. */
const rebasedSchema = z.array(versionPublishedSchema.pick({ label: true, amendments: true }));

/** What happens to the text of an instrument. */
const codeEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('code-adopted'),
    instrument: words,
    title: words,
    shortTitle: words,
    label: versionLabelSchema,
    inForceFrom: daySchema,
    text: codeTextSchema,
    notice: words,
  }),
  versionPublishedSchema.extend({
    type: z.literal('version-published'),
    rebased: rebasedSchema.exactOptional(),
  }),
  versionPublishedSchema.pick({ label: true, inForceFrom: true }).extend({
    type: z.literal('version-moved'),
    reasons: z.string(),
    rebased: rebasedSchema.exactOptional(),
  }),
]);

/** What happens to a party. */
const partyEventSchema = z.discriminatedUnion('type', [
  partySchema.extend({ type: z.literal('party-admitted'), cycleYear: cycleYearSchema.nullable() }),
  z.strictObject({ type: z.literal('party-recategorised'), party: words, change: partyChangeSchema }),
  z.strictObject({ type: z.literal('system-group-recorded'), group: systemGroupSchema }),
  z.strictObject({
    type: z.literal('system-group-moved'),
    group: words,
    supplier: words,
    to: words,
    effectiveOn: daySchema,
    citation: citationSchema,
  }),
  z.strictObject({ type: z.literal('assessment-scheduled'), assessment: scheduledAssessmentSchema }),
]);

/** What happens in the market. */
const factEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fact-recorded'), fact: factSchema }),
  z.strictObject({ type: z.literal('fact-withdrawn'), fact: words, reasons: words }),
  assessorCapacitySchema.extend({ type: z.literal('assessor-capacity-recorded') }),
]);

/** What the record itself goes through. */
const lifeEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rulebook-adopted'), code: words, digest: words }),
  z.strictObject({ type: z.literal('demonstration-loaded'), case: words, startsAt: instantSchema }),
  z.strictObject({ type: z.literal('clock-advanced'), to: instantSchema }),
  z.strictObject({ type: z.literal('checkpoint-made'), root: digest, heads: count, position: count }),
]);

const correctionSchema = z.strictObject({
  type: z.literal('correction-noted'),
  stream: words,
  version: z.int().positive(),
  instead: words,
  reasons: words,
  by: words,
  on: daySchema,
});

/** The JSON of an event. */
type StoredEvent = { readonly type: RecordEvent['type'] } & Readonly<Record<string, unknown>>;

/** Every event that a record can hold: ISO days and instants outside, domain values inside. */
export const recordEventSchema: z.ZodType<RecordEvent, StoredEvent> = z.discriminatedUnion('type', [
  ...proposalEventSchema.options,
  ...meetingEventSchema.options,
  ...codeEventSchema.options,
  ...partyEventSchema.options,
  ...membershipEventSchemas,
  ...factEventSchema.options,
  ...bindingEventSchema.options,
  ...judgementEventSchema.options,
  ...evidenceEventSchema.options,
  ...lifeEventSchema.options,
  correctionSchema,
]);
