import type { Comparison, Expression, Outcome, Value } from './condition.ts';
import { printCondition, printValue } from './print-condition.ts';

/** What is known of a name; undefined when nothing is. */
export type Facts = (name: string) => Value | undefined;

/**
 * What a condition comes to over the facts. Connectives are Kleene's: one false operand makes `&&` false and one true
 * operand makes `||` true whatever the other is; short of that, an unknown operand leaves the whole unknown and names
 * what is missing. Values of different types cannot be compared, and connectives take only true and false: an error.
 */
export function evaluateCondition(expression: Expression, facts: Facts): Outcome {
  switch (expression.kind) {
    case 'literal':
      return known(expression.value);
    case 'name': {
      const value = facts(expression.name);
      return value === undefined ? { kind: 'unknown', missing: [expression.name] } : known(value);
    }
    case 'not': {
      const of = truth(expression.of, facts);
      return of.kind === 'value' ? known(of.value !== true) : of;
    }
    case 'and':
    case 'or': {
      // The operand that settles the connective alone: false for `&&`, true for `||`.
      const settles = expression.kind === 'or';
      const left = truth(expression.left, facts);
      if (left.kind === 'value' && left.value === settles) return left;
      return connect(left, truth(expression.right, facts), settles);
    }
    case 'compare':
      return compare(expression, evaluateCondition(expression.left, facts), evaluateCondition(expression.right, facts));
  }
}

function known(value: Value): Outcome {
  return { kind: 'value', value };
}

function truth(expression: Expression, facts: Facts): Outcome {
  const outcome = evaluateCondition(expression, facts);
  if (outcome.kind !== 'value' || typeof outcome.value === 'boolean') return outcome;
  const sentence = `${printCondition(expression)} is ${describe(outcome.value)}, where true or false was expected`;
  return { kind: 'error', sentence };
}

function connect(left: Outcome, right: Outcome, settles: boolean): Outcome {
  if (right.kind === 'value' && right.value === settles) return right;
  return unsettled(left, right) ?? known(!settles);
}

function compare(expression: Expression & { kind: 'compare' }, left: Outcome, right: Outcome): Outcome {
  if (left.kind === 'value' && right.kind === 'value') {
    if (typeof left.value === typeof right.value)
      return known(holds(expression.operator, order(left.value, right.value)));
    const sentence =
      `${printCondition(expression.left)} is ${describe(left.value)} and ${printCondition(expression.right)} is ` +
      `${describe(right.value)}: values of different types cannot be compared`;
    return { kind: 'error', sentence };
  }
  return unsettled(left, right) ?? left;
}

/** Unknown before error: what is missing could still make the error not matter. Null when both are values. */
function unsettled(left: Outcome, right: Outcome): Outcome | null {
  if (left.kind === 'value' && right.kind === 'value') return null;
  if (left.kind === 'unknown' && right.kind === 'unknown') {
    return { kind: 'unknown', missing: [...new Set([...left.missing, ...right.missing])] };
  }
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  return left.kind === 'error' ? left : right;
}

function holds(operator: Comparison, ordered: number): boolean {
  switch (operator) {
    case '==':
      return ordered === 0;
    case '!=':
      return ordered !== 0;
    case '<':
      return ordered < 0;
    case '<=':
      return ordered <= 0;
    case '>':
      return ordered > 0;
    case '>=':
      return ordered >= 0;
  }
}

/** Negative, zero or positive; false comes before true, texts go by code point as in CEL. */
function order(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return orderTexts(a, b);
  return Number(a) - Number(b);
}

function orderTexts(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((character, index) => character !== right[index]);
  if (at === -1) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}

function describe(value: Value): string {
  const type = { boolean: 'the truth value', number: 'the number', string: 'the text' };
  return `${type[typeof value as keyof typeof type]} ${printValue(value)}`;
}
