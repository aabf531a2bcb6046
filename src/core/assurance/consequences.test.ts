import { join } from 'node:path';
import { expect, test } from 'vitest';
import { effectOfCase } from '../../app/effect/effect-of-case.ts';
import { NO_OPTIONS } from '../../app/effect/effect-options.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../../format/rulebook/load.ts';
import { type Day, day } from '../kernel/day.ts';
import type { Fact } from '../obligation/fact.ts';
import type { Consequence } from './consequences.ts';

const read = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
if (!read.ok) throw new Error(read.faults[0]?.sentence);
const { case: given, rulebook } = read;
const citation = { source: 'test', clause: null, certainty: 'illustrative' } as const;

/** The consequences of SECMP0065 where the guidance comes, and the assessors are trained, on some days. */
function consequences(happened: Record<string, string> = {}, assume: Record<string, Day | 'never'> = {}) {
  const facts = Object.entries(happened).map(([kind, on]): Fact => {
    return { id: kind, kind, subject: null, effectiveOn: day(on), citation };
  });
  const effect = effectOfCase({ ...given, facts: [...given.facts, ...facts] }, rulebook, { ...NO_OPTIONS, assume });
  if (!effect.ok) throw new Error(effect.rejection.sentence);
  const report = effect.value;
  const all = report.combinations[0]?.consequences ?? [];
  const of = (id: Consequence['id']) => all.find((one) => one.id === id) as Consequence;
  return { report, all, of };
}

const HAPPENED = { 'guidance-published': '2019-01-15', 'assessors-trained': '2019-03-01' };
const NEVER = { 'first-smets1-enrolment': 'never' } as const;

test('the four consequences that the report of SECMP0065 draws are found, in its order', () => {
  expect(consequences().all.map(({ id }) => id)).toEqual([
    'unplanned-assessment',
    'bound-without-guidance',
    'cannot-prepare',
    'in-breach-when-assessed',
  ]);
});

test('1, volumes of SMETS1 count, so a Full assessment comes unplanned, and by their own number it would not', () => {
  const { without, with: withIt, reasons } = consequences({}, NEVER).of('unplanned-assessment');
  expect(without).toMatchObject({ parties: { least: 4, most: 4 } });
  expect(withIt).toMatchObject({ parties: { least: 1, most: 1 } });
  expect(reasons).toContain(
    'Cinderpath Energy: planned verification, called for full at 250,001 Devices against 250,000; verification if the systems that the duty binds did not count.',
  );
});

test('2, nothing says what an Appropriate Standard is while suppliers are bound, until it is published', () => {
  const { without, with: withIt, of } = consequences(HAPPENED, NEVER).of('bound-without-guidance');
  expect(of).toContain('Appropriate Standard');
  expect(without.days).toMatchObject([{ from: day('2018-07-18'), until: day('2019-01-15'), awaiting: [] }]);
  expect(withIt.days).toMatchObject([{ from: day('2018-07-18'), until: day('2018-11-08'), awaiting: [] }]);
});

test('3, assessors cannot be trained before it, so suppliers stay bound without one who could assess them', () => {
  const { without, reasons } = consequences(HAPPENED, NEVER).of('cannot-prepare');
  expect(without.days).toMatchObject([{ from: day('2018-07-18'), until: day('2019-03-01'), awaiting: [] }]);
  expect(reasons.join()).toMatch(/comes only after “The Security Controls Framework/);
});

test('4, suppliers are in breach at the assessments that are booked before that, and none once both are there', () => {
  const before = consequences(HAPPENED, NEVER).of('in-breach-when-assessed');
  expect(before.without.parties.least).toBeGreaterThan(0);
  expect(before.with.parties.most).toBeLessThan(before.without.parties.most);
  const early = { 'guidance-published': '2018-07-01', 'assessors-trained': '2018-07-10' };
  expect(consequences(early, NEVER).of('in-breach-when-assessed').without.parties).toEqual({ least: 0, most: 0 });
});

test('the licence conditions cover every day that the modification leaves open, and the exposure ends at its first effect', () => {
  const { report } = consequences(HAPPENED, NEVER);
  const groups = report.combinations[0]?.parties.flatMap((party) => party.groups) ?? [];
  const covered = groups.filter(({ cover }) => cover.length > 0);
  expect(covered.length).toBeGreaterThan(0);
  for (const { gapsWith, cover } of covered) {
    expect(gapsWith).toEqual([]);
    expect(cover.some(({ bound }) => bound === true)).toBe(true);
  }
  const exposed = groups.flatMap(({ boundWithoutGuidance }) => boundWithoutGuidance.with);
  for (const span of exposed) expect(span.until).toBe(day('2018-11-08'));
});
