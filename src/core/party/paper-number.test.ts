import { expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import { paperNumber, schemeFault } from './paper-number.ts';

const meeting = { number: 61, day: day('2018-10-12') };

test('the number of the report of SECMP0065 follows from the scheme that was read from it', () => {
  expect(paperNumber('SECP {meeting}_{dd}{mm}_{nn}', meeting, 15)).toBe('SECP 61_1210_15');
});

test('a number has two digits where the scheme asks for them', () => {
  expect(paperNumber('CB-{yyyy}-{mm}/{nn}', meeting, 3)).toBe('CB-2018-10/03');
  expect(paperNumber('{yy}/{n}', meeting, 3)).toBe('18/3');
});

test.each([
  ['CB-{yyyy}', 'it names no paper'],
  ['CB-{year}/{nn}', '"{year}" is not known'],
  ['CB-{nn', 'a brace is not closed'],
])('%s is no scheme', (scheme, fault) => {
  expect(schemeFault(scheme)).toContain(fault);
});
