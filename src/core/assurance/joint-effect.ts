import type { Day } from '../kernel/day.ts';
import { type Clash, clashesOf } from './clash.ts';
import type { EffectReport } from './effect.ts';
import { effectOf } from './effect-of.ts';
import type { EffectQuestion } from './effect-question.ts';
import { type OrderThatMatters, ordersThatMatter } from './order.ts';

/** What several modifications come to, each by itself and all of them together. */
export interface JointEffect {
  readonly alone: readonly EffectReport[];
  /** Made in the order of their days; of one day, in the order in which they are named. */
  readonly together: EffectReport;
  readonly order: readonly JointOrder[];
  /** Obligations that two of them touch, with what is left of each change in either order. */
  readonly clashes: readonly Clash[];
}

/** A pair of modifications whose order matters, and whether their days settle which is first. */
export interface JointOrder extends OrderThatMatters {
  /** The one that is made first; null where both have one day, or one has none yet. */
  readonly first: string | null;
}

/** The effects of modifications alone and together, from the questions about each and about all. */
export function jointEffectOf(alone: readonly EffectQuestion[], together: EffectQuestion): JointEffect {
  const days = new Map(together.changes.map(({ modification, from }) => [modification, from] as const));
  return {
    alone: alone.map(effectOf),
    together: effectOf(together),
    order: ordersThatMatter(together.duties, together.changes).map((one) => ({
      ...one,
      first: firstOf(one.pair, days),
    })),
    clashes: clashesOf(together.duties, together.changes),
  };
}

function firstOf([one, other]: OrderThatMatters['pair'], days: ReadonlyMap<string, Day | null>): string | null {
  const [a, b] = [days.get(one) ?? null, days.get(other) ?? null];
  if (a === null || b === null || a === b) return null;
  return a < b ? one : other;
}
