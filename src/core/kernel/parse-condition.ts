import type { Comparison, ConditionFault, Expression } from './condition.ts';
import { type Token, tokensOf } from './condition-tokens.ts';

/** A condition read, or the first place where its text stops being one. */
export type ParsedCondition =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly fault: ConditionFault };

/** Longest text and deepest nesting that are read, so that no text can exhaust the stack of those who walk its tree. */
const MOST_CHARACTERS = 4000;
const MOST_NESTING = 64;

const COMPARISONS: readonly string[] = ['==', '!=', '<', '<=', '>', '>='] satisfies Comparison[];
const OPERAND = 'a name, a whole number, a quoted text, true, false, "!" or "("';

/**
 * Reads a condition: `true`, `false`, whole numbers, quoted texts, names, `!`, comparisons, `&&`, `||` and parentheses,
 * with the meaning and the binding that they have in CEL; comparisons do not chain. Faults count lines and columns from 1.
 */
export function parseCondition(text: string): ParsedCondition {
  if (text.length > MOST_CHARACTERS) {
    return failAt(text, MOST_CHARACTERS, `a condition of at most ${MOST_CHARACTERS} characters`, 'more');
  }
  const parser: Parser = { tokens: tokensOf(text), next: 0, nesting: 0 };
  const expression = disjunction(parser);
  const rest = current(parser);
  if (expression !== null && rest.kind === 'end') return { ok: true, expression };
  if (rest.kind === 'bad') return failAt(text, rest.at, rest.expected, rest.found);
  return failAt(text, rest.at, parser.expected ?? 'an operator or the end of the condition', describe(rest, text));
}

interface Parser {
  readonly tokens: readonly Token[];
  next: number;
  nesting: number;
  /** What was expected at the current token, when that ended the reading. */
  expected?: string;
}

/** Null, here and below, means that the parser carries what it expected. */
function disjunction(parser: Parser): Expression | null {
  return chain(parser, '||', 'or', conjunction);
}

function conjunction(parser: Parser): Expression | null {
  return chain(parser, '&&', 'and', comparison);
}

function chain(
  parser: Parser,
  mark: string,
  kind: 'and' | 'or',
  operand: (parser: Parser) => Expression | null,
): Expression | null {
  let left = operand(parser);
  while (left !== null && take(parser, [mark]) !== null) {
    const right: Expression | null = operand(parser);
    left = right === null ? null : { kind, left, right };
  }
  return left;
}

function comparison(parser: Parser): Expression | null {
  const left = unary(parser);
  if (left === null) return null;
  const operator = take(parser, COMPARISONS) as Comparison | null;
  if (operator === null) return left;
  const right = unary(parser);
  if (right === null) return null;
  if (COMPARISONS.includes(current(parser).text)) {
    return complain(parser, '"&&", "||" or the end, since comparisons do not chain');
  }
  return { kind: 'compare', operator, left, right };
}

function unary(parser: Parser): Expression | null {
  if (take(parser, ['!']) === null) return primary(parser);
  const of = nested(parser, unary);
  return of === null ? null : { kind: 'not', of };
}

function primary(parser: Parser): Expression | null {
  const token = current(parser);
  if (take(parser, ['(']) !== null) {
    const inner = nested(parser, disjunction);
    if (inner === null) return null;
    return take(parser, [')']) === null ? complain(parser, 'an operator or a closing ")"') : inner;
  }
  if (token.kind !== 'literal' && token.kind !== 'name') return complain(parser, OPERAND);
  parser.next += 1;
  return token.kind === 'literal' ? { kind: 'literal', value: token.value } : { kind: 'name', name: token.text };
}

function nested(parser: Parser, inner: (parser: Parser) => Expression | null): Expression | null {
  if (parser.nesting === MOST_NESTING) return complain(parser, `at most ${MOST_NESTING} levels of nesting`);
  parser.nesting += 1;
  const expression = inner(parser);
  parser.nesting -= 1;
  return expression;
}

function current(parser: Parser): Token {
  return parser.tokens[parser.next] as Token;
}

/** Steps over the token when it is one of the marks, and says which; null when it is none of them. */
function take(parser: Parser, marks: readonly string[]): string | null {
  const token = current(parser);
  if (token.kind !== 'mark' || !marks.includes(token.text)) return null;
  parser.next += 1;
  return token.text;
}

function complain(parser: Parser, expected: string): null {
  parser.expected = expected;
  return null;
}

function describe(token: Token, text: string): string {
  if (token.kind === 'end') return text.trim() === '' ? 'nothing' : 'the end of the condition';
  return token.kind === 'literal' && typeof token.value === 'string' ? `the text ${token.text}` : `"${token.text}"`;
}

function failAt(text: string, at: number, expected: string, found: string): ParsedCondition {
  const before = text.slice(0, at).split('\n');
  return { ok: false, fault: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, expected, found } };
}
