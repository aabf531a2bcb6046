import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '../kernel/day.ts';
import { standingsOf } from './compare-outcomes.ts';
import type { OutcomeChange } from './outcomes.ts';

const START = day('2018-11-08');
const change = (from: number, until: number | null, kind: OutcomeChange['change'] = 'lost'): OutcomeChange => ({
  from: addDays(START, from),
  until: until === null ? null : addDays(START, until),
  change: kind,
});

test('what came about on other days than predicted is earlier or later, and an end that never comes is later than any', () => {
  expect(standingsOf([change(0, 10)], [change(0, 10)])).toEqual(['same']);
  expect(standingsOf([change(0, 10)], [change(0, 40)])).toEqual(['later']);
  expect(standingsOf([change(0, null)], [change(0, 40)])).toEqual(['earlier']);
  expect(standingsOf([change(5, 10)], [change(0, 40)])).toEqual(['earlier', 'later']);
});

test('what did not come about, and what nobody predicted, is told from what the prediction left open', () => {
  expect(standingsOf([change(0, 10)], [])).toEqual(['not']);
  expect(standingsOf([], [change(0, 10)])).toEqual(['more']);
  expect(standingsOf([change(0, 10)], [change(0, 10, 'gained')])).toEqual(['more', 'not']);
  expect(standingsOf([change(0, null, 'unsettled')], [change(0, 10)])).toEqual(['settled']);
  expect(standingsOf([change(0, null, 'unsettled')], [])).toEqual(['settled']);
  expect(standingsOf([change(0, null, 'unsettled')], [change(0, null, 'unsettled')])).toEqual(['open']);
  expect(standingsOf([change(0, 10)], [change(0, null, 'unsettled')])).toEqual(['open']);
});

test('a prediction stands to itself as the same, and to one that is moved as a whole as earlier or later alone', () => {
  const spans = fc
    .array(
      fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom('gained', 'lost')),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((all) => {
      let at = 0;
      return all.map(([gap, length, kind]) => {
        const from = at + gap;
        at = from + length;
        return change(from, at, kind as OutcomeChange['change']);
      });
    });
  const moved = (by: number) => (one: OutcomeChange) => ({
    ...one,
    from: addDays(one.from, by),
    until: one.until === null ? null : addDays(one.until, by),
  });
  fc.assert(
    fc.property(spans, fc.integer({ min: 1, max: 30 }), (all, by) => {
      expect(standingsOf(all, all)).toEqual(['same']);
      expect(standingsOf(all, all.map(moved(by)))).toEqual(['later']);
      expect(standingsOf(all, all.map(moved(-by)))).toEqual(['earlier']);
    }),
    { numRuns: 50 },
  );
});
