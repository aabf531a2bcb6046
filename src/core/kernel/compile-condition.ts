import { type DayValue, type Expression, namesIn, ON, type Outcome, type Scalar, type Value } from './condition.ts';
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
  missing,
  negate,
  notA,
  unsettled,
} from './condition-operations.ts';
import { sizeOfExpression, tooLarge } from './condition-size.ts';
import { failure, isUnsettled, outcomeOf, type Raw, typeOf } from './condition-values.ts';
import { isOn, tooManySteps } from './explain-condition.ts';

/** What is known of the names of a compiled condition, in their order; null where nothing is. */
export type Known = readonly (Value | null)[];

/** A condition made ready to be evaluated again and again. */
export interface CompiledCondition {
  /** Names of facts, each once, in reading order: the order of what is given of them. `on` is among them when it is asked. */
  readonly names: readonly string[];
  /** What it comes to; equal to what evaluateCondition says. */
  readonly evaluate: (known: Known) => Outcome;
  /**
   * As `evaluate`, with the first later day on which the outcome may be another one while all else that is known stays
   * the same; infinite when the day asked about decides nothing.
   */
  readonly evaluateUntil: (known: Known) => { readonly outcome: Outcome; readonly until: number };
}

/** Evaluates over what is known. */
type Run = (known: Known) => Raw;

/** What one evaluation keeps; a condition is never evaluated within itself. */
interface Kept {
  readonly names: readonly string[];
  readonly settings: ConditionSettings;
  spent: number;
  until: number;
}

/** Where a name's value is found while items are under their names. */
interface Within {
  readonly kept: Kept;
  readonly items: readonly { readonly name: string; readonly cell: { value: Scalar } }[];
}

/** Turns a condition into a program of closures. A condition with too many parts becomes the error that says so. */
export function compileCondition(
  expression: Expression,
  settings: ConditionSettings = PLAIN_SETTINGS,
): CompiledCondition {
  const fault = tooLarge(expression);
  const names = fault === null ? namesIn(expression) : [];
  const kept: Kept = { names, settings, spent: 0, until: Infinity };
  const run: Run = fault === null ? compile(expression, { kept, items: [] }) : constant(failure(fault));
  const evaluate = (known: Known): Outcome => {
    kept.spent = 0;
    return outcomeOf(run(known));
  };
  return {
    names,
    evaluate,
    evaluateUntil: (known) => {
      kept.until = Infinity;
      const outcome = evaluate(known);
      return { outcome, until: kept.until };
    },
  };
}

function compile(expression: Expression, within: Within): Run {
  switch (expression.kind) {
    case 'literal':
      return constant(expression.value);
    case 'name':
      return expression.name === ON ? constant(MISPLACED_ON) : named(expression.name, within);
    case 'not': {
      const of = truth(expression.of, within);
      return (known) => {
        const raw = of(known);
        return typeof raw === 'boolean' ? !raw : raw;
      };
    }
    case 'negate': {
      const of = compile(expression.of, within);
      return (known) => {
        const raw = of(known);
        return isUnsettled(raw) ? raw : negate(expression, raw);
      };
    }
    case 'and':
      return conjunction(truth(expression.left, within), truth(expression.right, within));
    case 'or':
      return disjunction(truth(expression.left, within), truth(expression.right, within));
    case 'compare':
      return comparison(expression, within);
    case 'in':
      return pair(expression.left, expression.right, within, (left, right) => isIn(expression, left, right));
    case 'arithmetic':
      return pair(expression.left, expression.right, within, (left, right) => arithmetic(expression, left, right));
    case 'choose':
      return choice(expression, within);
    case 'list':
      return strict(expression.items, within, (values) => listOf(expression, values));
    case 'call':
      return strict(expression.of, within, (values) => call(expression, values, within.kept.settings));
    case 'exists':
    case 'all':
      return quantifier(expression, within);
  }
}

function constant(raw: Raw): Run {
  return () => raw;
}

function named(name: string, { kept, items }: Within): Run {
  const item = items.findLast((one) => one.name === name);
  if (item !== undefined) {
    const { cell } = item;
    return () => cell.value;
  }
  const slot = kept.names.indexOf(name);
  const unknown = missing([name]);
  return (known) => known[slot] ?? unknown;
}

/** What is asked for its truth; a comparison cannot be anything else. */
function truth(expression: Expression, within: Within): Run {
  const of = compile(expression, within);
  switch (expression.kind) {
    case 'and':
    case 'or':
    case 'not':
    case 'compare':
    case 'in':
    case 'exists':
    case 'all':
      return of;
    default:
      return (known) => {
        const raw = of(known);
        return typeof raw === 'boolean' ? raw : asTruth(expression, raw);
      };
  }
}

function conjunction(left: Run, right: Run): Run {
  return (known) => {
    const first = left(known);
    if (first === false) return false;
    const second = right(known);
    if (first === true) return second;
    return connect(first, second, false);
  };
}

function disjunction(left: Run, right: Run): Run {
  return (known) => {
    const first = left(known);
    if (first === true) return true;
    const second = right(known);
    if (first === false) return second;
    return connect(first, second, true);
  };
}

