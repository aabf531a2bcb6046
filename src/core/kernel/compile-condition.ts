import {
  arithmeticRun,
  chainRun,
  comparisonRun,
  type Known,
  membershipRun,
  type Part,
  type Run,
  textTestRun,
} from './compiled-runs.ts';
import { type DayValue, type Expression, namesIn, ON, type Outcome, type Scalar, type Value } from './condition.ts';
import { boundedCall, boundOf, rawOf } from './condition-bounds.ts';
import { type ConditionSettings, PLAIN_SETTINGS } from './condition-functions.ts';
import {
  asTruth,
  call,
  chooseUnknown,
  connect,
  listOf,
  MISPLACED_ON,
  negate,
  notA,
  unbound,
  unsettled,
} from './condition-operations.ts';
import { sizeOfExpression, tooLarge } from './condition-size.ts';
import { failure, isUnsettled, outcomeOf, type Raw, typeOf } from './condition-values.ts';
import { isOn, tooManySteps } from './explain-condition.ts';

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
  const { run } = fault === null ? compile(expression, { kept, items: [] }) : constant(failure(fault));
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

function compile(expression: Expression, within: Within): Part {
  switch (expression.kind) {
    case 'literal':
      return constant(expression.value);
    case 'name':
      return expression.name === ON ? constant(MISPLACED_ON) : named(expression.name, within);
    case 'not': {
      const { run } = truth(expression.of, within);
      return {
        run: (known) => {
          const raw = run(known);
          return typeof raw === 'boolean' ? !raw : raw;
        },
      };
    }
    case 'negate':
      return folded([compile(expression.of, within)], ([of]) => (known) => {
        const raw = (of as Part).run(known);
        return isUnsettled(raw) ? raw : negate(expression, raw);
      });
    case 'and':
    case 'or': {
      const parts = chained(expression, expression.kind).map((part) => truth(part, within).run);
      return { run: chainRun(parts, expression.kind === 'or') };
    }
    case 'compare':
      return comparison(expression, within);
    case 'in': {
      const [left, right] = [compile(expression.left, within), compile(expression.right, within)];
      return { run: membershipRun(expression, left.run, right) };
    }
    case 'arithmetic': {
      const parts = [compile(expression.left, within), compile(expression.right, within)];
      return folded(parts, ([left, right]) => arithmeticRun(expression, left as Part, right as Part));
    }
    case 'choose':
      return { run: choice(expression, within) };
    case 'list': {
      const items = expression.items.map((item) => compile(item, within));
      return folded(items, () => strict(items, (values) => listOf(expression, values)));
    }
    case 'call': {
      const parts = expression.of.map((part) => compile(part, within));
      const { settings } = within.kept;
      const slow = strict(
        parts,
        (values) => call(expression, values, settings),
        (raws) => boundedCall(expression, raws, settings),
      );
      return folded(parts, () => textTestRun(expression, parts, slow) ?? slow);
    }
    case 'exists':
    case 'all':
      return { run: quantifier(expression, within) };
  }
}

function constant(raw: Raw): Part {
  return { run: () => raw, constant: raw };
}

/** What is made of constants alone is worked out once. */
function folded(parts: readonly Part[], make: (parts: readonly Part[]) => Run): Part {
  const run = make(parts);
  return parts.every((part) => part.constant !== undefined) ? constant(run([])) : { run };
}

/** The parts of a chain of one connective, which leans to the left. */
function chained(expression: Expression, kind: 'and' | 'or'): Expression[] {
  const parts: Expression[] = [];
  let rest = expression;
  while (rest.kind === kind) {
    parts.push(rest.right);
    rest = rest.left;
  }
  return [rest, ...parts.reverse()];
}

function named(name: string, { kept, items }: Within): Part {
  const item = items.findLast((one) => one.name === name);
  if (item !== undefined) {
    const { cell } = item;
    return { run: () => cell.value };
  }
  const slot = kept.names.indexOf(name);
  const unknown = unbound(name, kept.settings);
  const run = (known: Known): Raw => {
    const value = known[slot];
    if (value === undefined || value === null) return unknown;
    return typeof value === 'object' ? rawOf(name, value) : value;
  };
  return { run, slot };
}

