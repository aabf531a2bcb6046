import type { Citation } from './citation.ts';
import { type Arithmetic, type Comparison, type ConditionFault, type Expression, ON } from './condition.ts';
import { readCitation } from './condition-citation.ts';
import { CONDITION_FUNCTIONS, type ConditionFunction, functionNamed } from './condition-functions.ts';
import { MOST_PARTS } from './condition-size.ts';
import { type Token, tokensOf } from './condition-tokens.ts';
import { nearestName } from './suggest.ts';

/** A condition read, or the first place where its text stops being one. */
export type ParsedCondition =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly fault: ConditionFault };

/** Where in the text each part of a condition starts and ends. */
export type Places = ReadonlyMap<Expression, { readonly at: number; readonly until: number }>;

/** Longest text and deepest nesting that are read, so that no text can exhaust the stack of those who walk its tree. */
export const MOST_CHARACTERS = 4000;
export const MOST_NESTING = 64;

const COMPARISONS: readonly string[] = ['==', '!=', '<', '<=', '>', '>='] satisfies Comparison[];
const OPERAND = 'a name, a whole number, a quoted text, true, false, "!" or "("';
const AFTER_OPERAND = 'an operator or the end of the condition';
const NAME = /^[a-z_][a-z0-9_]*$/;
const CITE = 'cite';
const WORDS_FOR_MARKS = new Map(Object.entries({ and: '&&', or: '||', not: '!', is: '==', equals: '==', null: '' }));

/**
 * Reads a condition, with the meaning and the binding that it has in CEL; comparisons do not chain. Any part can carry
 * the citation that it rests on: `part.cite("SEC", "G3.26", "stated")`. Faults count lines and columns from 1.
 */
export function parseCondition(text: string): ParsedCondition {
  const parsed = parseConditionWithPlaces(text);
  return parsed.ok ? { ok: true, expression: parsed.expression } : parsed;
}

/** As {@link parseCondition}, with the place of each part in the text. */
export function parseConditionWithPlaces(
  text: string,
): { readonly ok: true; readonly expression: Expression; readonly places: Places } | (ParsedCondition & { ok: false }) {
  if (text.length > MOST_CHARACTERS) {
    const fault = faultAt(text, MOST_CHARACTERS, `a condition of at most ${MOST_CHARACTERS} characters`, 'more');
    return { ok: false, fault };
  }
  const parser: Parser = { text, tokens: tokensOf(text), next: 0, nesting: 0, places: new Map() };
  const expression = choice(parser);
  const rest = current(parser);
  if (expression !== null && rest.kind === 'end') return { ok: true, expression, places: parser.places };
  return { ok: false, fault: faultOf(parser, rest) };
}

/** A fault at an offset of a text. */
export function faultAt(
  text: string,
  at: number,
  expected: string,
  found: string,
  meant?: string | null,
): ConditionFault {
  const before = text.slice(0, at).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, expected, found };
  return meant === undefined || meant === null ? place : { ...place, meant };
}

interface Parser {
  readonly text: string;
  readonly tokens: readonly Token[];
  next: number;
  nesting: number;
  readonly places: Map<Expression, { at: number; until: number }>;
  /** What was expected at the current token, when that ended the reading. */
  expected?: string;
  meant?: string | null;
}

type Rule = (parser: Parser) => Expression | null;

function faultOf(parser: Parser, rest: Token): ConditionFault {
  const { text } = parser;
  if (rest.kind === 'bad') return faultAt(text, rest.at, rest.expected, rest.found);
  const expected = parser.expected ?? AFTER_OPERAND;
  const isAfterOperand = expected.startsWith('an operator');
  const mark = isAfterOperand ? WORDS_FOR_MARKS.get(rest.text.toLowerCase()) : undefined;
  return faultAt(text, rest.at, expected, describe(rest, text), mark === undefined ? parser.meant : `"${mark}"`);
}

/** Null, here and below, means that the parser carries what it expected. */
function choice(parser: Parser): Expression | null {
  const start = current(parser).at;
  const when = disjunction(parser);
  if (when === null || take(parser, ['?']) === null) return when;
  const taken = nested(parser, disjunction);
  if (taken === null) return null;
  if (take(parser, [':']) === null) return complain(parser, 'an operator or ":" and what holds otherwise');
  const otherwise = nested(parser, choice);
  return otherwise === null ? null : made(parser, start, { kind: 'choose', when, take: taken, otherwise });
}

