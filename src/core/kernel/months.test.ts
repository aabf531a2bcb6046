import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, day, formatDay, partsOf } from './day.ts';
import { addMonths, MONTH_ROUNDINGS, type MonthRounding } from './months.ts';

test('a month that is too short ends on its last day or gives way to the next, as it is named', () => {
  const after = (text: string, months: number, rounding: MonthRounding) =>
    formatDay(addMonths(day(text), months, rounding));
  expect(after('2019-01-31', 1, 'end-of-month')).toBe('2019-02-28');
  expect(after('2019-01-31', 1, 'start-of-next')).toBe('2019-03-01');
  expect(after('2020-01-30', 1, 'end-of-month')).toBe('2020-02-29');
  expect(after('2018-08-31', 6, 'end-of-month')).toBe('2019-02-28');
  expect(after('2019-03-31', -1, 'start-of-next')).toBe('2019-03-01');
  expect(after('2018-12-15', 13, 'end-of-month')).toBe('2020-01-15');
  expect(after('2019-01-15', -13, 'end-of-month')).toBe('2017-12-15');
});

test('months keep the order of days, and the day of the month where there is one', () => {
  const roundings = fc.constantFrom(...MONTH_ROUNDINGS);
  const anyDay = fc.integer({ min: -2000, max: 40_000 }).map((value) => value as Day);
  fc.assert(
    fc.property(anyDay, anyDay, fc.integer({ min: -40, max: 40 }), roundings, (a, b, months, rounding) => {
      const [first, second] = a <= b ? [a, b] : [b, a];
      expect(addMonths(first, months, rounding)).toBeLessThanOrEqual(addMonths(second, months, rounding));
      const { dayOfMonth } = partsOf(a);
      if (dayOfMonth < 28) expect(partsOf(addMonths(a, months, rounding)).dayOfMonth).toBe(dayOfMonth);
    }),
    { numRuns: 200 },
  );
});