/** What is asked for its truth; a comparison and its like cannot be anything else. */
function truth(expression: Expression, within: Within): Part {
  const part = compile(expression, within);
  const { run, slot } = part;
  switch (expression.kind) {
    case 'and':
    case 'or':
    case 'not':
    case 'compare':
    case 'in':
    case 'exists':
    case 'all':
      return part;
    default: {
      const settle = (raw: Raw) => (typeof raw === 'boolean' ? raw : asTruth(expression, raw));
      if (slot === undefined) return { run: (known) => settle(run(known)) };
      return {
        run: (known) => {
          const value = known[slot];
          return value === true || value === false ? value : settle(run(known));
        },
      };
    }
  }
}

function comparison(expression: Expression & { readonly kind: 'compare' }, within: Within): Part {
  const { left, right } = expression;
  if (isOn(left) !== isOn(right)) return { run: comparisonWithDay(expression, within) };
  return { run: comparisonRun(expression, compile(left, within), compile(right, within)) };
}

/** A comparison with the day asked about also says until when it comes to the same. */
function comparisonWithDay(expression: Expression & { readonly kind: 'compare' }, within: Within): Run {
  const { kept } = within;
  const isLeft = isOn(expression.left);
  const slot = kept.names.indexOf(ON);
  const on = named(ON, within);
  const other = compile(isLeft ? expression.right : expression.left, within);
  const run = comparisonRun(expression, isLeft ? on : other, isLeft ? other : on);
  return (known) => {
    const at = known[slot];
    const against = other.run(known);
    const next = isDay(against) ? against : boundOf(against);
    if (isDay(at) && next !== null) {
      if (at.day < next.day) kept.until = Math.min(kept.until, next.day);
      else if (at.day === next.day) kept.until = Math.min(kept.until, next.day + 1);
    }
    return run(known);
  };
}

function isDay(raw: Raw | null | undefined): raw is DayValue {
  return typeof raw === 'object' && raw !== null && (raw as { kind?: string }).kind === 'day';
}

/** An operation on values; `without`: what it comes to nonetheless where one of them is missing. */
function strict(
  parts: readonly Part[],
  apply: (values: readonly Value[]) => Raw,
  without: (raws: readonly Raw[]) => Raw | null = () => null,
): Run {
  return (known) => {
    let raw: Raw | null = null;
    const raws: Raw[] = [];
    for (const part of parts) {
      const value = part.run(known);
      if (isUnsettled(value)) raw = raw === null ? value : unsettled(raw, value);
      raws.push(value);
    }
    return raw === null ? apply(raws as Value[]) : (without(raws) ?? raw);
  };
}

function choice(expression: Expression & { readonly kind: 'choose' }, within: Within): Run {
  const when = truth(expression.when, within).run;
  const take = compile(expression.take, within).run;
  const otherwise = compile(expression.otherwise, within).run;
  return (known) => {
    const raw = when(known);
    if (raw === true) return take(known);
    if (raw === false) return otherwise(known);
    return isUnsettled(raw) && raw.kind === 'unknown' ? chooseUnknown(raw, take(known), otherwise(known)) : raw;
  };
}

function quantifier(expression: Expression & { readonly kind: 'exists' | 'all' }, within: Within): Run {
  const { kept } = within;
  const settles = expression.kind === 'exists';
  const steps = sizeOfExpression(expression.where);
  const cell: { value: Scalar } = { value: false };
  const list = compile(expression.list, within).run;
  const items = [...within.items, { name: expression.item, cell }];
  const where = truth(expression.where, { kept, items }).run;
  return (known) => {
    const of = list(known);
    if (isUnsettled(of)) return of;
    if (typeOf(of) !== 'list') return notA(expression.list, of, 'a list');
    let raw: Raw = !settles;
    for (const value of of as readonly Scalar[]) {
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
