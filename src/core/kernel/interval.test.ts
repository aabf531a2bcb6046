import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, day } from './day.ts';
import { contains, formatInterval, type Interval, intersect, interval, lengthInDays } from './interval.ts';

const intervals = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 1, max: 40 })))
  .map(([from, length]): Interval => ({ from: from as Day, until: length === null ? null : ((from + length) as Day) }));
const days = fc.integer({ min: -5, max: 110 }).map((value) => value as Day);

test('a day is in the intersection exactly when it is in both', () => {
  fc.assert(
    fc.property(intervals, intervals, days, (a, b, on) => {
      const both = intersect(a, b);
      expect(both !== null && contains(both, on)).toBe(contains(a, on) && contains(b, on));
    }),
  );
});

test('the length is the number of days contained', () => {
  fc.assert(
    fc.property(intervals, (within) => {
      const length = lengthInDays(within);
      const held = Array.from({ length: 120 }, (_, at) => (at - 5) as Day).filter((on) => contains(within, on));
      expect(length === null ? within.until : held.length).toBe(length);
    }),
  );
});

test('an interval that would hold no day is none', () => {
  expect(interval(day('2018-11-08'), day('2018-11-08'))).toBeNull();
  expect(interval(day('2018-11-08'), day('2018-11-07'))).toBeNull();
});

test('the old words bind for 113 days until the implementation', () => {
  const bound: Interval = { from: day('2018-07-18'), until: day('2018-11-08') };
  expect(lengthInDays(bound)).toBe(113);
  expect(formatInterval(bound)).toBe('[2018-07-18, 2018-11-08)');
  expect(formatInterval({ ...bound, until: null })).toBe('[2018-07-18, …)');
});
