import { type Expression, ON, type Outcome, type Scalar, type Value } from './condition.ts';
import { boundedCall, rawOf, unsettledPair } from './condition-bounds.ts';
import { type ConditionSettings, PLAIN_SETTINGS } from './condition-functions.ts';
import {
  arithmetic,
  asTruth,
  call,
  chooseUnknown,
  compareValues,
  connect,
  isIn,
  listOf,
  MISPLACED_ON,
  negate,
  notA,
  unbound,
  unsettled,
} from './condition-operations.ts';
import { sizeOfExpression, tooLarge } from './condition-size.ts';
import { type Failure, failure, isUnsettled, outcomeOf, type Raw, typeOf } from './condition-values.ts';

/** What is known of a name; undefined when nothing is. */
export type Facts = (name: string) => Value | undefined;

/** What an expression comes to, and beneath it only the parts that decide it: from them alone it follows again. */
export interface Explanation {
  readonly expression: Expression;
  readonly outcome: Outcome;
  readonly because: readonly Explanation[];
  /** The item of a list under which the expression was asked. */
  readonly item?: { readonly name: string; readonly value: Scalar };
}

interface Evaluation {
  readonly facts: Facts;
  readonly settings: ConditionSettings;
  /** Values of items by name, the innermost last. */
  readonly items: { readonly name: string; readonly value: Scalar }[];
  spent: number;
}

interface Explained {
  readonly expression: Expression;
  readonly raw: Raw;
  readonly outcome: Outcome;
  readonly because: readonly Explained[];
  readonly item?: { readonly name: string; readonly value: Scalar };
}

const NOTHING: readonly Explained[] = [];
const sound = new WeakSet<Expression>();

/**
 * What a condition comes to over the facts, with the parts that decide it. Connectives are Kleene's: one false operand
 * makes `&&` false and one true operand makes `||` true whatever the other is; short of that, an unknown operand leaves
 * the whole unknown and names what is missing. Values of different types cannot be compared, and connectives take only
 * true and false: an error.
 */
export function explainCondition(
  expression: Expression,
  facts: Facts,
  settings: ConditionSettings = PLAIN_SETTINGS,
): Explanation {
  if (!sound.has(expression)) {
    const fault = tooLarge(expression);
    if (fault !== null) return { expression, outcome: failure(fault), because: [] };
    sound.add(expression);
  }
  return explain(expression, { facts, settings, items: [], spent: 0 });
}

/** What exceeds the steps that an evaluation may take comes to this. */
export function tooManySteps({ mostSteps }: ConditionSettings): Failure {
  return failure(`the condition takes more than ${mostSteps} steps`);
}

function explain(expression: Expression, at: Evaluation): Explained {
  switch (expression.kind) {
    case 'literal':
      return explained(expression, expression.value, NOTHING);
    case 'name':
      return expression.name === ON
        ? explained(expression, MISPLACED_ON, NOTHING)
        : named(expression, expression.name, at);
    case 'not': {
      const of = truth(expression.of, at);
      return explained(expression, typeof of.raw === 'boolean' ? !of.raw : of.raw, [of]);
    }
    case 'negate': {
      const of = explain(expression.of, at);
      return explained(expression, isUnsettled(of.raw) ? of.raw : negate(expression, of.raw), [of]);
    }
    case 'and':
    case 'or':
      return connective(expression, at);
    case 'compare':
      return paired(
        expression,
        operand(expression.left, expression.right, at),
        operand(expression.right, expression.left, at),
      );
    case 'in':
    case 'arithmetic':
      return paired(expression, explain(expression.left, at), explain(expression.right, at));
    case 'list':
      return strict(
        expression,
        expression.items.map((item) => explain(item, at)),
        (values) => listOf(expression, values),
      );
    case 'call': {
      const of = expression.of.map((part) => explain(part, at));
      const raws = of.map((one) => one.raw);
      const raw = boundedCall(expression, raws, at.settings);
      if (raw !== null) return explained(expression, raw, deciding(of, raw));
      return strict(expression, of, (values) => call(expression, values, at.settings));
    }
    case 'choose':
      return choice(expression, at);
    case 'exists':
    case 'all':
      return quantified(expression, at);
  }
}

function named(expression: Expression, name: string, at: Evaluation): Explained {
  const item = at.items.findLast((one) => one.name === name);
  const value = item === undefined ? at.facts(name) : item.value;
  return explained(expression, value === undefined ? unbound(name, at.settings) : rawOf(name, value), NOTHING);
}

/** An operand of a comparison, which may be the day asked about when the other is not. */
function operand(expression: Expression, other: Expression, at: Evaluation): Explained {
  return isOn(expression) && !isOn(other) ? named(expression, ON, at) : explain(expression, at);
}

