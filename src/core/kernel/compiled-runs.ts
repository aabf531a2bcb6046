import type { Comparison, Expression, Scalar, Value } from './condition.ts';
import { unsettledPair } from './condition-bounds.ts';
import { arithmetic, compareValues, connect, isIn } from './condition-operations.ts';
import { isUnsettled, type Raw } from './condition-values.ts';

/** What is known of the names of a compiled condition, in their order; null where nothing is. */
export type Known = readonly (Value | null)[];

/** Evaluates over what is known. */
export type Run = (known: Known) => Raw;

/** A part made ready: how it is evaluated, and what it always comes to or the name that it is, where it is one of them. */
export interface Part {
  readonly run: Run;
  readonly constant?: Raw;
  readonly slot?: number;
}

type Of<K extends Expression['kind']> = Expression & { readonly kind: K };
type Scalars = boolean | number | string;

/** Both values of a pair that is none of the common cases. */
type Apply = (left: Value, right: Value) => Raw;

/** Parts joined by `&&` (`settles` false) or `||` (`settles` true), each of which comes to its truth. */
export function chainRun(parts: readonly Run[], settles: boolean): Run {
  const [first, second, third] = parts as [Run, Run, Run | undefined];
  if (parts.length === 2) {
    return (known) => {
      const left = first(known);
      if (left === settles) return settles;
      const right = second(known);
      return left === !settles ? right : connect(left, right, settles);
    };
  }
  if (parts.length === 3 && third !== undefined) {
    return (known) => {
      const left = first(known);
      if (left === settles) return settles;
      const middle = second(known);
      if (middle === settles) return settles;
      const right = third(known);
      if (left === !settles && middle === left) return right;
      return connect(connect(left, middle, settles), right, settles);
    };
  }
  if (parts.length > 4) return chainRun([chainRun(parts.slice(0, 4), settles), ...parts.slice(4)], settles);
  const last = parts[3] as Run;
  return (known) => {
    const a = first(known);
    if (a === settles) return settles;
    const b = second(known);
    if (b === settles) return settles;
    const c = (third as Run)(known);
    if (c === settles) return settles;
    const d = last(known);
    if (a === !settles && b === a && c === a) return d;
    return connect(connect(connect(a, b, settles), c, settles), d, settles);
  };
}

/** The common comparisons ask nothing but the types of the values; many are of a name with a value that is written out. */
export function comparisonRun(expression: Of<'compare'>, left: Part, right: Part): Run {
  const { constant } = right;
  if (typeof constant === 'number') return numberRun(expression, left, constant);
  const isEquality = expression.operator === '==' || expression.operator === '!=';
  if (typeof constant === 'string' && isEquality) return textRun(expression, left, constant);
  return comparedRun(expression, left.run, right.run);
}

function textRun(expression: Of<'compare'>, { run, slot }: Part, constant: string): Run {
  const isEqual = expression.operator === '==';
  const slow = slowly(expression, (left, right) => compareValues(expression, left, right));
  if (slot !== undefined) {
    return (known) => {
      const value = known[slot];
      return typeof value === 'string' ? (value === constant) === isEqual : slow(run(known), constant);
    };
  }
  return (known) => {
    const raw = run(known);
    return typeof raw === 'string' ? (raw === constant) === isEqual : slow(raw, constant);
  };
}

function numberRun(expression: Of<'compare'>, { run }: Part, constant: number): Run {
  const slow = slowly(expression, (left, right) => compareValues(expression, left, right));
  switch (expression.operator) {
    case '==':
      return (known) => {
        const raw = run(known);
        return typeof raw === 'number' ? raw === constant : slow(raw, constant);
      };
    case '!=':
      return (known) => {
        const raw = run(known);
        return typeof raw === 'number' ? raw !== constant : slow(raw, constant);
      };
    case '<':
      return (known) => {
        const raw = run(known);
        return typeof raw === 'number' ? raw < constant : slow(raw, constant);
      };
    case '<=':
      return (known) => {
        const raw = run(known);
        return typeof raw === 'number' ? raw <= constant : slow(raw, constant);
      };
    case '>':
      return (known) => {
        const raw = run(known);
        return typeof raw === 'number' ? raw > constant : slow(raw, constant);
      };
    case '>=':
      return (known) => {
        const raw = run(known);
        return typeof raw === 'number' ? raw >= constant : slow(raw, constant);
      };
  }
}

