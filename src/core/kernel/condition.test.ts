import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionSchema } from './condition.schema.ts';
import { type Expression, namesIn, type Outcome, type Value, writeConditionFault } from './condition.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { parseCondition } from './parse-condition.ts';
import { printCondition } from './print-condition.ts';

const names = fc.constantFrom('path', 'urgent', 'panel_path', 'a', '_b2');
const values: fc.Arbitrary<Value> = fc.oneof(fc.boolean(), fc.maxSafeInteger(), fc.string({ unit: 'binary' }));

function expressionsOver(leaf: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  return fc.letrec<{ any: Expression }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 5, depthSize: 'large' },
      leaf,
      fc.record({ kind: fc.constant('not' as const), of: tie('any') }),
      fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('any'), right: tie('any') }),
      fc.record({
        kind: fc.constant('compare' as const),
        operator: fc.constantFrom(
          '==' as const,
          '!=' as const,
          '<' as const,
          '<=' as const,
          '>' as const,
          '>=' as const,
        ),
        left: tie('any'),
        right: tie('any'),
      }),
    ),
  })).any;
}

const name = names.map((one): Expression => ({ kind: 'name', name: one }));
const literal = values.map((value): Expression => ({ kind: 'literal', value }));
const expressions = expressionsOver(fc.oneof(name, literal));

describe('reading and printing', () => {
  test('what is printed reads back to the same tree', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        expect(parseCondition(printCondition(expression))).toEqual({ ok: true, expression });
      }),
    );
  });

  test('no pair of parentheses that is printed can be left out', () => {
    const plain = expressionsOver(name);
    fc.assert(
      fc.property(plain, (expression) => {
        const text = printCondition(expression);
        for (const [open, close] of pairsIn(text)) {
          const without = `${text.slice(0, open)} ${text.slice(open + 1, close)} ${text.slice(close + 1)}`;
          expect(parseCondition(without)).not.toEqual({ ok: true, expression });
        }
      }),
    );
  });

  test('any text is read or told why not, at a place within it', () => {
    const pieces = fc.constantFrom(
      'a',
      '&&',
      '||',
      '!',
      '(',
      ')',
      '==',
      '<',
      '"',
      "'",
      '\\',
      '\n',
      ' ',
      '7',
      'true',
      '=',
      'é',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        const parsed = parseCondition(text);
        if (parsed.ok) return;
        const line = text.split('\n')[parsed.fault.line - 1];
        expect(line).toBeDefined();
        expect(parsed.fault.column).toBeLessThanOrEqual((line ?? '').length + 1);
        expect(parsed.fault.column).toBeGreaterThan(0);
      }),
    );
  });

  test.each([
    ['path == "agreed" && (urgent || !closed)', 'path == "agreed" && (urgent || !closed)'],
    ['path == \'the "agreed" one\'', 'path == "the \\"agreed\\" one"'],
    ['((a))', 'a'],
    ['a && b || c && d', 'a && b || c && d'],
    ['(a && b) || (c && d)', 'a && b || c && d'],
    ['a && (b || c)', 'a && (b || c)'],
    ['(a || b) || c', 'a || b || c'],
    ['a || (b || c)', 'a || (b || c)'],
    ['!(a == b) == !c', '!(a == b) == !c'],
    ['(a < 3) == true', '(a < 3) == true'],
    ['-0 < -12', '0 < -12'],
    ['a\n  &&\tb', 'a && b'],
    ['"\\u0041\\n" == a', '"A\\n" == a'],
  ])('%j is printed as %j', (text, printed) => {
    const parsed = parseCondition(text);
    expect(parsed.ok && printCondition(parsed.expression)).toBe(printed);
  });

  test.each([
    [
      'path == "agreed',
      'line 1, column 9: expected a closing " for the text that opens here, found the end of the line',
    ],
    ["a &&\n  path == 'agreed && b", "line 2, column 11: expected a closing ' for the text that opens here"],
    ['', 'line 1, column 1: expected a name'],
    ['a = 3', 'line 1, column 3: expected "=="'],
    ['a & b', 'line 1, column 3: expected "&&"'],
    ['a == b == c', 'line 1, column 8: expected "&&", "||" or the end, since comparisons do not chain'],
    ['(a && b', 'line 1, column 8: expected an operator or a closing ")", found the end of the condition'],
    ['a)', 'line 1, column 2: expected an operator or the end of the condition, found ")"'],
    ['a and b', 'line 1, column 3: expected an operator or the end of the condition, found "and"'],
    ['a ==', 'line 1, column 5: expected a name, a whole number, a quoted text, true, false, "!" or "("'],
    ['a == null', 'line 1, column 6: expected a name that CEL does not reserve, found "null"'],
    ['Path == 3', 'line 1, column 1: expected a name of small letters, digits and "_", found "Path"'],
    ['a > 2.5', 'line 1, column 5: expected a whole number'],
    ['a > 99999999999999999', 'line 1, column 5: expected a whole number between'],
    ['a == "\\q"', 'line 1, column 7: expected one of the escapes'],
    ['a == "\\ud800"', 'line 1, column 7: expected one of the escapes'],
    [`${'('.repeat(100)}a`, 'line 1, column 66: expected at most 64 levels of nesting'],
    ['a || '.repeat(2000), 'expected a condition of at most 4000 characters'],
  ])('%j is refused by place and expectation', (text, sentence) => {
    const parsed = parseCondition(text);
    expect(parsed.ok ? 'read' : writeConditionFault(parsed.fault)).toContain(sentence);
  });

  test('the schema carries the place into its message', () => {
    expect(conditionSchema.encode(conditionSchema.decode("a  == 'x'"))).toBe('a == "x"');
    const refused = conditionSchema.safeDecode('path == "agreed');
    expect(refused.error?.issues[0]?.message).toBe(
      'not a condition: line 1, column 9: expected a closing " for the text that opens here, found the end of the line',
    );
  });

  test('names are told once, in reading order', () => {
    expect(namesIn(read('b == 1 && !(a || b) && c < 2 && true'))).toEqual(['b', 'a', 'c']);
  });
});

