import { join } from 'node:path';
import { expect, test } from 'vitest';
import { effectOfCase } from '../../app/effect/effect-of-case.ts';
import { NO_OPTIONS } from '../../app/effect/effect-options.ts';
import { effectCsv } from '../../format/effect-csv.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../../format/rulebook/load.ts';
import { type Day, day } from '../kernel/day.ts';
import type { EffectUnderReading } from './effect.ts';
import { readingDifferences } from './reading-differences.ts';

const read = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
if (!read.ok) throw new Error(read.faults[0]?.sentence);
const { case: given, rulebook } = read;
const assume = { 'first-smets1-enrolment': day('2019-03-01'), 'system-enrolled:cinderpath-s1': day('2019-06-01') };
const made = effectOfCase(given, rulebook, { ...NO_OPTIONS, party: 'cinderpath', assume });
if (!made.ok) throw new Error(made.rejection.sentence);
const report = made.value;

test('the other reading of the proposed words binds a system later, from its own enrolment, which is as much less that it is exposed', () => {
  const other = readingDifferences(report).find(({ reading }) => reading === 'per-system');
  const homes = other?.groups.filter(({ group }) => group === 'cinderpath-s1') ?? [];
  expect(homes.map(({ provision, what, world }) => [provision, what, world])).toEqual([
    ['G3.26', 'bound', 'with'],
    ['G3.26', 'exposed', 'with'],
    ['G3.27', 'bound', 'with'],
    ['G3.27', 'exposed', 'with'],
  ]);
  const interval = { from: day('2019-03-01'), until: day('2019-06-01') };
  expect(homes[0]?.days).toEqual([{ interval, shown: true, other: false }]);
  expect(homes[1]?.days.map((one) => one.interval)).toEqual([interval]);
});

test('a reading is compared with the first only where it differs from it in one wording', () => {
  expect(
    readingDifferences(report)
      .map(({ wording }) => wording)
      .toSorted(),
  ).toEqual(['g3-26-new', 'g3-26-old', 'licence-cover']);
  expect(readingDifferences({ combinations: report.combinations.slice(0, 1) })).toEqual([]);
});

test('differences are printed as CSV, each with its days and what decides in either world', () => {
  const [head, first] = effectCsv([report]).split('\r\n');
  expect(head).toContain('modification,readings,party');
  expect(first).toContain('cinderpath-s1');
  expect(first).toContain('lost,,2018-11-08,2019-03-01,G3.26,5.20');
});

test('readings of a licence condition that bind nobody otherwise differ where one of them leaves days without cover', () => {
  const differences = differencesUnder(
    { 'first-smets1-enrolment': day('2018-11-20') },
    { 'licence-cover': 'market-wide', 'g3-26-new': 'per-system' },
  );
  const licence = differences.find(({ wording }) => wording === 'licence-cover');
  expect(licence?.groups.filter(({ what }) => what === 'bound')).toEqual([]);
  const gaps = licence?.groups.filter(({ what, world }) => what === 'uncovered' && world === 'with') ?? [];
  expect(gaps.map(({ days }) => days[0]?.interval.from)).toContain(day('2018-11-20'));
});

test('readings that differ in nothing settled say for which events each of them waits', () => {
  const words = differencesUnder({}, {}).find(({ wording }) => wording === 'g3-26-new');
  expect(words?.groups).toEqual([]);
  expect(words?.waits).toEqual({ shown: ['first-smets1-enrolment'], other: ['system-enrolled'] });
});

/** Differences from the combination of readings that is chosen. */
function differencesUnder(assume: Readonly<Record<string, Day>>, readings: Readonly<Record<string, string>>) {
  if (!read.ok) throw new Error(read.faults[0]?.sentence);
  const effect = effectOfCase(read.case, read.rulebook, { ...NO_OPTIONS, party: 'cinderpath', assume });
  if (!effect.ok) throw new Error(effect.rejection.sentence);
  const isChosen = (one: EffectUnderReading) => Object.entries(readings).every(([id, to]) => one.readings[id] === to);
  const { combinations } = effect.value;
  const chosen = combinations.find(isChosen);
  return readingDifferences({ combinations: chosen === undefined ? [] : [chosen, ...combinations] });
}