const disjunction: Rule = (parser) =>
  chain(parser, ['||'], conjunction, (_, left, right) => ({ kind: 'or', left, right }));

const conjunction: Rule = (parser) =>
  chain(parser, ['&&'], comparison, (_, left, right) => ({ kind: 'and', left, right }));

const sum: Rule = (parser) => chain(parser, ['+', '-'], product, calculation);

const product: Rule = (parser) => chain(parser, ['*', '/', '%'], signed, calculation);

function calculation(mark: string, left: Expression, right: Expression): Expression {
  return { kind: 'arithmetic', operator: mark as Arithmetic, left, right };
}

function chain(
  parser: Parser,
  marks: readonly string[],
  operand: Rule,
  join: (mark: string, left: Expression, right: Expression) => Expression,
): Expression | null {
  const start = current(parser).at;
  let left = operand(parser);
  while (left !== null) {
    const mark = take(parser, marks);
    if (mark === null) return left;
    const right: Expression | null = operand(parser);
    left = right === null ? null : made(parser, start, join(mark, left, right));
  }
  return left;
}

function comparison(parser: Parser): Expression | null {
  const start = current(parser).at;
  const left = sum(parser);
  if (left === null) return null;
  const mark = take(parser, [...COMPARISONS, 'in']);
  if (mark === null) return left;
  const right = sum(parser);
  if (right === null) return null;
  const after = current(parser);
  if (after.kind === 'mark' && (COMPARISONS.includes(after.text) || after.text === 'in')) {
    return complain(parser, '"&&", "||" or the end, since comparisons do not chain');
  }
  return made(
    parser,
    start,
    mark === 'in' ? { kind: 'in', left, right } : { kind: 'compare', operator: mark as Comparison, left, right },
  );
}

function signed(parser: Parser): Expression | null {
  const token = current(parser);
  const sign = take(parser, ['!', '-']);
  if (sign === null) return member(parser);
  const operand = current(parser);
  if (operand.text === (sign === '!' ? '-' : '!')) return complain(parser, `a value, or "(" before "${operand.text}"`);
  const of = nested(parser, signed);
  if (of === null) return null;
  // A sign directly before a number is a part of it; adding 0 makes "-0" the same value as "0".
  if (
    sign === '-' &&
    operand.kind === 'literal' &&
    of.kind === 'literal' &&
    typeof of.value === 'number' &&
    !of.citation
  )
    return made(parser, token.at, { kind: 'literal', value: 0 - of.value });
  return made(parser, token.at, { kind: sign === '!' ? 'not' : 'negate', of });
}

function member(parser: Parser): Expression | null {
  const start = current(parser).at;
  let of = primary(parser);
  while (of !== null && take(parser, ['.']) !== null) of = method(parser, start, of);
  return of;
}

function method(parser: Parser, start: number, of: Expression): Expression | null {
  const token = current(parser);
  const called = token.kind === 'name' ? functionNamed(token.text) : null;
  if (token.kind === 'name' && token.text === CITE) {
    if (of.citation !== undefined) return complain(parser, 'one citation for each part');
    parser.next += 1;
    return cited(parser, start, of);
  }
  if (token.text === 'exists' || token.text === 'all') {
    parser.next += 1;
    return quantifier(parser, start, of, token.text);
  }
  const isSize = called?.name === 'size';
  if (called === null || !(called.isMethod || isSize)) {
    const names = [
      ...CONDITION_FUNCTIONS.filter((one) => one.isMethod).map((one) => one.name),
      'exists',
      'all',
      'size',
      CITE,
    ];
    return complain(parser, `one of ${names.join(', ')}`, nearest(token.text, names));
  }
  parser.next += 1;
  const rest = values(parser, ')', called.usage);
  return rest === null
    ? null
    : arity(parser, called, made(parser, start, { kind: 'call', function: called.name, of: [of, ...rest] }));
}

function quantifier(parser: Parser, start: number, list: Expression, kind: 'exists' | 'all'): Expression | null {
  if (take(parser, ['(']) === null) return complain(parser, `"(", as in list.${kind}(item, item > 3)`);
  const token = current(parser);
  if (token.kind !== 'name' || !NAME.test(token.text) || token.text === ON) {
    return complain(parser, `a name of small letters, digits and "_" for each item, other than "${ON}"`);
  }
  parser.next += 1;
  if (take(parser, [',']) === null) return complain(parser, `"," and what to ask of each ${token.text}`);
  const where = nested(parser, choice);
  if (where === null) return null;
  if (take(parser, [')']) === null) return complain(parser, 'an operator or a closing ")"');
  return made(parser, start, { kind, list, item: token.text, where });
}

