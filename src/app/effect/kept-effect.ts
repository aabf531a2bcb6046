import type { EffectReport } from '../../core/assurance/effect.ts';
import { effectOf } from '../../core/assurance/effect-of.ts';
import type { EffectQuestion } from '../../core/assurance/effect-question.ts';
import type { Result } from '../operation.ts';
import type { EffectOptions } from './effect-options.ts';
import { type EffectSources, effectFrom } from './effect-sources.ts';

/** How much is kept: what was asked longest ago goes first, and what alone comes to more is not kept. */
const MOST_EFFECTS = 32;
const MOST_PARTIES = 10_000;

/** Effects by everything that they are a function of; whatever is recorded makes another question of what it bears on. */
const kept = new Map<string, EffectReport>();
let parties = 0;

/** {@link effectFrom} of what the record says, worked out once for as long as nothing that it follows from changes. */
export function keptEffectFrom(sources: EffectSources, options: EffectOptions): Result<EffectReport> {
  return effectFrom(sources, options, (question) => keptEffect(sources.rulebook.digest, question));
}

function keptEffect(rulebook: string, question: EffectQuestion): EffectReport {
  const { wordings, factKinds } = question.rules;
  // the other rules are the rulebook's own, for which its digest stands
  const key = JSON.stringify([rulebook, { ...question, rules: { wordings, factKinds } }]);
  const effect = kept.get(key) ?? effectOf(question);
  drop(key);
  if (sizeOf(effect) <= MOST_PARTIES) {
    kept.set(key, effect);
    parties += sizeOf(effect);
  }
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_EFFECTS && parties <= MOST_PARTIES) break;
    drop(oldest);
  }
  return effect;
}

function drop(key: string): void {
  const effect = kept.get(key);
  if (effect === undefined) return;
  parties -= sizeOf(effect);
  kept.delete(key);
}

/** Parties, each as often as there are choices of readings. */
function sizeOf({ combinations }: EffectReport): number {
  return combinations.reduce((count, one) => count + one.parties.length, 0);
}
