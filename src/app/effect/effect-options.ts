import { z } from 'zod';
import type { Combination } from '../../core/assurance/reading-combinations.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import type { Day } from '../../core/kernel/day.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import type { Assumption } from '../../core/obligation/knowledge.ts';
import type { EffectSources } from './effect-sources.ts';

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
  assume: z
    .record(z.string(), z.union([z.literal('never'), daySchema]))
    .default({})
    .meta({
      description: 'What to suppose, event by event (or event:subject): {"first-smets1-enrolment": "2019-03-01"}.',
    }),
  moved: z
    .record(z.string(), daySchema)
    .default({})
    .meta({ description: 'Days to which scheduled assessments are moved, by id of the assessment.' }),
};

/** `system-enrolled:pebblewick-x` and its day, as an assumption. */
export function assumptionsOf(assume: EffectOptions['assume']): Assumption[] {
  return Object.entries(assume).map(([name, day]) => {
    const [event = name, subject = null] = name.split(/:(.*)/s);
    return { event, subject, day: day === 'never' ? null : day };
  });
}

/** The first option that names something that does not exist, as a refusal; null when all do. */
export function optionFault(options: EffectOptions, { rulebook, content, estate }: EffectSources): Rejection | null {
  const { party, readings, assume, moved } = options;
  const parties = estate.parties.map((one) => one.id);
  if (party !== null && !parties.includes(party)) {
    return rejection('not-found', `There is no party "${party}"; there are ${parties.join(', ') || 'none'}.`);
  }
  const wordings = new Map([...rulebook.wordings, ...content.wordings].map((one) => [one.id, one]));
  for (const [id, reading] of Object.entries(readings)) {
    const known = wordings.get(id)?.readings.map((one) => one.id) ?? [...wordings.keys()];
    if (wordings.has(id) && known.includes(reading)) continue;
    const what = wordings.has(id) ? `reading "${reading}" of "${id}"` : `wording "${id}"`;
    return fault('readings', `There is no ${what}; expected one of ${known.join(', ')}.`);
  }
  const subjects = [...parties, ...estate.groups.map((one) => one.id)];
  for (const { event, subject } of assumptionsOf(assume)) {
    const kinds = rulebook.factKinds.filter((kind) => kind.subject !== 'words').map((kind) => kind.id);
    if (!kinds.includes(event)) {
      return fault('assume', `There is no event "${event}"; expected one of ${kinds.join(', ')}.`);
    }
    if (subject !== null && !subjects.includes(subject)) {
      return fault('assume', `There is no party or group of systems "${subject}"; expected one by its id.`);
    }
  }
  const booked = estate.assessments.map((one) => one.id);
  const unknown = Object.keys(moved).find((id) => !booked.includes(id));
  return unknown === undefined
    ? null
    : fault('moved', `There is no assessment "${unknown}"; expected one of ${booked.join(', ') || 'none'}.`);
}

function fault(field: string, sentence: string): Rejection {
  return rejection('input-invalid', sentence, { place: { field } });
}
