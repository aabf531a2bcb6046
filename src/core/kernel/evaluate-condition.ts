import type { Expression, Outcome } from './condition.ts';
import { type ConditionSettings, PLAIN_SETTINGS } from './condition-functions.ts';
import { explainCondition, type Facts } from './explain-condition.ts';

export type { Facts } from './explain-condition.ts';

/** What a condition comes to over the facts: the outcome of {@link explainCondition}. */
export function evaluateCondition(
  expression: Expression,
  facts: Facts,
  settings: ConditionSettings = PLAIN_SETTINGS,
): Outcome {
  return explainCondition(expression, facts, settings).outcome;
}