/** Whether an expression is the bare day asked about. */
export function isOn(expression: Expression): boolean {
  return expression.kind === 'name' && expression.name === ON;
}

function connective(expression: Expression & { readonly kind: 'and' | 'or' }, at: Evaluation): Explained {
  // The operand that settles the connective alone: false for `&&`, true for `||`.
  const settles = expression.kind === 'or';
  const left = truth(expression.left, at);
  if (left.raw === settles) return explained(expression, settles, [left]);
  const right = truth(expression.right, at);
  const raw = connect(left.raw, right.raw, settles);
  return explained(expression, raw, raw === settles ? [right] : deciding([left, right], raw));
}

function choice(expression: Expression & { readonly kind: 'choose' }, at: Evaluation): Explained {
  const when = truth(expression.when, at);
  if (typeof when.raw === 'boolean') {
    const taken = explain(when.raw ? expression.take : expression.otherwise, at);
    return explained(expression, taken.raw, [when, taken]);
  }
  if (!isUnsettled(when.raw) || when.raw.kind === 'error') return explained(expression, when.raw, [when]);
  const [then, otherwise] = [explain(expression.take, at), explain(expression.otherwise, at)];
  const raw = chooseUnknown(when.raw, then.raw, otherwise.raw);
  return explained(expression, raw, isUnsettled(raw) ? [when, ...deciding([then, otherwise], raw)] : [then, otherwise]);
}

function quantified(expression: Expression & { readonly kind: 'exists' | 'all' }, at: Evaluation): Explained {
  const list = explain(expression.list, at);
  if (isUnsettled(list.raw)) return explained(expression, list.raw, [list]);
  if (typeOf(list.raw) !== 'list') return explained(expression, notA(expression.list, list.raw, 'a list'), [list]);
  const settles = expression.kind === 'exists';
  const steps = sizeOfExpression(expression.where);
  const asked: Explained[] = [];
  let raw: Raw = !settles;
  for (const value of list.raw as readonly Scalar[]) {
    at.spent += steps;
    if (at.spent > at.settings.mostSteps) return explained(expression, tooManySteps(at.settings), [list]);
    const item = { name: expression.item, value };
    at.items.push(item);
    const one = { ...truth(expression.where, at), item };
    at.items.pop();
    if (one.raw === settles) return explained(expression, settles, [list, one]);
    raw = connect(raw, one.raw, settles);
    asked.push(one);
  }
  return explained(expression, raw, [list, ...deciding(asked, raw)]);
}

/** An operation on two values. */
function paired(
  expression: Expression & { readonly kind: 'compare' | 'in' | 'arithmetic' },
  left: Explained,
  right: Explained,
): Explained {
  if (isUnsettled(left.raw) || isUnsettled(right.raw)) {
    const raw = unsettledPair(expression, left.raw, right.raw);
    return explained(expression, raw, deciding([left, right], raw));
  }
  switch (expression.kind) {
    case 'compare':
      return explained(expression, compareValues(expression, left.raw, right.raw), [left, right]);
    case 'in':
      return explained(expression, isIn(expression, left.raw, right.raw), [left, right]);
    case 'arithmetic':
      return explained(expression, arithmetic(expression, left.raw, right.raw), [left, right]);
  }
}

/** An operation on values: without one of them there is none, and all of them decide it. */
function strict(
  expression: Expression,
  of: readonly Explained[],
  apply: (values: readonly Value[]) => Value | Failure,
): Explained {
  let raw: Raw | null = null;
  for (const one of of) {
    if (isUnsettled(one.raw)) raw = raw === null ? one.raw : unsettled(raw, one.raw);
  }
  if (raw !== null) return explained(expression, raw, deciding(of, raw));
  return explained(expression, apply(of.map((one) => one.raw as Value)), of);
}

function truth(expression: Expression, at: Evaluation): Explained {
  const of = explain(expression, at);
  if (typeof of.raw === 'boolean' || isUnsettled(of.raw)) return of;
  return explained(expression, asTruth(expression, of.raw), of.because);
}

/** Of parts, those that decide an outcome: all of a value, the unknown of the unknown, the first error of an error. */
function deciding(of: readonly Explained[], raw: Raw): readonly Explained[] {
  if (!isUnsettled(raw)) return of;
  const alike = of.filter(({ outcome }) => outcome.kind === raw.kind);
  return raw.kind === 'error' ? alike.slice(0, 1) : alike;
}

function explained(expression: Expression, raw: Raw, because: readonly Explained[]): Explained {
  return { expression, raw, outcome: outcomeOf(raw), because };
}
