import { expect, test } from 'vitest';
import { factKind } from '../../../test/support/duty.ts';
import { parseCondition } from '../kernel/parse-condition.ts';
import { conditionInWords } from './condition-words.ts';

const KINDS = [
  factKind({ id: 'system-enrolled', title: 'The systems are enrolled' }),
  factKind({ id: 'devices-operated', title: 'Devices that it operates', type: 'int' }),
  factKind({ id: 'threshold', title: 'The threshold', type: 'int' }),
  factKind({ id: 'party-category', title: 'Its category', type: 'string' }),
];

test.each([
  ['system_enrolled', '“The systems are enrolled”'],
  ['!system_enrolled', 'not: “The systems are enrolled”'],
  ['devices_operated > threshold', '“Devices that it operates” is more than “The threshold”'],
  [
    'system_enrolled && (devices_operated >= 10 || party_category == "large")',
    '“The systems are enrolled”, and (“Devices that it operates” is at least 10, or “Its category” is "large")',
  ],
  ['on >= system_enrolled_day', 'the day asked about is at least the day of “The systems are enrolled”'],
  ['party_category in ["a", "b"]', '“Its category” is one of "a", "b"'],
])('%s is said in words', (text, words) => {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(text);
  expect(conditionInWords(parsed.expression, KINDS)).toBe(words);
});
