import { type Arithmetic, type Comparison, type Expression, ON, type Scalar, type Value } from './condition.ts';
import { type ConditionSettings, functionNamed } from './condition-functions.ts';
import {
  dayValue,
  duration,
  type Failure,
  failure,
  isEqual,
  isUnsettled,
  orderOf,
  type Raw,
  TYPE_TITLES,
  typeOf,
  writeDayValue,
} from './condition-values.ts';
import { printCondition, printValue } from './print-condition.ts';

type Of<K extends Expression['kind']> = Expression & { readonly kind: K };
type Pair = Of<'compare' | 'arithmetic' | 'in'>;

const MOST_CHARACTERS = 10_000;

/** The value when it is true or false or there is none; otherwise the error that it is neither. */
export function asTruth(expression: Expression, raw: Raw): Raw {
  return typeof raw === 'boolean' || isUnsettled(raw) ? raw : notA(expression, raw, 'true or false');
}

/** What `&&` (`settles` false) or `||` (`settles` true) makes of two operands that were asked for their truth. */
export function connect(left: Raw, right: Raw, settles: boolean): Raw {
  if (left === settles || right === settles) return settles;
  return unsettled(left, right) ?? !settles;
}

/** Unknown before error: what is missing could still make the error not matter. Null when both are values. */
export function unsettled(left: Raw, right: Raw): Raw | null {
  if (!isUnsettled(left)) return isUnsettled(right) ? right : null;
  if (!isUnsettled(right) || right.kind === 'error') return left;
  return left.kind === 'error' ? right : missing([...left.missing, ...right.missing]);
}

/** What a name comes to of which nothing is known. */
export function unbound(name: string, settings: ConditionSettings): Raw {
  return settings.unbound === 'error' ? failure(`nothing is known of ${name}`) : missing([name]);
}

/** Unknown for the lack of some facts. */
function missing(names: readonly string[]): Raw {
  return { kind: 'unknown', missing: [...new Set(names)] };
}

/** What a comparison comes to for two values. */
export function compareValues(expression: Of<'compare'>, left: Value, right: Value): boolean | Failure {
  const type = typeOf(left);
  if (type !== typeOf(right)) return differ(expression, left, right, 'values of different types cannot be compared');
  if (type === 'list') return differ(expression, left, right, 'lists cannot be compared');
  return holds(expression.operator, orderOf(left, right));
}

/** Whether an order of two values (negative, zero or positive) is what a comparison asks for. */
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

/** Whether a value is one of a list's. */
export function isIn(expression: Of<'in'>, left: Value, right: Value): boolean | Failure {
  if (typeOf(right) !== 'list') return notA(expression.right, right, 'a list');
  const items = right as readonly Scalar[];
  const type = typeOf(left);
  if (items.some((item) => typeOf(item) !== type)) {
    return differ(expression, left, right, 'values of different types cannot be compared');
  }
  return items.some((item) => isEqual(item, left));
}

/** What arithmetic comes to for two values. */
export function arithmetic(expression: Of<'arithmetic'>, left: Value, right: Value): Value | Failure {
  if (typeof left === 'number' && typeof right === 'number') return ofNumbers(expression, left, right);
  const { operator } = expression;
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') {
    const isShort = left.length + right.length <= MOST_CHARACTERS;
    return isShort
      ? left + right
      : failure(`${printCondition(expression)} is a text of more than ${MOST_CHARACTERS} characters`);
  }
  return ofDays(operator, left, right) ?? differ(expression, left, right, `"${operator}" does not join such values`);
}

/** Whole numbers within 2^53; division goes towards zero. */
function ofNumbers(expression: Of<'arithmetic'>, left: number, right: number): number | Failure {
  const { operator } = expression;
  if (right === 0 && (operator === '/' || operator === '%')) {
    return failure(`${printCondition(expression)} divides by zero, since ${printCondition(expression.right)} is 0`);
  }
  const result = calculate(operator, left, right);
  if (!Number.isSafeInteger(result)) {
    return failure(`${printCondition(expression)} lies outside -9007199254740991 to 9007199254740991`);
  }
  // Adding 0 makes -0 the same value as 0.
  return result + 0;
}

function calculate(operator: Arithmetic, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return Math.trunc(left / right);
    case '%':
      return left % right;
  }
}

