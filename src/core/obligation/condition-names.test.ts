import { expect, test } from 'vitest';
import { factKind } from '../../../test/support/duty.ts';
import { checkConditionText } from '../kernel/check-condition.ts';
import { writeConditionFault } from '../kernel/condition.ts';
import { namesOfKinds } from './condition-names.ts';

const names = namesOfKinds([
  factKind({ id: 'system-enrolled' }),
  factKind({ id: 'category', subject: 'party', type: 'string', values: ['large', 'small'] }),
  factKind({ id: 'words-in-force', subject: 'words' }),
]);

test('a condition speaks of kinds of facts by name, and of the day of an event', () => {
  expect([...names.keys()]).toEqual(['system_enrolled', 'system_enrolled_day', 'category']);
  const text = 'category == "large" && (!system_enrolled || on < system_enrolled_day + days(30))';
  expect(checkConditionText(text, names)).toMatchObject({ ok: true, type: { type: 'bool' } });
});

test('a value that a kind of fact cannot have is told with the nearest that it can', () => {
  const checked = checkConditionText('category == "largo"', names);
  expect(checked.ok ? '' : writeConditionFault(checked.fault)).toBe(
    'line 1, column 13: expected one of the values of category: "large", "small", found "largo"; did you mean "large"?',
  );
});