function cited(parser: Parser, start: number, of: Expression): Expression | null {
  const first = parser.next;
  const given = values(parser, ')', 'cite("SEC", "G3.26", "stated")');
  if (given === null) return null;
  const citation: Citation | string = readCitation(given);
  if (typeof citation === 'string') {
    parser.next = first;
    return complain(parser, citation);
  }
  parser.places.delete(of);
  return made(parser, start, { ...of, citation });
}

function primary(parser: Parser): Expression | null {
  const token = current(parser);
  if (take(parser, ['(']) !== null) {
    const inner = nested(parser, choice);
    if (inner === null) return null;
    return take(parser, [')']) === null ? complain(parser, 'an operator or a closing ")"') : inner;
  }
  if (take(parser, ['[']) !== null) {
    const items = listed(parser, ']');
    return items === null ? null : made(parser, token.at, { kind: 'list', items });
  }
  if (token.kind === 'literal') {
    parser.next += 1;
    return made(parser, token.at, { kind: 'literal', value: token.value });
  }
  if (token.kind !== 'name') return complain(parser, OPERAND);
  const after = parser.tokens[parser.next + 1];
  if (after?.kind === 'mark' && after.text === '(') return called(parser, token);
  if (!NAME.test(token.text))
    return complain(parser, 'a name of small letters, digits and "_"', nearest(token.text, ['true', 'false']));
  parser.next += 1;
  return made(parser, token.at, { kind: 'name', name: token.text });
}

function called(parser: Parser, token: Token): Expression | null {
  const found = functionNamed(token.text);
  if (found === null || found.isMethod) {
    const names = CONDITION_FUNCTIONS.filter((one) => !one.isMethod).map((one) => one.name);
    const usage = found === null ? nearest(token.text, names) : found.usage;
    return complain(parser, `one of the functions ${names.join(', ')}`, usage);
  }
  parser.next += 1;
  const given = values(parser, ')', found.usage);
  return given === null
    ? null
    : arity(parser, found, made(parser, token.at, { kind: 'call', function: found.name, of: given }));
}

/** The call, when it has as many values as the function takes. */
function arity(parser: Parser, { takes, usage }: ConditionFunction, call: Expression | null): Expression | null {
  if (call === null || (call.kind === 'call' && call.of.length === takes.length)) return call;
  parser.next -= 1;
  return complain(parser, `${takes.length === 1 ? 'one value' : `${takes.length} values`}, as in ${usage}`);
}

function values(parser: Parser, closing: string, usage: string): Expression[] | null {
  return take(parser, ['(']) === null ? complain(parser, `"(", as in ${usage}`) : listed(parser, closing);
}

function listed(parser: Parser, closing: string): Expression[] | null {
  const items: Expression[] = [];
  if (take(parser, [closing]) !== null) return items;
  for (;;) {
    const item = nested(parser, choice);
    if (item === null) return null;
    items.push(item);
    if (take(parser, [closing]) !== null) return items;
    if (take(parser, [',']) === null) return complain(parser, `an operator, "," or a closing "${closing}"`);
  }
}

function made(parser: Parser, at: number, expression: Expression): Expression | null {
  if (parser.places.size >= MOST_PARTS) return complain(parser, `at most ${MOST_PARTS} parts`);
  const last = parser.tokens[parser.next - 1] as Token;
  parser.places.set(expression, { at, until: last.at + last.text.length });
  return expression;
}

function nested<T>(parser: Parser, inner: (parser: Parser) => T | null): T | null {
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

function complain(parser: Parser, expected: string, meant: string | null = null): null {
  parser.expected = expected;
  parser.meant = meant;
  return null;
}

function nearest(text: string, names: readonly string[]): string | null {
  const found = nearestName(text, names);
  return found === null ? null : `"${found}"`;
}

function describe(token: Token, text: string): string {
  if (token.kind === 'end') return text.trim() === '' ? 'nothing' : 'the end of the condition';
  return token.kind === 'literal' && typeof token.value === 'string' ? `the text ${token.text}` : `"${token.text}"`;
}
