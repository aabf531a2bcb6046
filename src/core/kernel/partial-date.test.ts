import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, formatDay } from './day.ts';
import {
  earliestDay,
  formatPartialDate,
  latestDay,
  type PartialDate,
  parsePartialDate,
  writePartialDate,
} from './partial-date.ts';

const partialDates: fc.Arbitrary<PartialDate> = fc.oneof(
  fc.record({ precision: fc.constant('year' as const), year: fc.nat(9998) }),
  fc.record({ precision: fc.constant('month' as const), year: fc.nat(9998), month: fc.integer({ min: 1, max: 12 }) }),
  fc.record({
    precision: fc.constant('day' as const),
    day: fc.integer({ min: 0, max: 40_000 }).map((at) => at as Day),
  }),
);

test('a partial date reads back as precisely as it was written, and no more', () => {
  fc.assert(
    fc.property(partialDates, (date) => {
      expect(parsePartialDate(formatPartialDate(date))).toEqual(date);
    }),
  );
});

test('its days are those whose text starts with its own', () => {
  fc.assert(
    fc.property(partialDates, (date) => {
      const [first, last] = [earliestDay(date), latestDay(date)];
      const text = formatPartialDate(date);
      expect(formatDay(first).startsWith(text) && formatDay(last).startsWith(text)).toBe(true);
      expect(formatDay((first - 1) as Day).startsWith(text) || formatDay((last + 1) as Day).startsWith(text)).toBe(
        false,
      );
    }),
  );
});

test.each(['', '12', '2012-3', '2012-00', '2012-13', '2012-02-30', 'since 2012'])('"%s" is no partial date', (text) => {
  expect(parsePartialDate(text)).toBeNull();
});

test.each([
  ['2012', '2012 (day not stated)'],
  ['2012-03', 'March 2012 (day not stated)'],
  ['2012-03-04', '4 March 2012'],
])('%s is written as "%s"', (text, prose) => {
  expect(writePartialDate(parsePartialDate(text) as PartialDate)).toBe(prose);
});
