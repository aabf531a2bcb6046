import { expect, test } from 'vitest';
import { day } from '../../core/kernel/day.ts';
import { againstText, whenText } from './pending.ts';

const TODAY = day('2018-11-20');
const change = { day: null, notBefore: null, approved: false, occurred: [], awaiting: [] };
const said = (more: Partial<Parameters<typeof whenText>[0]>) =>
  String(whenText({ ...change, ...more }, TODAY)).replace(/<[^>]*>/g, '');

test('a version that is not in force yet is told with its day', () => {
  const told = (inForceFrom: string) =>
    String(againstText({ label: '5.26', inForceFrom: day(inForceFrom) }, TODAY)).replace(/<[^>]*>/g, '');
  expect(told('2019-02-01')).toBe('version 5.26, in force from 1 February 2019');
  expect(told('2018-11-20')).toBe('version 5.26');
});

test('a day is told as settled only once the change is approved', () => {
  expect(said({ day: day('2018-12-01'), approved: true })).toBe('takes effect on 1 December 2018');
  expect(said({ day: day('2018-12-01') })).toBe('would take effect on 1 December 2018 if it is approved');
});

test('a day that has passed without an approval is not told as one on which it takes effect', () => {
  expect(said({ day: day('2018-11-15') })).toBe('was to take effect on 15 November 2018; it waits for approval');
});

test('an event that occurred before the approval is told with its day', () => {
  const occurred = [{ event: 'first-smets1-enrolment', day: day('2018-11-15') }];
  expect(said({ day: day('2018-11-15'), occurred })).toBe(
    'its event (first smets1 enrolment) occurred on 15 November 2018; it waits for approval',
  );
});

test('what is not approved waits for its approval beside its event', () => {
  expect(said({ awaiting: ['first-smets1-enrolment'] })).toContain('(waits for approval, first smets1 enrolment)');
});
