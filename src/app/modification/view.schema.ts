import { z } from 'zod';
import { citationSchema } from '../../core/kernel/citation.schema.ts';
import { daySchema, instantSchema } from '../../core/kernel/day.schema.ts';
import { questionSchema, stanceSchema } from '../../core/modification/consultation/questionnaire.schema.ts';
import { holdSchema } from '../../core/modification/hold/hold.schema.ts';
import { QUESTIONS } from '../../core/modification/profile/profile.ts';
import { roleSchema } from '../../core/party/actor.schema.ts';
import { ballotViewSchema } from './ballot.schema.ts';
import { implementationViewSchema, partViewSchema } from './implementation-view.schema.ts';

const listed = z.strictObject({ id: z.string(), title: z.string() });
const many = <T extends z.ZodType>(of: T) => z.array(of).readonly();

/** Who can do something by when. */
const unblockerSchema = z.strictObject({ who: z.string(), by: z.string(), until: instantSchema.nullable() });

/** An act that is possible now, or that the clock will do. */
export const nextActSchema = z
  .strictObject({
    step: z.string(),
    title: z.string(),
    operation: z.string().nullable().meta({ description: 'Operation that does it; null for what only time does.' }),
    roles: many(roleSchema),
    who: z.string(),
    act: z.string(),
    from: daySchema.nullable(),
    until: instantSchema.nullable().meta({ description: 'The latest instant planned, wanted or allowed.' }),
    timing: z
      .string()
      .nullable()
      .meta({ description: 'Where that comes from, when the timetable plans no day for it.' }),
    closes: instantSchema.nullable().meta({ description: 'When a vote closes that is opened now, unless told.' }),
    overdue: z.boolean().meta({ description: 'Whether `until` has gone by.' }),
    optional: z.boolean().meta({ description: 'Whether the proposal goes on without it.' }),
    item: z.string().exactOptional().meta({ description: 'Which of several it is about, by id: a question.' }),
    citation: citationSchema,
  })
  .meta({ id: 'NextAct' });

const trackedStageSchema = z.strictObject({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  status: z.enum(['done', 'current', 'ahead', 'skipped', 'not-reached']),
});

const progressionSchema = z.strictObject({
  questions: many(
    z.strictObject({
      question: z.enum(QUESTIONS),
      step: z.string(),
      title: z.string(),
      act: z.string(),
      who: z.string(),
      status: z.enum(['asked', 'agreed', 'refused', 'not-asked', 'not-reached']),
      on: daySchema.nullable(),
      reasons: z.string().nullable(),
      citation: citationSchema,
    }),
  ),
  standing: z.enum(['proposed', 'not-reached', 'agreed', 'refused', 'overtaken', 'set']),
  setBy: z.strictObject({ step: z.string(), title: z.string(), on: daySchema }).nullable(),
  rows: many(
    z.strictObject({
      step: z.string(),
      title: z.string(),
      from: daySchema,
      to: daySchema,
      workingDays: z.number().nullable(),
      countFirst: z.boolean().nullable().meta({ description: 'Whether `workingDays` counts the first day.' }),
      afterPrevious: z.number().nullable().meta({ description: 'Working Days after the last day of the row before.' }),
      deviation: z.string().nullable().meta({ description: 'How what happened differs from the plan, in words.' }),
    }),
  ),
  unplanned: many(z.strictObject({ step: z.string(), title: z.string(), who: z.string() })),
});

const stepViewSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  stage: z.string(),
  kind: z.enum(['submission', 'determination', 'consultation', 'ballot', 'window', 'dating', 'implementation']),
  act: z.string(),
  who: z.string(),
  roles: many(roleSchema),
  status: z.enum(['done', 'open', 'waiting', 'excluded', 'not-reached']),
  outcome: listed.nullable(),
  on: daySchema.nullable(),
  reasons: z.string().nullable(),
  waitsFor: many(unblockerSchema),
  planned: z.strictObject({ from: daySchema, to: daySchema }).nullable(),
  outcomes: many(
    listed.extend({ reopens: many(z.string()).meta({ description: 'Titles of the steps that it opens anew.' }) }),
  ),
  reasonsRequired: z.boolean(),
  carriesTimetable: z.boolean(),
  citation: citationSchema,
});

