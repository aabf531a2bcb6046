import { outcomesOf } from '../../core/assurance/outcomes.ts';
import { draftImpact, type ImpactDraft } from '../../core/document/impact-draft.ts';
import { canonicalJson } from '../../core/kernel/canonical-json.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import type { ImpactBasis } from '../../core/modification/impact/impact.ts';
import { type Context, done, type Result } from '../operation.ts';
import { type EffectOptions, NO_OPTIONS } from './effect-options.ts';
import { keptEffectFrom } from './kept-effect.ts';
import { readEffectSources } from './read-effect-sources.ts';

/** What the effect of a modification comes to, in words and figures, and what it was computed from. */
export interface ComputedImpact extends ImpactDraft {
  readonly basis: ImpactBasis;
}

/** Computes the impact of a modification on Parties as known at an instant, under readings and assumptions. */
export async function computeImpact(
  context: Context,
  modification: string,
  revision: number,
  chosen: Pick<EffectOptions, 'readings' | 'assume'>,
  knownAt: Instant | null,
): Promise<Result<ComputedImpact>> {
  const sources = await readEffectSources(context, modification, knownAt);
  if (!sources.ok) return sources;
  const effect = keptEffectFrom(sources.value, { ...NO_OPTIONS, ...chosen });
  if (!effect.ok) return effect;
  const { rulebook, content, adopted } = sources.value;
  const wordings = [rulebook, content, ...adopted].flatMap((one) => one.wordings);
  const { partyCategories: categories, factKinds } = rulebook;
  const draft = draftImpact(effect.value, { categories, wordings, factKinds });
  const readings = effect.value.combinations[0]?.readings ?? {};
  const outcomes = outcomesOf(effect.value);
  return done({
    ...draft,
    basis: {
      digest: context.ports.random.digest(canonicalJson({ readings, outcomes })),
      computedAt: knownAt ?? context.now,
      revision,
      readings,
      assumed: chosen.assume as Readonly<Record<string, Day | 'never'>>,
      implementation: effect.value.implementation.day,
    },
  });
}
