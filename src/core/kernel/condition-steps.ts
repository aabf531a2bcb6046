import { type CompiledCondition, compileCondition } from './compile-condition.ts';
import { type Expression, ON, type Outcome, type Value } from './condition.ts';
import { type ConditionSettings, PLAIN_SETTINGS } from './condition-functions.ts';
import type { Day } from './day.ts';
import { once } from './once.ts';
import { type Change, lift, type Steps, steps } from './steps.ts';

/** What is known of a name over days; null while nothing is. */
export type Scope = (name: string) => Steps<Value | null>;

/** Of each condition one program, whoever it is asked about. */
export const programOf = once<Expression, ConditionSettings, CompiledCondition>(compileCondition);

/**
 * What a condition comes to over days: equal, on every day, to evaluating it over what its names come to on that day,
 * and over that day for `on`.
 */
export function conditionSteps(
  condition: Expression,
  scope: Scope,
  settings: ConditionSettings = PLAIN_SETTINGS,
): Steps<Outcome> {
  const { names, evaluate, evaluateUntil } = programOf(condition, settings);
  const asked = names.indexOf(ON);
  if (asked === -1) return lift(names.map(scope), evaluate);
  const known = lift(names.filter((name) => name !== ON).map(scope), (values) => values);
  const changes: Change<Outcome>[] = [];
  // While the names stay the same, the outcome stays until the first of the days with which the day was compared.
  const walk = (values: readonly (Value | null)[], from: number, until: number) => {
    for (let at = from; at < until; ) {
      const on: Value = { kind: 'day', day: at as Day };
      const found = evaluateUntil(values.toSpliced(asked, 0, on));
      changes.push({ from: at as Day, value: found.outcome });
      at = found.until;
    }
  };
  walk(known.initial, -Infinity, known.changes[0]?.from ?? Infinity);
  known.changes.forEach(({ from, value }, index) => {
    walk(value, from, known.changes[index + 1]?.from ?? Infinity);
  });
  const [first, ...later] = changes as [Change<Outcome>, ...Change<Outcome>[]];
  return steps(first.value, later);
}