const consultationViewSchema = z.strictObject({
  step: z.string(),
  title: z.string(),
  status: z.enum(['ahead', 'open', 'closed']),
  from: daySchema,
  warning: z.string().nullable().meta({ description: 'What is odd about its first day.' }),
  closes: instantSchema,
  workingDays: z.number().nullable(),
  countFirst: z.boolean(),
  counts: z.strictObject({ support: z.number(), oppose: z.number(), neutral: z.number() }),
  responses: many(
    z.strictObject({
      party: z.string(),
      stance: stanceSchema.nullable().meta({ description: 'Null where the party keeps it confidential.' }),
      on: daySchema,
      content: z.string().meta({ description: 'Names the words, which are kept beside the chain.' }),
      digest: z.string(),
      questionnaire: z.number().nullable().meta({ description: 'The version answered; null: in words alone.' }),
      late: z.boolean(),
      filedBy: z.string().nullable().meta({
        description: 'The party of its group that answered for it, or code-administrator where it was recorded for it.',
      }),
      replaced: z.number().meta({ description: 'How many of its own came before this one.' }),
    }),
  ),
  questionnaire: z.strictObject({
    version: z.number(),
    standard: z.boolean().meta({ description: 'Whether it asks for a view and words alone.' }),
  }),
  extensions: many(z.strictObject({ from: instantSchema, to: instantSchema, reasons: z.string(), on: daySchema })),
  extendedBy: many(roleSchema),
});

const questionnaireViewSchema = z.strictObject({
  step: z.string(),
  title: z.string(),
  version: z.number(),
  questions: many(questionSchema),
  open: z.boolean().meta({ description: 'Whether the consultation has opened.' }),
});

const windowViewSchema = z.strictObject({
  step: z.string(),
  title: z.string(),
  status: z.enum(['open', 'done']),
  decidedOn: daySchema,
  workingDays: z.number(),
  countFirst: z.boolean(),
  lastDay: daySchema,
  ends: instantSchema,
  referral: z.strictObject({ party: z.string(), grounds: z.string(), on: daySchema }).nullable(),
});

const saidSchema = { by: z.string(), text: z.string(), on: daySchema };

const pathSchema = z.strictObject({
  current: z
    .strictObject({ id: z.string(), title: z.string(), decidedBy: z.string(), citation: citationSchema })
    .nullable()
    .meta({ description: 'Null while it is not determined.' }),
  history: many(z.strictObject({ title: z.string(), by: z.string(), reasons: z.string(), on: daySchema })).meta({
    description: 'How it was determined and changed, in order.',
  }),
  change: z
    .strictObject({ roles: many(roleSchema), act: z.string(), outcomes: many(listed), citation: citationSchema })
    .nullable()
    .meta({ description: 'The right to change it; null when nobody can now.' }),
});

const sentBackSchema = z.strictObject({
  step: z.string(),
  title: z.string(),
  outcome: z.string(),
  reasons: z.string(),
  directions: z.string().nullable(),
  steps: many(z.strictObject({ id: z.string(), title: z.string(), done: z.boolean() })),
  on: daySchema,
});

