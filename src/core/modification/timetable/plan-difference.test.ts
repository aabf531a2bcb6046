import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RULES, TIMETABLE, timetable } from '../../../../test/support/proposal.ts';
import { addDays, day } from '../../kernel/day.ts';
import { differenceOf } from './plan-difference.ts';
import type { Timetable } from './timetable.ts';

test('a timetable does not differ from itself', () => {
  expect(differenceOf(TIMETABLE, TIMETABLE, RULES).map((one) => one.kind)).toEqual(TIMETABLE.steps.map(() => 'same'));
});

test('a vote that is moved by a meeting, a longer consultation, and steps that come and go are each told', () => {
  const next = timetable(
    ['progress', '2018-10-12'],
    ['consultation', '2018-10-15', '2018-11-02'],
    ['refinement', '2018-11-05'],
    ['ballot', '2018-11-28'],
  );
  expect(differenceOf(TIMETABLE, next, RULES).map((one) => one.sentence)).toEqual([
    '“Modification Proposal raised” has no planned day any more.',
    '“Initial Modification Report presented to Panel” stays on 12 October 2018.',
    '“Modification Report Consultation” is longer, on 15 October 2018 to 2 November 2018 instead of 15 October 2018 to 19 October 2018.',
    "“Working Group's report” is planned for 5 November 2018.",
    '“Change Board vote” is 25 Working Days later, on 28 November 2018 instead of 24 October 2018.',
  ]);
});

test('the difference applied to the old timetable gives the new one, and turned round it says the opposite', () => {
  const days = fc.integer({ min: 0, max: 400 }).map((count) => addDays(day('2018-01-02'), count));
  const rows = fc.tuple(fc.constantFrom('raise', 'progress', 'consultation', 'ballot'), days, fc.nat(20));
  const timetables: fc.Arbitrary<Timetable> = fc
    .uniqueArray(rows, { selector: ([step]) => step })
    .map((all) => ({ steps: all.map(([step, from, length]) => ({ step, from, to: addDays(from, length) })) }));
  fc.assert(
    fc.property(timetables, timetables, (before, after) => {
      const there = differenceOf(before, after, RULES);
      const back = differenceOf(after, before, RULES);
      const made = there.flatMap(({ step, after: to }) => (to === null ? [] : [{ step, ...to }]));
      const byStep = (a: { step: string }, b: { step: string }) => (a.step < b.step ? -1 : 1);
      expect(made.toSorted(byStep)).toEqual(after.steps.toSorted(byStep));
      for (const one of there) {
        const opposite = back.find(({ step }) => step === one.step);
        expect([opposite?.before, opposite?.after]).toEqual([one.after, one.before]);
        expect((opposite?.later ?? 0) + (one.later ?? 0)).toBe(0);
      }
    }),
  );
});
