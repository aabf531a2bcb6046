import type { Expression } from './condition.ts';
import { type ConditionFault, ON } from './condition.ts';
import { functionNamed } from './condition-functions.ts';
import { MOST_PARTS, tooLarge } from './condition-size.ts';
import type { ConditionType, DeclaredNames } from './condition-types.ts';
import { TYPE_TITLES, type TypeName } from './condition-values.ts';
import { parseDay } from './day.ts';
import { MONTH_ROUNDINGS } from './months.ts';
import { faultAt, parseConditionWithPlaces } from './parse-condition.ts';
import { nearestName, partlyNamed } from './suggest.ts';

/** Where a condition does not fit the names and types that it may speak of. */
export interface TypeFault {
  /** The part at fault. */
  readonly expression: Expression;
  readonly expected: string;
  readonly found: string;
  /** What was probably meant. */
  readonly meant?: string;
}

/** A condition read and checked, with its type; or the first fault, with its place. */
export type CheckedCondition =
  | { readonly ok: true; readonly expression: Expression; readonly type: ConditionType }
  | { readonly ok: false; readonly fault: ConditionFault };

/** The type of an expression, or where it has none. */
type Typed = { readonly ok: true; readonly type: ConditionType } | { readonly ok: false; readonly fault: TypeFault };

interface Names {
  readonly declared: DeclaredNames;
  readonly items: ReadonlyMap<string, ConditionType>;
}

/** The first fault of a condition that shall come to true or false over declared names; null when it has none. */
export function checkCondition(expression: Expression, declared: DeclaredNames): TypeFault | null {
  if (tooLarge(expression) !== null) {
    return { expression, expected: `a condition of at most ${MOST_PARTS} parts`, found: 'more' };
  }
  const typed = wanted(expression, 'bool', { declared, items: new Map() });
  return typed.ok ? null : typed.fault;
}

/** Reads a text and types it over declared names. It may come to any type; a condition is one that comes to true or false. */
export function checkConditionText(text: string, declared: DeclaredNames): CheckedCondition {
  const parsed = parseConditionWithPlaces(text);
  if (!parsed.ok) return parsed;
  const typed = typeOfExpression(parsed.expression, { declared, items: new Map() });
  if (typed.ok) return { ok: true, expression: parsed.expression, type: typed.type };
  const { expression, expected, found, meant } = typed.fault;
  return { ok: false, fault: faultAt(text, parsed.places.get(expression)?.at ?? 0, expected, found, meant) };
}

function typeOfExpression(expression: Expression, names: Names): Typed {
  switch (expression.kind) {
    case 'literal':
      return is(
        typeof expression.value === 'number' ? 'int' : typeof expression.value === 'string' ? 'string' : 'bool',
      );
    case 'name':
      return typeOfName(expression, names);
    case 'not':
      return wanted(expression.of, 'bool', names);
    case 'negate': {
      const of = typeOfExpression(expression.of, names);
      if (!of.ok || of.type.type === 'int' || of.type.type === 'duration') return of;
      return wrong(expression.of, 'a number or a number of days', of.type);
    }
    case 'and':
    case 'or': {
      const left = wanted(expression.left, 'bool', names);
      return left.ok ? wanted(expression.right, 'bool', names) : left;
    }
    case 'compare':
      return typeOfComparison(expression, names);
    case 'in':
      return typeOfMembership(expression, names);
    case 'arithmetic':
      return typeOfArithmetic(expression, names);
    case 'choose': {
      const when = wanted(expression.when, 'bool', names);
      if (!when.ok) return when;
      const then = typeOfExpression(expression.take, names);
      return then.ok ? alike(expression.otherwise, then.type, names) : then;
    }
    case 'list':
      return typeOfList(expression, names);
    case 'call':
      return typeOfCall(expression, names);
    case 'exists':
    case 'all': {
      const list = typeOfExpression(expression.list, names);
      if (!list.ok) return list;
      if (list.type.type !== 'list') return wrong(expression.list, 'a list', list.type);
      if (list.type.of === null)
        return { ok: false, fault: { expression, expected: 'a list of some items', found: 'a list of none' } };
      const item: ConditionType = { type: list.type.of };
      return wanted(expression.where, 'bool', { ...names, items: new Map([...names.items, [expression.item, item]]) });
    }
  }
}

