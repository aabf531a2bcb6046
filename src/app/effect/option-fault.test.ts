import { expect, test } from 'vitest';
import { shippedCase } from '../../../test/support/case.ts';
import { day } from '../../core/kernel/day.ts';
import { sourcesOfCase } from './effect-of-case.ts';
import { type EffectOptions, NO_OPTIONS } from './effect-options.ts';
import { optionFault } from './option-fault.ts';

const { case: given, rulebook } = await shippedCase();
const sources = sourcesOfCase(given, rulebook);
const told = (options: Partial<EffectOptions>) => optionFault({ ...NO_OPTIONS, ...options }, sources)?.sentence ?? null;

test('an assessment that is still to come is not moved into the past', () => {
  const coming = sources.estate.assessments.find(({ on }) => on >= sources.today);
  if (coming === undefined) throw new Error('no assessment is to come');
  expect(told({ moved: { [coming.id]: sources.today } })).toBeNull();
  expect(told({ moved: { [coming.id]: day('1900-01-01') } })).toMatch(
    /^".*" cannot be moved to .* 1900; expected .* or a later day\.$/,
  );
});

test('an event is supposed of what it is about: of a group of systems, of a party, or of the market as a whole', () => {
  const on = day('2019-03-01');
  expect(told({ assume: { 'first-smets1-enrolment': on, 'system-enrolled:pebblewick-x': on } })).toBeNull();
  expect(told({ assume: { 'compromised-device-found:pebblewick': on } })).toBeNull();
  expect(told({ assume: { 'first-smets1-enrolment:pebblewick': on } })).toBe(
    '"first-smets1-enrolment" is an event of the market as a whole; expected it without "pebblewick".',
  );
  expect(told({ assume: { 'system-enrolled:pebblewick': on } })).toBe(
    '"system-enrolled" is about a group of systems, and "pebblewick" is none; expected a group of systems by its id.',
  );
});
