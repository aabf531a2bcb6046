import { beforeAll, expect, test } from 'vitest';
import { shippedCase } from '../../../../test/support/case.ts';
import { day, formatDay } from '../../kernel/day.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { firstTimetable, takesDays } from './first-timetable.ts';

let rulebook: Rulebook;
beforeAll(async () => {
  rulebook = (await shippedCase()).rulebook;
});

function planned(from: string, urgent: boolean) {
  const steps = (rulebook.profiles[0]?.steps ?? []).filter(
    (step) => takesDays(step) && step.stage !== 'initial-assessment',
  );
  const { parameters, calendars } = rulebook;
  return firstTimetable(steps, { from: day(from), urgent, raisedOn: day('2018-10-05'), parameters, calendars }).map(
    (row) => [row.step, formatDay(row.from), formatDay(row.to)],
  );
}

test('steps follow one another on Working Days, the consultation as long as it must be at least', () => {
  const rows = planned('2018-10-13', true);
  const steps = ['refinement_consultation', 'refinement', 'consultation', 'modification_report', 'ballot'];
  expect(rows.map(([step]) => step)).toEqual(steps);
  expect(rows.slice(0, 3)).toEqual([
    ['refinement_consultation', '2018-10-15', '2018-11-05'],
    ['refinement', '2018-11-06', '2018-11-06'],
    ['consultation', '2018-11-07', '2018-11-13'],
  ]);
});

test('a proposal that is not urgent has a longer consultation', () => {
  const [, , usual] = planned('2018-10-13', false);
  const [, , urgent] = planned('2018-10-13', true);
  expect((usual?.[2] ?? '') > (urgent?.[2] ?? '')).toBe(true);
});

test('nothing is planned beyond what the calendar knows', () => {
  expect(planned('2999-01-01', true)).toEqual([]);
});
