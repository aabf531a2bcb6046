import { expect, test } from 'vitest';
import { nextIdentifier } from './next-identifier.ts';

const citation = { source: 'SEC', clause: null, certainty: 'public' } as const;
const identifiers = [
  { from: 'raise', prefix: 'DP', digits: 3, citation },
  { from: 'conversion', prefix: 'MP', digits: 3, citation },
];

test('the next identifier follows the highest number under any letters of the rule', () => {
  expect(nextIdentifier({ identifiers }, [], [])).toBe('DP001');
  expect(nextIdentifier({ identifiers }, ['DP007', 'MP112', 'SECMP0900'], [])).toBe('DP113');
  expect(nextIdentifier({ identifiers }, ['DP999'], [])).toBe('DP1000');
});

test('where the process has no rule, the next follows how the last of the code was named, and is free in the register', () => {
  expect(nextIdentifier({}, ['SECMP0065', 'P501', 'SECMP0070'], ['P500', 'SECMP0065'])).toBe('SECMP0071');
  expect(nextIdentifier({}, ['P501'], [])).toBe('');
});
