import { writeDay } from '../../core/kernel/day.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { assumptionFault, decisionFault } from './assumptions.ts';
import type { EffectOptions } from './effect-options.ts';
import type { EffectSources } from './effect-sources.ts';
import { DECISION_EVENTS } from './implementation.ts';

/** The same for several modifications: a decision may be supposed where any of them awaits it. */
export function jointOptionFault(options: EffectOptions, sources: readonly EffectSources[]): Rejection | null {
  const wordings = sources.flatMap(({ content }) => content.wordings);
  const faults = sources.map((one) => optionFault(options, { ...one, content: { ...one.content, wordings } }));
  return faults.includes(null) ? null : (faults[0] ?? null);
}

/** The first option that names something that does not exist or cannot be, as a refusal; null when all can. */
export function optionFault(options: EffectOptions, sources: EffectSources): Rejection | null {
  const { party, readings, assume, moved } = options;
  const { rulebook, content, estate } = sources;
  const parties = estate.parties.map((one) => one.id);
  if (party !== null && !parties.includes(party)) {
    return rejection('not-found', `There is no party "${party}"; there are ${parties.join(', ') || 'none'}.`);
  }
  const reading = readingFault(readings, [...rulebook.wordings, ...content.wordings]);
  if (reading !== null) return reading;
  const assuming = assumptionFault(assume, sources, DECISION_EVENTS) ?? decisionFault(assume, sources);
  if (assuming !== null) return assuming;
  const booked = estate.assessments.map((one) => one.id);
  const unknown = Object.keys(moved).find((id) => !booked.includes(id));
  if (unknown !== undefined) {
    return fault('moved', `There is no assessment "${unknown}"; expected one of ${booked.join(', ') || 'none'}.`);
  }
  return moveFault(moved, sources);
}

/** One that is still to come is not moved into the past, and one that is past not to before its party was admitted. */
function moveFault(moved: EffectOptions['moved'], { estate, today }: EffectSources): Rejection | null {
  for (const { id, party, on } of estate.assessments) {
    const day = moved[id];
    const admitted = estate.parties.find((one) => one.id === party)?.admittedOn ?? on;
    const first = on < today ? admitted : today;
    if (day === undefined || day >= first) continue;
    return fault('moved', `"${id}" cannot be moved to ${writeDay(day)}; expected ${writeDay(first)} or a later day.`);
  }
  return null;
}

/** The first reading that no wording has, as a refusal; null when there is each. */
export function readingFault(readings: EffectOptions['readings'], all: readonly Wordings[]): Rejection | null {
  const wordings = new Map(all.map((one) => [one.id, one]));
  for (const [id, reading] of Object.entries(readings)) {
    const known = wordings.get(id)?.readings.map((one) => one.id) ?? [...wordings.keys()];
    if (wordings.has(id) && known.includes(reading)) continue;
    const what = wordings.has(id) ? `reading "${reading}" of "${id}"` : `wording "${id}"`;
    return fault('readings', `There is no ${what}; expected one of ${known.join(', ')}.`);
  }
  return null;
}

function fault(field: string, sentence: string): Rejection {
  return rejection('input-invalid', sentence, { place: { field } });
}