function comparison(expression: Expression & { readonly kind: 'compare' }, within: Within): Run {
  const { left, right } = expression;
  if (isOn(left) !== isOn(right)) return comparisonWithDay(expression, within);
  return compared(expression, compile(left, within), compile(right, within));
}

/** The common cases ask nothing but the types of the values. */
function compared(expression: Expression & { readonly kind: 'compare' }, left: Run, right: Run): Run {
  const slow = (first: Raw, second: Raw): Raw =>
    isUnsettled(first) || isUnsettled(second)
      ? (unsettled(first, second) ?? first)
      : compareValues(expression, first, second);
  switch (expression.operator) {
    case '==':
      return (known) => {
        const [first, second] = [left(known), right(known)];
        return typeof first === typeof second && typeof first !== 'object' ? first === second : slow(first, second);
      };
    case '!=':
      return (known) => {
        const [first, second] = [left(known), right(known)];
        return typeof first === typeof second && typeof first !== 'object' ? first !== second : slow(first, second);
      };
    case '<':
      return (known) => {
        const [first, second] = [left(known), right(known)];
        return typeof first === 'number' && typeof second === 'number' ? first < second : slow(first, second);
      };
    case '<=':
      return (known) => {
        const [first, second] = [left(known), right(known)];
        return typeof first === 'number' && typeof second === 'number' ? first <= second : slow(first, second);
      };
    case '>':
      return (known) => {
        const [first, second] = [left(known), right(known)];
        return typeof first === 'number' && typeof second === 'number' ? first > second : slow(first, second);
      };
    case '>=':
      return (known) => {
        const [first, second] = [left(known), right(known)];
        return typeof first === 'number' && typeof second === 'number' ? first >= second : slow(first, second);
      };
  }
}

/** A comparison with the day asked about also says until when it comes to the same. */
function comparisonWithDay(expression: Expression & { readonly kind: 'compare' }, within: Within): Run {
  const { kept } = within;
  const isLeft = isOn(expression.left);
  const slot = kept.names.indexOf(ON);
  const on = named(ON, within);
  const other = compile(isLeft ? expression.right : expression.left, within);
  const run = compared(expression, isLeft ? on : other, isLeft ? other : on);
  return (known) => {
    const [at, against] = [known[slot], other(known)];
    if (isDay(at) && isDay(against)) {
      if (at.day < against.day) kept.until = Math.min(kept.until, against.day);
      else if (at.day === against.day) kept.until = Math.min(kept.until, against.day + 1);
    }
    return run(known);
  };
}

function isDay(raw: Raw | null | undefined): raw is DayValue {
  return typeof raw === 'object' && raw !== null && (raw as { kind?: string }).kind === 'day';
}

function pair(first: Expression, second: Expression, within: Within, apply: (left: Value, right: Value) => Raw): Run {
  const [left, right] = [compile(first, within), compile(second, within)];
  return (known) => {
    const [a, b] = [left(known), right(known)];
    return isUnsettled(a) || isUnsettled(b) ? (unsettled(a, b) ?? a) : apply(a, b);
  };
}

function strict(of: readonly Expression[], within: Within, apply: (values: readonly Value[]) => Raw): Run {
  const parts = of.map((one) => compile(one, within));
  return (known) => {
    let raw: Raw | null = null;
    const values: Value[] = [];
    for (const part of parts) {
      const value = part(known);
      if (isUnsettled(value)) raw = raw === null ? value : unsettled(raw, value);
      else values.push(value);
    }
    return raw ?? apply(values);
  };
}

function choice(expression: Expression & { readonly kind: 'choose' }, within: Within): Run {
  const when = truth(expression.when, within);
  const [then, otherwise] = [compile(expression.take, within), compile(expression.otherwise, within)];
  return (known) => {
    const raw = when(known);
    if (raw === true) return then(known);
    if (raw === false) return otherwise(known);
    return isUnsettled(raw) && raw.kind === 'unknown' ? chooseUnknown(raw, then(known), otherwise(known)) : raw;
  };
}

function quantifier(expression: Expression & { readonly kind: 'exists' | 'all' }, within: Within): Run {
  const { kept } = within;
  const settles = expression.kind === 'exists';
  const steps = sizeOfExpression(expression.where);
  const cell: { value: Scalar } = { value: false };
  const list = compile(expression.list, within);
  const where = truth(expression.where, {
    kept,
    items: [...within.items, { name: expression.item, cell }],
  });
  return (known) => {
    const items = list(known);
    if (isUnsettled(items)) return items;
    if (typeOf(items) !== 'list') return notA(expression.list, items, 'a list');
    let raw: Raw = !settles;
    for (const value of items as readonly Scalar[]) {
      kept.spent += steps;
      if (kept.spent > kept.settings.mostSteps) return tooManySteps(kept.settings);
      cell.value = value;
      const one = where(known);
      if (one === settles) return settles;
      raw = connect(raw, one, settles);
    }
    return raw;
  };
}
