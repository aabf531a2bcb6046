import type { Citation } from './citation.ts';
import type { Expression, Value } from './condition.ts';
import { functionNamed } from './condition-functions.ts';
import { formatDay } from './day.ts';

/** How tightly each kind binds; an operand that binds less than its place asks for gets parentheses. */
const BINDING = { choose: 1, or: 2, and: 3, compare: 4, in: 4, add: 5, multiply: 6, prefix: 7, member: 8 } as const;

const ESCAPES = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** The text that parseCondition reads back to the same tree, with no parentheses that could be left out. */
export function printCondition(expression: Expression): string {
  const { citation } = expression;
  if (citation === undefined) return printBare(expression);
  return `${asMember(printBare(expression), expression)}.cite(${printCitation(citation)})`;
}

/** A value as a condition writes it: `true`, `12`, `"agreed"`, `day("2018-11-08")`; a day that never comes is `never`. */
export function printValue(value: Value): string {
  if (typeof value === 'string') return `"${[...value].map(printCharacter).join('')}"`;
  if (typeof value !== 'object') return String(value);
  if (!('kind' in value)) return `[${value.map(printValue).join(', ')}]`;
  if (value.kind === 'duration') return `days(${value.days})`;
  if (value.orLater === true) return `${formatDay(value.day)} or later`;
  return Number.isFinite(value.day) ? `day("${formatDay(value.day)}")` : 'never';
}

function printBare(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return printValue(expression.value);
    case 'name':
      return expression.name;
    case 'not':
      return `!${prefixed(expression.of, 'not')}`;
    case 'negate':
      return `-${prefixed(expression.of, 'negate')}`;
    case 'and':
    case 'or':
      return chained(
        expression.left,
        expression.kind === 'and' ? '&&' : '||',
        expression.right,
        BINDING[expression.kind],
      );
    case 'compare':
    case 'in': {
      const [left, right] = [operand(expression.left, BINDING.add), operand(expression.right, BINDING.add)];
      return `${left} ${expression.kind === 'compare' ? expression.operator : 'in'} ${right}`;
    }
    case 'arithmetic': {
      const binding = BINDING[isSum(expression.operator) ? 'add' : 'multiply'];
      return chained(expression.left, expression.operator, expression.right, binding);
    }
    case 'choose': {
      const [when, then] = [operand(expression.when, BINDING.or), operand(expression.take, BINDING.or)];
      return `${when} ? ${then} : ${printCondition(expression.otherwise)}`;
    }
    case 'list':
      return `[${expression.items.map(printCondition).join(', ')}]`;
    case 'call': {
      const [first, ...rest] = expression.of;
      if (first === undefined || functionNamed(expression.function)?.isMethod !== true) {
        return `${expression.function}(${expression.of.map(printCondition).join(', ')})`;
      }
      return `${member(first)}.${expression.function}(${rest.map(printCondition).join(', ')})`;
    }
    case 'exists':
    case 'all':
      return `${member(expression.list)}.${expression.kind}(${expression.item}, ${printCondition(expression.where)})`;
  }
}

/** Chains lean to the left, so a chain on the right keeps its parentheses. */
function chained(left: Expression, mark: string, right: Expression, binding: number): string {
  return `${operand(left, binding)} ${mark} ${operand(right, binding + 1)}`;
}

function operand(expression: Expression, binding: number): string {
  const text = printCondition(expression);
  return bindingOf(expression) < binding ? `(${text})` : text;
}

/** Signs of one kind may stand beside each other; a number is read with the one sign before it. */
function prefixed(of: Expression, sign: 'not' | 'negate'): string {
  const text = printCondition(of);
  const isPlainNumber = of.kind === 'literal' && typeof of.value === 'number' && of.citation === undefined;
  const isSame = of.citation === undefined && of.kind === sign;
  const readsBack = isPlainNumber
    ? (sign === 'negate') === Number(of.value) < 0
    : isSame || bindingOf(of) >= BINDING.member;
  return readsBack ? text : `(${text})`;
}

function member(of: Expression): string {
  return of.citation === undefined ? asMember(printCondition(of), of) : printCondition(of);
}

/** What a method is asked of; a number needs parentheses, since its point would be read as a part of it. */
function asMember(text: string, of: Expression): string {
  const isNumber = of.kind === 'literal' && typeof of.value === 'number';
  return isNumber || bareBinding(of) < BINDING.member ? `(${text})` : text;
}

function bindingOf(expression: Expression): number {
  return expression.citation === undefined ? bareBinding(expression) : BINDING.member;
}

function bareBinding(expression: Expression): number {
  switch (expression.kind) {
    case 'choose':
    case 'or':
    case 'and':
    case 'compare':
    case 'in':
      return BINDING[expression.kind];
    case 'arithmetic':
      return BINDING[isSum(expression.operator) ? 'add' : 'multiply'];
    case 'not':
    case 'negate':
      return BINDING.prefix;
    case 'literal':
      return typeof expression.value === 'number' && expression.value < 0 ? BINDING.prefix : BINDING.member;
    case 'name':
    case 'list':
    case 'call':
    case 'exists':
    case 'all':
      return BINDING.member;
  }
}

function isSum(operator: string): boolean {
  return operator === '+' || operator === '-';
}

function printCitation({ source, clause, certainty, note }: Citation): string {
  const texts = [source, clause ?? '', certainty, ...(note === undefined ? [] : [note])];
  return texts.map(printValue).join(', ');
}

function printCharacter(character: string): string {
  const escaped = ESCAPES.get(character);
  if (escaped !== undefined) return escaped;
  const code = character.charCodeAt(0);
  return code < 0x20 || code === 0x7f ? `\\u${code.toString(16).padStart(4, '0')}` : character;
}
