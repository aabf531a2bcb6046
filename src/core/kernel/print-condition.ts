import type { Expression, Value } from './condition.ts';

/** How tightly each kind binds; an operand that binds less than its place asks for gets parentheses. */
const BINDING = { or: 1, and: 2, compare: 3, not: 4, name: 5, literal: 5 } as const satisfies Record<
  Expression['kind'],
  number
>;

const ESCAPES = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** The text that parseCondition reads back to the same tree, with no parentheses that could be left out. */
export function printCondition(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return printValue(expression.value);
    case 'name':
      return expression.name;
    case 'not':
      return `!${operand(expression.of, BINDING.not)}`;
    case 'and':
    case 'or': {
      // Chains lean to the left, so a chain on the right keeps its parentheses.
      const binding = BINDING[expression.kind];
      const mark = expression.kind === 'and' ? '&&' : '||';
      return `${operand(expression.left, binding)} ${mark} ${operand(expression.right, binding + 1)}`;
    }
    case 'compare': {
      const [left, right] = [operand(expression.left, BINDING.not), operand(expression.right, BINDING.not)];
      return `${left} ${expression.operator} ${right}`;
    }
  }
}

/** A value as a condition writes it: `true`, `12`, `"agreed"`. */
export function printValue(value: Value): string {
  return typeof value === 'string' ? `"${[...value].map(printCharacter).join('')}"` : String(value);
}

function operand(expression: Expression, binding: number): string {
  const text = printCondition(expression);
  return BINDING[expression.kind] < binding ? `(${text})` : text;
}

function printCharacter(character: string): string {
  const escaped = ESCAPES.get(character);
  if (escaped !== undefined) return escaped;
  const code = character.charCodeAt(0);
  return code < 0x20 || code === 0x7f ? `\\u${code.toString(16).padStart(4, '0')}` : character;
}
