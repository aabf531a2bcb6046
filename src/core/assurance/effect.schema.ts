import { z } from 'zod';
import { citationSchema } from '../kernel/citation.schema.ts';
import { daySchema } from '../kernel/day.schema.ts';
import { intervalSchema } from '../kernel/interval.schema.ts';
import { assessmentAnswerSchema, assessmentTypeSchema, cycleYearSchema } from './assessment.schema.ts';
import type { Consequence } from './consequences.ts';
import type { CountRange } from './count-range.ts';
import type { BoundRun, Clause, EffectReport, EffectUnderReading, GroupEffect, PartyEffect, Span } from './effect.ts';

/** True, false or not settled. */
export const verdictSchema = z.union([z.boolean(), z.literal('unknown')]);
const events = z.array(z.string());
const count = z.number().int().nonnegative();

const countRangeSchema = z
  .strictObject({ least: count, most: count })
  .meta({ id: 'CountRange', description: 'At least and at most so many.' }) satisfies z.ZodType<CountRange>;

/** Days of a finding, with what would settle it. */
export const spanSchema = z
  .strictObject({ from: daySchema, until: daySchema.nullable(), awaiting: events })
  .meta({ id: 'Span' }) satisfies z.ZodType<Span>;

/** A run of days with one answer and one reason. */
export const boundRunSchema: z.ZodType<BoundRun> = z
  .strictObject({
    interval: intervalSchema,
    bound: verdictSchema,
    version: z.string().nullable(),
    reading: z.string().nullable(),
    awaiting: events,
    reason: z.string(),
    citations: z.array(citationSchema),
  })
  .meta({ id: 'BoundRun' });

const decidingSchema = z.strictObject({
  provision: z.string().nullable(),
  version: z.string().nullable(),
  reason: z.string(),
});

const clauseSchema = z
  .strictObject({ without: decidingSchema, with: decidingSchema })
  .meta({ id: 'Clause', description: 'What decides in each world on the first day.' }) satisfies z.ZodType<Clause>;

const groupEffectSchema = z
  .strictObject({
    group: z.string(),
    title: z.string(),
    obligation: z.string(),
    provision: z.string(),
    without: z.array(boundRunSchema),
    with: z.array(boundRunSchema),
    difference: z.array(
      z.strictObject({
        interval: intervalSchema,
        change: z.enum(['gained', 'lost', 'unsettled']),
        clause: clauseSchema,
      }),
    ),
    otherwise: z.array(z.strictObject({ interval: intervalSchema, what: z.array(z.string()), clause: clauseSchema })),
    cover: z.array(boundRunSchema),
    gapsWith: z.array(spanSchema),
    gapsWithout: z.array(spanSchema),
    before: z.array(
      z.strictObject({
        event: z.string(),
        title: z.string(),
        needs: z.array(z.strictObject({ event: z.string(), title: z.string() })),
        without: z.array(spanSchema),
        with: z.array(spanSchema),
      }),
    ),
    boundWithoutGuidance: z.strictObject({ without: z.array(spanSchema), with: z.array(spanSchema) }),
  })
  .meta({ id: 'GroupEffect' }) satisfies z.ZodType<GroupEffect>;

const partyEffectSchema = z
  .strictObject({
    party: z.string(),
    name: z.string(),
    category: z.string(),
    groups: z.array(groupEffectSchema),
    assessments: z.array(
      z.strictObject({
        assessment: z.string(),
        on: daySchema,
        plannedType: z.string(),
        uncounted: assessmentTypeSchema.nullable(),
        without: assessmentAnswerSchema,
        with: assessmentAnswerSchema,
        exposedWithout: verdictSchema,
        exposedWith: verdictSchema,
        exposureReason: z.string(),
      }),
    ),
    next: z
      .strictObject({ cycleYear: cycleYearSchema, without: assessmentAnswerSchema, with: assessmentAnswerSchema })
      .nullable(),
  })
  .meta({ id: 'PartyEffect' }) satisfies z.ZodType<PartyEffect>;

const inWorldSchema = z.strictObject({
  parties: countRangeSchema,
  days: z.array(spanSchema),
  assessments: z.array(z.string()),
});

const consequenceSchema = z
  .strictObject({
    id: z.enum(['unplanned-assessment', 'bound-without-guidance', 'cannot-prepare', 'in-breach-when-assessed']),
    of: z.string().nullable(),
    without: inWorldSchema,
    with: inWorldSchema,
    reasons: z.array(z.string()),
  })
  .meta({ id: 'Consequence' }) satisfies z.ZodType<Consequence>;

const underReadingSchema = z
  .strictObject({
    readings: z.record(z.string(), z.string()),
    parties: z.array(partyEffectSchema),
    counts: z.strictObject({
      partiesChanged: countRangeSchema.meta({ description: 'Gain a duty, lose one or owe one otherwise.' }),
      partiesGaining: countRangeSchema,
      partiesLosing: countRangeSchema,
      partiesOtherwise: countRangeSchema,
      partiesReworded: countRangeSchema.meta({ description: 'Bound in both worlds, in other words.' }),
      groupsChanged: countRangeSchema,
      unplannedFullWithout: countRangeSchema,
      unplannedFullWith: countRangeSchema,
      fullWithout: countRangeSchema,
      fullWith: countRangeSchema,
      assessorCapacity: count.nullable(),
    }),
    consequences: z.array(consequenceSchema),
  })
  .meta({ id: 'EffectUnderReading' }) satisfies z.ZodType<EffectUnderReading>;

/** What the effect of a modification comes to. */
export const effectReportSchema: z.ZodType<EffectReport> = z
  .strictObject({
    modification: z.string(),
    title: z.string(),
    window: intervalSchema,
    on: daySchema,
    implementation: z.strictObject({
      day: daySchema.nullable(),
      basis: z.enum(['decided', 'planned', 'unknown', 'never']),
      assumption: z.string().nullable(),
      awaiting: events,
    }),
    firstEffect: daySchema.nullable(),
    differsBefore: z.array(z.string()),
    retroactive: intervalSchema.nullable(),
    assumed: z.array(z.strictObject({ event: z.string(), day: daySchema.nullable() })),
    events: z.array(z.strictObject({ event: z.string(), title: z.string() })),
    overruled: z
      .array(
        z.strictObject({
          event: z.string(),
          title: z.string(),
          supposed: daySchema.nullable(),
          recorded: daySchema,
        }),
      )
      .meta({ description: 'What is assumed and does not count, because the record says another day.' }),
    combinations: z.array(underReadingSchema),
  })
  .meta({ id: 'EffectReport' });
