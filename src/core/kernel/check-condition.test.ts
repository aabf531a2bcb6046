import { describe, expect, test } from 'vitest';
import { checkCondition, checkConditionText } from './check-condition.ts';
import { compileCondition } from './compile-condition.ts';
import { type Expression, writeConditionFault } from './condition.ts';
import { conditionSteps } from './condition-steps.ts';
import type { DeclaredName } from './condition-types.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { always } from './steps.ts';

const plain = (type: 'bool' | 'int' | 'string' | 'day'): DeclaredName => ({ type: { type }, values: null });
const declared = new Map<string, DeclaredName>([
  ['system_enrolled', plain('bool')],
  ['system_enrolled_day', plain('day')],
  ['decision_made_day', plain('day')],
  ['devices', plain('int')],
  ['category', { type: { type: 'string' }, values: ['large-supplier', 'small-supplier', 'other-user'] }],
]);

describe('a fault of names and types', () => {
  test.each([
    [
      'system_enroled && devices > 3',
      'line 1, column 1: expected a name that is declared, found "system_enroled"; did you mean "system_enrolled"?',
    ],
    ['enrolled', 'found "enrolled"; did you mean "system_enrolled"?'],
    ['zebra', 'line 1, column 1: expected a name that is declared, found "zebra"'],
    ['system_enrolled &&\n  devices', 'line 2, column 3: expected true or false, found a number'],
    ['!devices', 'line 1, column 2: expected true or false, found a number'],
    ['devices == "3"', 'line 1, column 12: expected a number, as on the other side, found a text'],
    ['devices + category > 3', 'line 1, column 11: expected a number after "+", found a text'],
    [
      'system_enrolled + 1 > 3',
      'line 1, column 1: expected a number or a text or a day or a number of days before "+"',
    ],
    ['-category == "x"', 'line 1, column 2: expected a number or a number of days, found a text'],
    [
      'category == "large_supplier"',
      'line 1, column 13: expected one of the values of category: "large-supplier", "small-supplier", "other-user", found "large_supplier"; did you mean "large-supplier"?',
    ],
    ['category in ["large-supplier", "smal-supplier"]', 'line 1, column 32: expected one of the values of category'],
    ['category in ["other-user", 3]', 'line 1, column 28: expected a text, as on the other side, found a number'],
    ['devices in ["3"]', 'line 1, column 12: expected a list of values of which each is a number, found a list'],
    ['devices in category', 'line 1, column 12: expected a list, found a text'],
    ['[[1], [2]] == [3]', 'line 1, column 2: expected a value that is no list, found a list'],
    ['[1] == [1]', 'line 1, column 1: expected a value that is no list, found a list'],
    ['[].exists(x, x)', 'line 1, column 1: expected a list of some items, found a list of none'],
    ['[1, 2].all(x, x)', 'line 1, column 15: expected true or false, found a number'],
    ['system_enrolled ? 1 : "one"', 'line 1, column 23: expected a number, as on the other side, found a text'],
    ['days(category) > days(1)', 'line 1, column 6: expected a number, found a text'],
    ['devices.startsWith("3")', 'line 1, column 1: expected a text, found a number'],
    ['day("2018-02-30") < on', 'line 1, column 5: expected a day of the calendar as YYYY-MM-DD, found "2018-02-30"'],
    [
      'on >= months(decision_made_day, 6, "end-of-moth")',
      'line 1, column 36: expected one of the roundings "end-of-month", "start-of-next", "keep-end", found "end-of-moth"; did you mean "end-of-month"?',
    ],
    [
      'on + days(3) > decision_made_day',
      'line 1, column 1: expected "on" alone on one side of a comparison, as in on >= day("2018-11-08"), found "on" within a larger expression',
    ],
    ['on == on', 'line 1, column 7: expected "on" alone on one side of a comparison'],
    ['on in [decision_made_day]', 'line 1, column 1: expected "on" alone on one side of a comparison'],
    ['on >= devices', 'line 1, column 7: expected a day, as on the other side, found a number'],
    ['devices <= on', 'line 1, column 1: expected a day, found a number'],
  ])('%j is told by place, with what was probably meant', (text, sentence) => {
    const checked = checkConditionText(text, declared);
    expect(checked.ok ? checked.type : writeConditionFault(checked.fault)).toContain(sentence);
  });

  test('a text that is no condition is told before its names are looked at', () => {
    const checked = checkConditionText('zebra &&', declared);
    expect(checked.ok ? '' : writeConditionFault(checked.fault)).toMatch(/^line 1, column 9: expected a name/);
  });
});

test.each([
  ['category in ["large-supplier", "small-supplier"] && devices >= 250000', 'bool'],
  ['on >= workingDays(decision_made_day, 3) && on < months(system_enrolled_day, 6, "end-of-month")', 'bool'],
  ['[day("2018-07-18"), decision_made_day].exists(start, on >= start)', 'bool'],
  ['system_enrolled_day - decision_made_day', 'duration'],
  ['(devices + 1) * 2 % 7', 'int'],
])('%s is a condition of type %s', (text, type) => {
  const checked = checkConditionText(text, declared);
  expect(checked.ok ? checked.type.type : writeConditionFault(checked.fault)).toBe(type);
});

describe('a tree of a million parts', () => {
  const leaf: Expression = { kind: 'name', name: 'a' };
  let deep: Expression = leaf;
  for (let count = 0; count < 1_000_000; count += 1) deep = { kind: 'not', of: deep };
  const wide: Expression = { kind: 'list', items: Array.from({ length: 1_000_000 }, () => leaf) };

  test.each([
    ['deep', deep],
    ['wide', wide],
  ])('that is %s is refused by one sentence and never walked', (_, condition) => {
    const sentence = 'the condition has more than 1000 parts';
    expect(checkCondition(condition, declared)).toMatchObject({ expected: 'a condition of at most 1000 parts' });
    expect(evaluateCondition(condition, () => true)).toEqual({ kind: 'error', sentence });
    expect(compileCondition(condition).evaluate([])).toEqual({ kind: 'error', sentence });
    expect(conditionSteps(condition, () => always(null)).initial).toEqual({ kind: 'error', sentence });
  });

  test('written out is refused by its length', () => {
    const checked = checkConditionText('a && '.repeat(1_000_000), declared);
    expect(checked.ok ? '' : writeConditionFault(checked.fault)).toBe(
      'line 1, column 4001: expected a condition of at most 4000 characters, found more',
    );
  });
});