/** Sums and differences of days and durations; null for other values. */
function ofDays(operator: Arithmetic, left: Value, right: Value): Value | Failure | null {
  const sign = operator === '+' ? 1 : operator === '-' ? -1 : null;
  if (sign === null || typeof left !== 'object' || typeof right !== 'object') return null;
  if (!('kind' in left) || !('kind' in right)) return null;
  if (left.kind === 'duration') {
    if (right.kind === 'duration') return duration(left.days + sign * right.days);
    return sign === 1 ? dayValue(right.day + left.days) : null;
  }
  if (right.kind === 'duration') return dayValue(left.day + sign * right.days);
  if (sign === 1) return null;
  const isCounted = Number.isFinite(left.day) && Number.isFinite(right.day);
  return isCounted
    ? duration(left.day - right.day)
    : failure(`there is no number of days from ${writeDayValue(right)} to ${writeDayValue(left)}`);
}

/** What unary minus comes to. */
export function negate(expression: Of<'negate'>, value: Value): Value | Failure {
  if (typeof value === 'number') return 0 - value;
  if (typeof value === 'object' && 'kind' in value && value.kind === 'duration') return duration(0 - value.days);
  return notA(expression.of, value, 'a number');
}

/** A list of values; they must be of one type and no lists. */
export function listOf(expression: Of<'list'>, values: readonly Value[]): Value | Failure {
  const [first] = values;
  for (const [index, value] of values.entries()) {
    const item = expression.items[index] as Expression;
    const type = typeOf(value);
    if (type === 'list') return notA(item, value, 'a value that is no list');
    if (type !== typeOf(first as Value))
      return notA(item, value, `${TYPE_TITLES[typeOf(first as Value)]} as before it`);
  }
  return values as readonly Scalar[];
}

/** What a function comes to for its arguments. */
export function call(expression: Of<'call'>, values: readonly Value[], settings: ConditionSettings): Value | Failure {
  const called = functionNamed(expression.function);
  if (called === null) return failure(`there is no function ${expression.function}`);
  if (called.takes.length !== values.length) {
    return failure(`${expression.function} takes ${called.takes.length} values, as in ${called.usage}`);
  }
  for (const [index, takes] of called.takes.entries()) {
    const value = values[index] as Value;
    if (takes.includes(typeOf(value))) continue;
    return notA(expression.of[index] as Expression, value, takes.map((one) => TYPE_TITLES[one]).join(' or '));
  }
  const result = called.apply(values, settings);
  return typeof result === 'object' && 'kind' in result && result.kind === 'error'
    ? failure(`${printCondition(expression)}: ${result.sentence}`)
    : result;
}

/** The error that a value is not what its place asks for. */
export function notA(expression: Expression, value: Value, expected: string): Failure {
  return failure(`${describe(expression, value)}, where ${expected} was expected`);
}

/** `on` stands only where its answer can be lifted over days. */
export const MISPLACED_ON = failure(
  `"${ON}" stands where it is not alone on one side of a comparison, as in ${ON} >= day("2018-11-08")`,
);

/** What a choice comes to while what it hangs on is unknown: what both ways agree on, or unknown. */
export function chooseUnknown(when: Raw, then: Raw, otherwise: Raw): Raw {
  const isAgreed = !isUnsettled(then) && !isUnsettled(otherwise) && typeOf(then) === typeOf(otherwise);
  if (isAgreed && typeOf(then) !== 'list' && isEqual(then, otherwise)) return then;
  return missing(
    [when, then, otherwise].flatMap((one) => (isUnsettled(one) && one.kind === 'unknown' ? one.missing : [])),
  );
}

function differ(expression: Pair, left: Value, right: Value, why: string): Failure {
  return failure(`${describe(expression.left, left)} and ${describe(expression.right, right)}: ${why}`);
}

const TITLES = {
  bool: 'the truth value ',
  int: 'the number ',
  string: 'the text ',
  day: '',
  duration: '',
  list: 'the list ',
};

function describe(expression: Expression, value: Value): string {
  // The day asked about is left out, so that the same sentence holds on many days.
  if (expression.kind === 'name' && expression.name === ON) return `${ON} is a day`;
  return `${printCondition(expression)} is ${TITLES[typeOf(value)]}${printValue(value)}`;
}
