import { z } from 'zod';
import type { Combination } from '../../core/assurance/reading-combinations.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import type { Day } from '../../core/kernel/day.ts';

/** What a reader of an effect may choose. */
export interface EffectOptions {
  /** One party by id; null for all. */
  readonly party: string | null;
  /** Day of each next assessment; null for the day of implementation. */
  readonly on: Day | null;
  readonly readings: Combination;
  /** By event, or by event and subject: `system-enrolled:pebblewick-x`. */
  readonly assume: Readonly<Record<string, Day | 'never'>>;
  /** Days to which scheduled assessments (by id) are moved. */
  readonly moved: Readonly<Record<string, Day>>;
}

/** Nothing chosen: every party, every reading, nothing assumed. */
export const NO_OPTIONS: EffectOptions = { party: null, on: null, readings: {}, assume: {}, moved: {} };

const supposedDaySchema = z.union([z.literal('never'), daySchema], {
  error: ({ input }) => `"${input}" is not a day; expected a day YYYY-MM-DD, or never`,
});

/** How an operation that is about no one modification asks for what to suppose. */
export const assumeField = z.record(z.string(), supposedDaySchema).default({}).meta({
  description:
    'What to suppose, event by event (or event:subject): {"first-smets1-enrolment": "2019-03-01"}; of a modification that is awaited too, by the event of its approval: {"secmp0065-approved": "2018-10-25"}.',
});

/** How an operation asks for the options of an effect. */
export const effectOptionFields = {
  party: z.string().min(1).nullable().default(null).meta({ description: 'One party by id; left out, all of them.' }),
  on: daySchema.nullable().default(null).meta({
    description: 'Day for which each next assessment is answered; left out, the day of implementation.',
  }),
  readings: z
    .record(z.string(), z.string())
    .default({})
    .meta({ description: 'Readings to fix, wording by wording: {"g3-26-new": "per-system"}.' }),
  assume: z.record(z.string(), supposedDaySchema).default({}).meta({
    description:
      'What to suppose, event by event (or event:subject): {"first-smets1-enrolment": "2019-03-01"}; of the decision on the modification too, where it is awaited: {"approval": "2018-10-25"}.',
  }),
  moved: z
    .record(z.string(), daySchema)
    .default({})
    .meta({ description: 'Days to which scheduled assessments are moved, by id of the assessment.' }),
};
