import { type Expression, namesIn, type Outcome, type Value } from './condition.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { lift, type Steps } from './steps.ts';

/** What is known of a name over days; null while nothing is. */
export type Scope = (name: string) => Steps<Value | null>;

/** What a condition comes to over days: equal, on every day, to evaluating it over what its names come to on that day. */
export function conditionSteps(condition: Expression, scope: Scope): Steps<Outcome> {
  const names = namesIn(condition);
  return lift<Value | null, Outcome>(names.map(scope), (values) =>
    evaluateCondition(condition, (name) => values[names.indexOf(name)] ?? undefined),
  );
}
