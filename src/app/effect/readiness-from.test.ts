import { describe, expect, test } from 'vitest';
import { shippedCase } from '../../../test/support/case.ts';
import type { Span } from '../../core/assurance/effect.ts';
import { day } from '../../core/kernel/day.ts';
import { effectOfCase, sourcesOfCase } from './effect-of-case.ts';
import { NO_OPTIONS } from './effect-options.ts';
import { type ReadinessOptions, readinessFrom } from './readiness-from.ts';

const { case: given, rulebook } = await shippedCase();
const sources = sourcesOfCase(given, rulebook);
const ASKED: ReadinessOptions = { party: null, readings: {}, assume: {}, on: day('2018-10-12') };
const ASSUMED = {
  'first-smets1-enrolment': day('2019-03-01'),
  'system-enrolled:pebblewick-x': day('2019-03-01'),
  'system-enrolled:pebblewick-y': 'never',
} as const;

function reportOf(...asked: Parameters<typeof readinessFrom>) {
  const read = readinessFrom(...asked);
  if (!read.ok) throw new Error(read.rejection.sentence);
  return read.value;
}

/** Days as spans that begin no earlier than a day; the effect and readiness look over different windows. */
function from(first: number, spans: readonly Span[]): Span[] {
  return spans.filter(({ until }) => until === null || until > first);
}

describe('readiness with and without SECMP0065', () => {
  test.each([{}, ASSUMED])('says of exposure and cover what the effect says, in both worlds (%j)', (assume) => {
    const effect = effectOfCase(given, rulebook, { ...NO_OPTIONS, assume });
    if (!effect.ok) throw new Error(effect.rejection.sentence);
    const report = reportOf(sources, { ...ASKED, assume }, sources);
    expect(report.modification).toEqual({ id: 'SECMP0065', implementation: day('2018-11-08') });
    const groups = effect.value.combinations[0]?.parties.flatMap((party) => party.groups) ?? [];
    expect(groups.length).toBeGreaterThan(10);
    const { from: first } = effect.value.window;
    for (const group of groups) {
      const duty = report.parties
        .flatMap((party) => party.duties)
        .find((one) => one.subject === group.group && one.obligation === group.obligation);
      expect(from(first, duty?.exposure ?? [])).toEqual(group.boundWithoutGuidance.with);
      expect(from(first, duty?.without?.exposure ?? [])).toEqual(group.boundWithoutGuidance.without);
      expect(from(first, duty?.continuity?.gaps ?? [])).toEqual(group.gapsWith);
      expect(from(first, duty?.without?.continuity?.gaps ?? [])).toEqual(group.gapsWithout);
    }
  });

  test('is answered as the record stands where no modification is named', () => {
    const { modification, parties } = reportOf(sources, { ...ASKED, party: 'pebblewick' });
    expect(modification).toBeNull();
    const duties = parties[0]?.duties.filter((duty) => duty.provision === 'G3.26' || duty.provision === 'G3.27') ?? [];
    expect(duties.map((duty) => [duty.provision, duty.standing, duty.without])).toEqual([
      ['G3.26', 'unsettled', null],
      ['G3.27', 'unsettled', null],
      ['G3.26', 'unsettled', null],
      ['G3.27', 'unsettled', null],
    ]);
  });
});

test('a party, a reading or an event that is not there is refused in one sentence', () => {
  const refused = (changed: Partial<ReadinessOptions>) => {
    const read = readinessFrom(sources, { ...ASKED, ...changed });
    return read.ok ? null : read.rejection.sentence;
  };
  expect(refused({ party: 'nobody' })).toBe('The record holds no party "nobody".');
  expect(refused({ readings: { 'g3-26-old': 'other' } })).toBe(
    'There is no reading "other" of "g3-26-old"; expected one of apply-now, post-enrolment.',
  );
  expect(refused({ assume: { nothing: 'never' } })).toMatch(/^There is no event "nothing"; expected one of /);
});
