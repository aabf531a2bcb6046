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
  return unknown === undefined
    ? null
    : fault('moved', `There is no assessment "${unknown}"; expected one of ${booked.join(', ') || 'none'}.`);
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