/** Everything that a page says of a modification, with its passing of time counted in. */
export const modificationViewSchema = z
  .strictObject({
    id: z.string(),
    named: z.string().meta({ description: 'How it is named now: MP112, which was raised as DP112.' }),
    title: z.string(),
    code: z.string(),
    status: z.enum(['open', 'closed']),
    end: z.strictObject({ id: z.string(), title: z.string(), on: daySchema }).nullable(),
    proposer: z.strictObject({ id: z.string(), name: z.string() }),
    raisedOn: daySchema,
    profile: listed,
    rulebook: z.string(),
    version: z.number().int().meta({ description: 'Events in its stream.' }),
    urgency: z.strictObject({
      asked: z.boolean(),
      reason: z.string(),
      urgent: z.boolean().nullable().meta({ description: 'Null while that is not settled.' }),
      standing: z.enum(['not-asked', 'awaited', 'urgent', 'not-urgent', 'not-reached']),
    }),
    pathAsked: z.string(),
    fastTrack: z.boolean(),
    comments: many(
      z.strictObject({ id: z.string(), ...saidSchema, answer: z.strictObject(saidSchema).nullable() }),
    ).meta({ description: 'What its critical friend said, and what its proposer answered.' }),
    mayComment: many(roleSchema).meta({ description: 'Roles that can comment now as critical friend.' }),
    path: pathSchema,
    sentBack: many(sentBackSchema),
    draftedAgainst: z.string(),
    legalText: z.strictObject({
      against: z.string().meta({ description: 'Label of the version that it now amends.' }),
      revision: z.number().int().meta({ description: 'Counts its texts from 1.' }),
      over: z
        .strictObject({
          kind: z.enum(['modification', 'designation', 'unknown']),
          reference: z.string(),
          label: z.string(),
        })
        .nullable()
        .meta({ description: 'What it was mapped over last; null while the proposer’s own words stand.' }),
    }),
    tracker: many(trackedStageSchema),
    progression: progressionSchema,
    steps: many(stepViewSchema),
    consultations: many(consultationViewSchema),
    objectives: many(listed).meta({ description: 'The objectives of the code, which reasons speak of.' }),
    questionnaires: many(questionnaireViewSchema).meta({
      description: 'What consultations that are open or to come ask.',
    }),
    ballots: many(ballotViewSchema),
    solutions: many(listed).meta({
      description: 'What can be decided on, where there are several: what was proposed first.',
    }),
    windows: many(windowViewSchema),
    approval: z.strictObject({
      status: z.enum(['awaited', 'approved', 'not-approved']),
      on: daySchema.nullable(),
      final: z.boolean(),
      suspended: many(z.string()).meta({ description: 'Why it has no effect yet, tier by tier.' }),
    }),
    implementation: implementationViewSchema,
    parts: many(partViewSchema).meta({
      description: 'Parts of the legal text that take effect by themselves; empty when it is undivided.',
    }),
    withdrawal: z
      .strictObject({
        roles: many(roleSchema),
        act: z.string(),
        adoptable: z.boolean().meta({ description: 'Whether another may then adopt it.' }),
        citation: citationSchema,
      })
      .nullable()
      .meta({ description: 'The right of the proposer to take it back; null when there is none, or none any more.' }),
    withdrawn: z
      .strictObject({ by: z.string(), reasons: z.string(), on: daySchema })
      .nullable()
      .meta({ description: 'That it ended because its proposer took it back.' }),
    adoptable: z
      .strictObject({ by: z.string(), reasons: z.string(), on: daySchema, lastDay: daySchema, ends: instantSchema })
      .nullable()
      .meta({ description: 'That it was withdrawn and until when another can adopt it.' }),
    adoptions: many(
      z.strictObject({
        proposer: z.strictObject({ id: z.string(), name: z.string() }),
        before: z.strictObject({ id: z.string(), name: z.string() }),
        by: z.string(),
        reasons: z.string(),
        on: daySchema,
      }),
    ).meta({ description: 'Who took it on from whom.' }),
    hold: z
      .strictObject({ roles: many(roleSchema), act: z.string(), citation: citationSchema })
      .nullable()
      .meta({ description: 'The right to put it on hold; null when there is none now.' }),
    holds: many(holdSchema).meta({ description: 'Times in which it rested; the last one has no end while it rests.' }),
    published: z.string().nullable().meta({ description: 'Label of the version that implemented it.' }),
    next: many(nextActSchema),
  })
  .meta({ id: 'Modification' });

/** A modification as {@link modificationViewSchema} says it. */
export type ModificationView = z.output<typeof modificationViewSchema>;
