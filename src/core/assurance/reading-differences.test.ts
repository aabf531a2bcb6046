import { join } from 'node:path';
import { expect, test } from 'vitest';
import { effectOfCase } from '../../app/effect/effect-of-case.ts';
import { NO_OPTIONS } from '../../app/effect/effect-options.ts';
import { effectCsv } from '../../format/effect-csv.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../../format/rulebook/load.ts';
import { day } from '../kernel/day.ts';
import { readingDifferences } from './reading-differences.ts';

const read = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
if (!read.ok) throw new Error(read.faults[0]?.sentence);
const { case: given, rulebook } = read;
const assume = { 'first-smets1-enrolment': day('2019-03-01'), 'system-enrolled:cinderpath-s1': day('2019-06-01') };
const made = effectOfCase(given, rulebook, { ...NO_OPTIONS, party: 'cinderpath', assume });
if (!made.ok) throw new Error(made.rejection.sentence);
const report = made.value;

test('the other reading of the proposed words binds a system later, from its own enrolment, and nothing else differs', () => {
  const other = readingDifferences(report).find(({ reading }) => reading === 'per-system');
  const homes = other?.groups.filter(({ group }) => group === 'cinderpath-s1') ?? [];
  expect(homes.map(({ provision, world }) => [provision, world])).toEqual([
    ['G3.26', 'with'],
    ['G3.27', 'with'],
  ]);
  expect(homes[0]?.days).toEqual([
    { interval: { from: day('2019-03-01'), until: day('2019-06-01') }, shown: true, other: false },
  ]);
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
