import { expect, test } from 'vitest';
import { writeOrder, writeResolution } from './resolution-words.ts';

test('an order says whose words hold, who stands first, or that the repeal holds', () => {
  expect(writeOrder('same-words', 'M1', 'M2')).toContain('those of M2 hold');
  expect(writeOrder('same-place', 'M1', 'M2')).toContain('M1 puts there stands first');
  expect(writeOrder('repeal-against-edit', 'M1', 'M2')).toContain('the repeal holds');
});

test('what was settled names both modifications by their part in it', () => {
  const pair = ['M1', 'M2'] as const;
  expect(writeResolution('same-words', { kind: 'order', first: 'M2' }, pair)).toContain('those of M1 hold');
  const contingent = { kind: 'contingent', on: 'M2', amendments: [] } as const;
  expect(writeResolution('reshaped', contingent, pair)).toMatch(/^If M2 is in force before M1/);
});
