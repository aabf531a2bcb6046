import { z } from 'zod';
import { amendmentSchema } from '../code/amendment.schema.ts';
import { keptResolutionSchema } from '../code/resolution.schema.ts';
import { versionPublishedSchema } from '../code/version.schema.ts';
import { commencementSchema } from '../kernel/commencement.schema.ts';
import { daySchema } from '../kernel/day.schema.ts';
import { wordingsSchema } from '../kernel/reading.schema.ts';
import { obligationChangeSchema } from '../obligation/obligation-change.schema.ts';
import { ballotEventSchemas } from './ballot/ballot-event.schema.ts';
import { commentEventSchemas } from './comment/comment.schema.ts';
import { consultationEventSchemas } from './consultation/consultation-event.schema.ts';
import { holdEventSchemas } from './hold/hold-event.schema.ts';
import { impactEventSchema } from './impact/impact.schema.ts';
import { pathEventSchema } from './path/path.schema.ts';
import type { ProposalContent, ProposalEvent, StoredResolution } from './proposal.ts';
import { refinementEventSchemas } from './refinement/refinement-event.schema.ts';
import { reportContentSchema } from './report/report-content.schema.ts';
import type { LegalTextPart } from './text/part.ts';
import { timetableSchema } from './timetable/timetable.schema.ts';
import { timetableEventSchemas } from './timetable/timetable-event.schema.ts';
import { withdrawalEventSchemas } from './withdrawal/withdrawal-event.schema.ts';

const words = z.string().min(1);

const partSchema = z
  .strictObject({
    id: words,
    title: words,
    amendments: z.int().nonnegative().meta({ description: 'How many of the amendments it has, in their order.' }),
    commences: commencementSchema.exactOptional().meta({ description: 'Left out: when the modification does.' }),
    until: commencementSchema.exactOptional().meta({ description: 'When it ends; left out, it stays.' }),
  })
  .meta({ id: 'LegalTextPart' }) satisfies z.ZodType<LegalTextPart>;

/** How a legal text is divided into parts that take effect by themselves. */
export const partsSchema = z.array(partSchema).min(1);

/** What is proposed. */
export const proposalContentSchema = z
  .strictObject({
    id: words,
    title: words,
    proposer: z.strictObject({ id: words, name: words }),
    code: words,
    urgency: z.strictObject({ asked: z.boolean(), reason: z.string() }),
    pathAsked: z.string().meta({ description: 'Empty: none is asked for.' }),
    fastTrack: z.boolean().exactOptional(),
    timetable: timetableSchema,
    implementation: commencementSchema,
    legalText: z.array(amendmentSchema),
    parts: partsSchema.exactOptional(),
    draftedAgainst: words,
    obligations: z.array(obligationChangeSchema),
    wordings: z.array(wordingsSchema),
    report: reportContentSchema,
  })
  .meta({ id: 'ProposalContent' }) satisfies z.ZodType<ProposalContent>;

/** What was settled of a conflict, by whom, why and when. */
export const storedResolutionSchema = keptResolutionSchema.extend({
  by: words,
  reasons: z.string(),
  on: daySchema,
}) satisfies z.ZodType<StoredResolution>;

/** Everything that can happen to a proposal. */
export const proposalEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('proposal-raised'),
    content: proposalContentSchema,
    raisedOn: daySchema,
    profile: words,
    rulebook: words,
  }),
  z.strictObject({ type: z.literal('paper-submitted'), step: words, on: daySchema }),
  z.strictObject({
    type: z.literal('determination-made'),
    step: words,
    outcome: words,
    reasons: z.string(),
    on: daySchema,
    solution: words.exactOptional(),
    timetable: timetableSchema.nullable(),
  }),
  ...timetableEventSchemas,
  ...consultationEventSchemas,
  ...ballotEventSchemas,
  ...refinementEventSchemas,
  ...holdEventSchemas,
  ...withdrawalEventSchemas,
  pathEventSchema,
  ...commentEventSchemas,
  impactEventSchema,
  z.strictObject({
    type: z.literal('decision-referred'),
    step: words,
    party: words,
    grounds: z.string(),
    on: daySchema,
  }),
  z.strictObject({ type: z.literal('window-opened'), step: words, lastDay: daySchema, on: daySchema }),
  z.strictObject({ type: z.literal('window-elapsed'), step: words, on: daySchema }),
  z.strictObject({
    type: z.literal('steps-reopened'),
    step: words,
    steps: z.array(words).min(1),
    directions: words.exactOptional(),
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('profile-changed'),
    profile: words,
    rulebook: words,
    steps: z.record(words, words),
    reasons: z.string(),
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('implementation-dated'),
    step: words,
    part: words.exactOptional(),
    day: daySchema,
    on: daySchema,
    reasons: z.string(),
  }),
  z.strictObject({
    type: z.literal('part-implemented'),
    step: words,
    part: words,
    title: words,
    label: words,
    inForceFrom: daySchema,
    on: daySchema,
  }),
  z.strictObject({ type: z.literal('modification-implemented'), step: words, on: daySchema, label: words }),
  z.strictObject({
    type: z.literal('legal-text-drafted'),
    amendments: z.array(amendmentSchema),
    parts: partsSchema.exactOptional(),
    against: words,
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('obligations-drafted'),
    obligations: z.array(obligationChangeSchema),
    wordings: z.array(wordingsSchema),
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('legal-text-rebased'),
    amendments: z.array(amendmentSchema),
    parts: partsSchema.exactOptional(),
    against: words,
    over: versionPublishedSchema.shape.source.extend({ label: words }),
    resolutions: z.array(storedResolutionSchema),
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('legal-text-anchored'),
    against: words,
    without: z.array(words),
    over: versionPublishedSchema.shape.source.extend({ label: words }),
    on: daySchema,
  }),
  storedResolutionSchema.extend({ type: z.literal('conflict-resolved') }),
  z.strictObject({ type: z.literal('event-occurred'), event: words, day: daySchema, on: daySchema }),
  z.strictObject({ type: z.literal('proposal-closed'), end: words, title: words, on: daySchema }),
]) satisfies z.ZodType<ProposalEvent>;