const ORDERS: Readonly<Record<Comparison, (left: number, right: number) => boolean>> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

function comparedRun(expression: Of<'compare'>, left: Run, right: Run): Run {
  const slow = slowly(expression, (a, b) => compareValues(expression, a, b));
  const order = ORDERS[expression.operator];
  return (known) => {
    const a = left(known);
    const b = right(known);
    return typeof a === 'number' && typeof b === 'number' ? order(a, b) : slow(a, b);
  };
}

/** Sums, differences and remainders of whole numbers, and whatever else arithmetic joins. */
export function arithmeticRun(expression: Of<'arithmetic'>, { run: left }: Part, { run: right, constant }: Part): Run {
  const slow = slowly(expression, (a, b) => arithmetic(expression, a, b));
  if (typeof constant === 'number' && (expression.operator === '+' || expression.operator === '-')) {
    const added = expression.operator === '+' ? constant : -constant;
    return (known) => {
      const raw = left(known);
      if (typeof raw !== 'number') return slow(raw, constant);
      const sum = raw + added;
      return Number.isSafeInteger(sum) ? sum + 0 : slow(raw, constant);
    };
  }
  switch (expression.operator) {
    case '+':
      return (known) => {
        const a = left(known);
        const b = right(known);
        if (typeof a !== 'number' || typeof b !== 'number') return slow(a, b);
        const sum = a + b;
        return Number.isSafeInteger(sum) ? sum : slow(a, b);
      };
    case '%':
      return (known) => {
        const a = left(known);
        const b = right(known);
        // A remainder of what is below zero may be -0.
        return typeof a === 'number' && typeof b === 'number' && b !== 0 && a >= 0 ? a % b : slow(a, b);
      };
    default:
      return (known) => slow(left(known), right(known));
  }
}

/** Whether a value is one of a list's; a list that is written out is searched by its values. */
export function membershipRun(expression: Of<'in'>, left: Run, right: Part): Run {
  const slow = slowly(expression, (a, b) => isIn(expression, a, b));
  const items = plainItems(right.constant);
  if (items === null) return (known) => slow(left(known), right.run(known));
  const [first] = items;
  const type = typeof first;
  return (known) => {
    const raw = left(known);
    return typeof raw === type ? items.includes(raw as Scalars) : slow(raw, items);
  };
}

/** Items of a list that are compared by identity; null for other values and for an empty list. */
function plainItems(raw: Raw | undefined): readonly Scalars[] | null {
  if (!Array.isArray(raw)) return null;
  const items = raw as readonly Scalar[];
  return items.length > 0 && items.every((item) => typeof item !== 'object') ? (items as readonly Scalars[]) : null;
}

const TEXT_TESTS: Readonly<Record<string, (of: string, other: string) => boolean>> = {
  startsWith: (of, other) => of.startsWith(other),
  endsWith: (of, other) => of.endsWith(other),
  contains: (of, other) => of.includes(other),
};

/** A test of one text for another; null for other functions. */
export function textTestRun({ function: called, of }: Of<'call'>, parts: readonly Part[], slow: Run): Run | null {
  const [left, right] = parts;
  const holds = TEXT_TESTS[called];
  if (holds === undefined || of.length !== 2 || left === undefined || right === undefined) return null;
  const { run } = left;
  const other = right.constant;
  if (typeof other !== 'string') return null;
  return (known) => {
    const raw = run(known);
    return typeof raw === 'string' ? holds(raw, other) : slow(known);
  };
}

/** What is made of the pair's values where there are both, else what is known without. */
function slowly(expression: Of<'compare' | 'in' | 'arithmetic'>, apply: Apply): (left: Raw, right: Raw) => Raw {
  return (left, right) =>
    isUnsettled(left) || isUnsettled(right) ? unsettledPair(expression, left, right) : apply(left, right);
}