describe('evaluating', () => {
  const facts: Readonly<Record<string, Value>> = { yes: true, no: false, three: 3, agreed: 'agreed' };
  const outcomeOf = (text: string) => evaluateCondition(read(text), (one) => facts[one]);
  const value = (one: Value): Outcome => ({ kind: 'value', value: one });
  const unknown = (...missing: string[]): Outcome => ({ kind: 'unknown', missing });

  test.each([
    ['agreed == "agreed" && three >= 3', value(true)],
    ['three < 3 || no', value(false)],
    ['"a" < "b" && false < true', value(true)],
    ['"\u{1F600}" > "\uFFFD"', value(true)],
    ['"ab" > "a" && "" < "a"', value(true)],
    ['no && x', value(false)],
    ['x && no', value(false)],
    ['yes || x', value(true)],
    ['x || yes', value(true)],
    ['yes && x', unknown('x')],
    ['x && y || z', unknown('x', 'y', 'z')],
    ['(x || yes) && y', unknown('y')],
    ['!x', unknown('x')],
    ['x == x', unknown('x')],
    ['three < x', unknown('x')],
    ['three', value(3)],
    ['no && three', value(false)],
    ['x && three', unknown('x')],
    ['yes || three == "3"', value(true)],
  ] as const)('%s', (text, outcome) => {
    expect(outcomeOf(text)).toEqual(outcome);
  });

  test.each([
    ['three == "3"', 'three is the number 3 and "3" is the text "3": values of different types cannot be compared'],
    ['yes && three', 'three is the number 3, where true or false was expected'],
    ['!agreed', 'agreed is the text "agreed", where true or false was expected'],
    [
      'yes > 0 || no',
      'yes is the truth value true and 0 is the number 0: values of different types cannot be compared',
    ],
  ])('%s is an error', (text, sentence) => {
    expect(outcomeOf(text)).toEqual({ kind: 'error', sentence });
  });

  test('what is known stays so whatever is learnt, and what is unknown names what would settle it', () => {
    const truths = fc.record({
      path: fc.boolean(),
      urgent: fc.boolean(),
      panel_path: fc.boolean(),
      a: fc.boolean(),
      _b2: fc.boolean(),
    });
    const logic = expressionsOver(
      fc.oneof(
        name,
        fc.boolean().map((one): Expression => ({ kind: 'literal', value: one })),
      ),
    );
    fc.assert(
      fc.property(logic, truths, fc.array(names), (expression, all, known: string[]) => {
        const whole = (one: string) => all[one as keyof typeof all];
        const part = (one: string) => (known.includes(one) ? whole(one) : undefined);
        const now = evaluateCondition(expression, part);
        const later = evaluateCondition(expression, whole);
        if (now.kind !== 'unknown') {
          expect(now).toEqual(later);
          return;
        }
        expect(now.missing.length).toBeGreaterThan(0);
        expect(now.missing.every((one) => part(one) === undefined && namesIn(expression).includes(one))).toBe(true);
        const told = (one: string) => part(one) ?? (now.missing.includes(one) ? whole(one) : undefined);
        expect(evaluateCondition(expression, told)).toEqual(later);
      }),
    );
  });
});

function read(text: string): Expression {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(writeConditionFault(parsed.fault));
  return parsed.expression;
}

function pairsIn(text: string): [number, number][] {
  const open: number[] = [];
  const pairs: [number, number][] = [];
  [...text].forEach((character, at) => {
    if (character === '(') open.push(at);
    if (character === ')') pairs.push([open.pop() ?? -1, at]);
  });
  return pairs;
}
