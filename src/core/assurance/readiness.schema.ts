import { z } from 'zod';
import { citationSchema } from '../kernel/citation.schema.ts';
import { daySchema } from '../kernel/day.schema.ts';
import type { Continuity } from './continuity.ts';
import { spanSchema, verdictSchema } from './effect.schema.ts';
import type { DutyReadiness, Expected, PartyReadiness, ReadinessReport, ReadinessStep, Shown } from './readiness.ts';

const events = z.array(z.string());

const expectedSchema = z
  .strictObject({
    day: daySchema,
    certainty: z
      .enum(['stated', 'public', 'derived', 'unverified', 'illustrative'])
      .meta({ description: 'That of the least sure of the lengths that it follows from.' }),
  })
  .meta({ id: 'ExpectedDay' }) satisfies z.ZodType<Expected>;

const stepSchema = z
  .strictObject({
    event: z.string(),
    title: z.string(),
    who: z.string().nullable().meta({ description: 'Who does it; null where nothing says.' }),
    needs: events,
    state: z.enum(['done', 'dated', 'supposed', 'awaited', 'waiting', 'never']),
    day: daySchema.nullable(),
    expected: expectedSchema.nullable(),
    facts: z.array(z.string()).meta({ description: 'Facts, by id, that say so.' }),
    citations: z.array(citationSchema),
  })
  .meta({ id: 'ReadinessStep' }) satisfies z.ZodType<ReadinessStep>;

const shownSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('on'), day: daySchema }),
    z.strictObject({
      kind: z.literal('unknown'),
      notBefore: daySchema.nullable(),
      awaiting: events,
      expected: expectedSchema.nullable(),
    }),
    z.strictObject({ kind: z.literal('never'), because: events }),
  ])
  .meta({
    id: 'FirstDayShown',
    description: 'The first day on which compliance can be shown.',
  }) satisfies z.ZodType<Shown>;

const continuitySchema = z
  .strictObject({
    standIns: z.array(z.strictObject({ obligation: z.string(), instrument: z.string(), provision: z.string() })),
    gaps: z.array(spanSchema),
  })
  .meta({
    id: 'Continuity',
    description: 'Duties that stand in, and the days on which none of all binds.',
  }) satisfies z.ZodType<Continuity>;

const dutySchema = z
  .strictObject({
    subject: z.string(),
    subjectTitle: z.string(),
    obligation: z.string(),
    title: z.string(),
    instrument: z.string(),
    provision: z.string(),
    standing: z.enum(['not-bound', 'ready', 'exposed', 'unsettled']),
    chain: z.array(stepSchema),
    shown: shownSchema,
    heldUpBy: z.array(z.strictObject({ event: z.string(), title: z.string(), who: z.string() })),
    exposure: z.array(spanSchema),
    assessments: z.array(z.strictObject({ assessment: z.string(), on: daySchema, exposed: verdictSchema })),
    continuity: continuitySchema.nullable(),
    without: z
      .strictObject({ exposure: z.array(spanSchema), continuity: continuitySchema.nullable() })
      .nullable()
      .meta({ description: 'The same without the modification that is asked about.' }),
  })
  .meta({ id: 'DutyReadiness' }) satisfies z.ZodType<DutyReadiness>;

const partySchema = z
  .strictObject({ party: z.string(), name: z.string(), category: z.string(), duties: z.array(dutySchema) })
  .meta({ id: 'PartyReadiness' }) satisfies z.ZodType<PartyReadiness>;

/** When the duties of parties can be shown to be met. */
export const readinessReportSchema: z.ZodType<ReadinessReport> = z
  .strictObject({
    on: daySchema,
    modification: z.strictObject({ id: z.string(), implementation: daySchema.nullable() }).nullable(),
    readings: z.record(z.string(), z.string()),
    assumed: z.array(z.strictObject({ event: z.string(), day: daySchema.nullable() })),
    parties: z.array(partySchema),
  })
  .meta({ id: 'ReadinessReport' });
