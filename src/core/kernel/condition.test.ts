import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyExpression, plainExpression } from '../../../test/support/expressions.ts';
import { conditionSchema } from './condition.schema.ts';
import { type Expression, namesIn, type Outcome, type Value, writeConditionFault } from './condition.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { parseCondition } from './parse-condition.ts';
import { printCondition } from './print-condition.ts';

describe('reading and printing', () => {
  test('what is printed reads back to the same tree', () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        expect(parseCondition(printCondition(expression))).toEqual({ ok: true, expression });
      }),
    );
  });

  test('no pair of parentheses that is printed can be left out', () => {
    fc.assert(
      fc.property(plainExpression, (expression) => {
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
      '[',
      ']',
      '.',
      ',',
      '?',
      ':',
      'size',
      'exists',
      'cite',
      "'''",
      '-',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
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
    ["r'\\d' == '''a\nb'''", '"\\\\d" == "a\\nb"'],
    ['a + b * -c - -3', 'a + b * -c - -3'],
    ['a - (b - c)', 'a - (b - c)'],
    ['-(5) == 0x10', '-(5) == 16'],
    ['(a ? b : c) ? d : (e ? f : g)', '(a ? b : c) ? d : e ? f : g'],
    ['a.size() > 3 && size(a) < 5', 'size(a) > 3 && size(a) < 5'],
    ['[1, 2].exists(x, x > a) // some', '[1, 2].exists(x, x > a)'],
    ['on >= months(a, 6, "end-of-month")', 'on >= months(a, 6, "end-of-month")'],
    ['(a && b).cite("SEC", "G3.26", "stated") || c', '(a && b).cite("SEC", "G3.26", "stated") || c'],
    ['a.cite("SEC", "", "public", "why")', 'a.cite("SEC", "", "public", "why")'],
  ])('%j is printed as %j', (text, printed) => {
    const parsed = parseCondition(text);
    expect(parsed.ok ? printCondition(parsed.expression) : parsed.fault).toBe(printed);
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
    ['a and b', 'found "and"; did you mean "&&"?'],
    ['a < b in c', 'since comparisons do not chain'],
    ['!-a', 'line 1, column 2: expected a value, or "(" before "-", found "-"'],
    ['a ? b', 'line 1, column 6: expected an operator or ":" and what holds otherwise'],
    ['[a, b', 'line 1, column 6: expected an operator, "," or a closing "]"'],
    ['a in ["x", "y",]', 'line 1, column 16: expected a name'],
    [
      'dya("2018-01-01")',
      'column 1: expected one of the functions day, days, months, workingDays, size, found "dya"; did you mean "day"?',
    ],
    ['startsWith(a, "b")', 'found "startsWith"; did you mean name.startsWith("A")?'],
    [
      'a.startWith("b")',
      'column 3: expected one of startsWith, endsWith, contains, exists, all, size, cite, found "startWith"; did you mean "startsWith"?',
    ],
    ['days(1, 2)', 'expected one value, as in days(30)'],
    ['a.matches("x*")', 'column 3: expected one of startsWith'],
    ['b.exists(on, on)', 'column 10: expected a name of small letters, digits and "_" for each item, other than "on"'],
    ['b.exists(3, a)', 'column 10: expected a name of small letters'],
    ['a.cite("SEC")', 'column 7: expected a source, a clause, a certainty and perhaps a note in quotes'],
    [
      'a.cite("SEC", "G1", "sure")',
      'column 7: expected a certainty of stated, public, derived, unverified, illustrative',
    ],
    ['a.cite("S", "", "stated").cite("S", "", "stated")', 'column 27: expected one citation for each part'],
    ['"""a', 'column 1: expected a closing """ for the text that opens here, found the end of the condition'],
    [`a == ${'-'.repeat(70)}1`, 'expected at most 64 levels of nesting'],
    [`[${'1,'.repeat(1100)}1].all(x, true)`, 'expected at most 1000 parts'],
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
    const TRUTHS = { path: fc.boolean(), urgent: fc.boolean(), panel_path: fc.boolean(), a: fc.boolean() };
    const truths = fc.record(TRUTHS);
    const names = fc.constantFrom(...Object.keys(TRUTHS));
    const logic = fc.letrec<{ any: Expression }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 5, depthSize: 'large' },
        names.map((one): Expression => ({ kind: 'name', name: one })),
        fc.boolean().map((one): Expression => ({ kind: 'literal', value: one })),
        fc.record({ kind: fc.constant('not' as const), of: tie('any') }),
        fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('any'), right: tie('any') }),
        fc.record({ kind: fc.constant('choose' as const), when: tie('any'), take: tie('any'), otherwise: tie('any') }),
        fc.record({
          kind: fc.constant('compare' as const),
          operator: fc.constantFrom('==' as const, '<' as const),
          left: tie('any'),
          right: tie('any'),
        }),
      ),
    })).any;
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