function typeOfName(expression: Expression & { readonly kind: 'name' }, { declared, items }: Names): Typed {
  const { name } = expression;
  if (name === ON) return misplaced(expression);
  const item = items.get(name);
  if (item !== undefined) return { ok: true, type: item };
  const found = declared.get(name);
  if (found !== undefined) return { ok: true, type: found.type };
  const names = [...declared.keys(), ...items.keys(), ON];
  const nearest = nearestName(name, names) ?? partlyNamed(name, names);
  const meant = nearest === null ? {} : { meant: `"${nearest}"` };
  return { ok: false, fault: { expression, expected: 'a name that is declared', found: `"${name}"`, ...meant } };
}

function typeOfComparison(expression: Expression & { readonly kind: 'compare' }, names: Names): Typed {
  const { left, right } = expression;
  const isLeftOn = left.kind === 'name' && left.name === ON;
  const isRightOn = right.kind === 'name' && right.name === ON;
  if (isLeftOn && isRightOn) return misplaced(right);
  if (isRightOn) return asBool(wanted(left, 'day', names));
  const first: Typed = isLeftOn ? is('day') : typeOfExpression(left, names);
  if (!first.ok) return first;
  if (first.type.type === 'list') return wrong(left, 'a value that is no list', first.type);
  const second = alike(right, first.type, names);
  if (!second.ok) return second;
  return valueFault(left, right, names) ?? valueFault(right, left, names) ?? is('bool');
}

function typeOfMembership(expression: Expression & { readonly kind: 'in' }, names: Names): Typed {
  const left = typeOfExpression(expression.left, names);
  if (!left.ok) return left;
  const right = typeOfExpression(expression.right, names);
  if (!right.ok) return right;
  if (right.type.type !== 'list') return wrong(expression.right, 'a list', right.type);
  if (left.type.type === 'list') return wrong(expression.left, 'a value that is no list', left.type);
  const { of } = right.type;
  if (of !== null && of !== left.type.type) {
    return wrong(expression.right, `a list of values of which each is ${TYPE_TITLES[left.type.type]}`, right.type);
  }
  const items = expression.right.kind === 'list' ? expression.right.items : [];
  for (const item of items) {
    const fault = valueFault(expression.left, item, names);
    if (fault !== null) return fault;
  }
  return is('bool');
}

/** A text with which a name is compared that it can never have. */
function valueFault(name: Expression, text: Expression, { declared, items }: Names): Typed | null {
  if (name.kind !== 'name' || items.has(name.name) || text.kind !== 'literal') return null;
  const values = declared.get(name.name)?.values ?? null;
  if (values === null || values.includes(String(text.value))) return null;
  const nearest = nearestName(String(text.value), values);
  const meant = nearest === null ? {} : { meant: `"${nearest}"` };
  const expected = `one of the values of ${name.name}: ${values.map((one) => `"${one}"`).join(', ')}`;
  return { ok: false, fault: { expression: text, expected, found: `"${String(text.value)}"`, ...meant } };
}

function typeOfArithmetic(expression: Expression & { readonly kind: 'arithmetic' }, names: Names): Typed {
  const left = typeOfExpression(expression.left, names);
  if (!left.ok) return left;
  const right = typeOfExpression(expression.right, names);
  if (!right.ok) return right;
  const rights = ARITHMETIC_TYPES[expression.operator]?.[left.type.type];
  if (rights === undefined) {
    const lefts = Object.keys(ARITHMETIC_TYPES[expression.operator] ?? {}) as TypeName[];
    return wrong(expression.left, `${titles(lefts)} before "${expression.operator}"`, left.type);
  }
  const result = rights[right.type.type];
  return result === undefined
    ? wrong(expression.right, `${titles(Object.keys(rights) as TypeName[])} after "${expression.operator}"`, right.type)
    : is(result);
}

type Plain = Exclude<TypeName, 'list'>;
type Results = Partial<Record<TypeName, Partial<Record<TypeName, Plain>>>>;

