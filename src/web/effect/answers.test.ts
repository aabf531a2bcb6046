import { expect, test } from 'vitest';
import { eventWords } from './answers.ts';

test('a decision is awaited once, and not also the day that it may need afterwards', () => {
  expect(eventWords(['approval', 'approval-implementation-date'])).toBe('approval');
  expect(eventWords(['approval-implementation-date'])).toBe('the day of implementation after approval');
  expect(eventWords(['first-enrolment', 'approval'])).toBe('first enrolment, approval');
});

test('an event is named by its title in the rulebook', () => {
  const titles = new Map([['first-enrolment', 'The first Devices are enrolled']]);
  expect(eventWords(['first-enrolment', 'approval'], titles)).toBe('“The first Devices are enrolled”, approval');
});