/** By operator and type of the left operand, what the right operand may be and what comes out. */
export const ARITHMETIC_TYPES: Readonly<Record<string, Results>> = {
  '+': {
    int: { int: 'int' },
    string: { string: 'string' },
    day: { duration: 'day' },
    duration: { duration: 'duration', day: 'day' },
  },
  '-': { int: { int: 'int' }, day: { duration: 'day', day: 'duration' }, duration: { duration: 'duration' } },
  '*': { int: { int: 'int' } },
  '/': { int: { int: 'int' } },
  '%': { int: { int: 'int' } },
};

function typeOfList(expression: Expression & { readonly kind: 'list' }, names: Names): Typed {
  const [first, ...rest] = expression.items;
  if (first === undefined) return { ok: true, type: { type: 'list', of: null } };
  const typed = typeOfExpression(first, names);
  if (!typed.ok) return typed;
  if (typed.type.type === 'list') return wrong(first, 'a value that is no list', typed.type);
  for (const item of rest) {
    const next = alike(item, typed.type, names);
    if (!next.ok) return next;
  }
  return { ok: true, type: { type: 'list', of: typed.type.type } };
}

function typeOfCall(expression: Expression & { readonly kind: 'call' }, names: Names): Typed {
  const called = functionNamed(expression.function);
  const expected =
    called === null ? 'a function of the language' : `${called.takes.length} values, as in ${called.usage}`;
  if (called === null || called.takes.length !== expression.of.length) {
    return { ok: false, fault: { expression, expected, found: `"${expression.function}"` } };
  }
  for (const [index, takes] of called.takes.entries()) {
    const part = expression.of[index] as Expression;
    const typed = typeOfExpression(part, names);
    if (!typed.ok) return typed;
    if (!takes.includes(typed.type.type)) return wrong(part, titles(takes), typed.type);
  }
  return textFault(expression) ?? is(called.gives as Plain);
}

/** A text that no day or no rounding is written as. */
function textFault(expression: Expression & { readonly kind: 'call' }): Typed | null {
  const last = expression.of.at(-1);
  if (last?.kind !== 'literal' || typeof last.value !== 'string') return null;
  const found = `"${last.value}"`;
  if (expression.function === 'day' && parseDay(last.value) === null) {
    return { ok: false, fault: { expression: last, expected: 'a day of the calendar as YYYY-MM-DD', found } };
  }
  const isRounding = (MONTH_ROUNDINGS as readonly string[]).includes(last.value);
  if (expression.function !== 'months' || isRounding) return null;
  const nearest = nearestName(last.value, MONTH_ROUNDINGS);
  const meant = nearest === null ? {} : { meant: `"${nearest}"` };
  const expected = `one of the roundings ${MONTH_ROUNDINGS.map((one) => `"${one}"`).join(', ')}`;
  return { ok: false, fault: { expression: last, expected, found, ...meant } };
}

function wanted(expression: Expression, type: Plain, names: Names): Typed {
  const typed = typeOfExpression(expression, names);
  return !typed.ok || typed.type.type === type ? typed : wrong(expression, TYPE_TITLES[type], typed.type);
}

function alike(expression: Expression, type: ConditionType, names: Names): Typed {
  const typed = typeOfExpression(expression, names);
  if (!typed.ok) return typed;
  const isAlike =
    typed.type.type === type.type && (typed.type.type !== 'list' || type.type !== 'list' || typed.type.of === type.of);
  return isAlike ? typed : wrong(expression, `${TYPE_TITLES[type.type]}, as on the other side`, typed.type);
}

function asBool(typed: Typed): Typed {
  return typed.ok ? is('bool') : typed;
}

function is(type: Plain): Typed {
  return { ok: true, type: { type } };
}

function wrong(expression: Expression, expected: string, found: ConditionType): Typed {
  return { ok: false, fault: { expression, expected, found: TYPE_TITLES[found.type] } };
}

function misplaced(expression: Expression): Typed {
  const expected = `"${ON}" alone on one side of a comparison, as in ${ON} >= day("2018-11-08")`;
  return { ok: false, fault: { expression, expected, found: `"${ON}" within a larger expression` } };
}

function titles(types: readonly TypeName[]): string {
  return types.map((one) => TYPE_TITLES[one]).join(' or ');
}
