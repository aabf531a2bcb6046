import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  addDays,
  type Day,
  day,
  dayOf,
  formatDay,
  parseDay,
  partsOf,
  weekdayOf,
  writeDay,
  writeDayWithWeekday,
} from './day.ts';

const days = fc.integer({ min: -719_528, max: 2_932_896 }).map((value) => value as Day);

test('a day reads back as it was written, from year 0 to year 9999', () => {
  fc.assert(fc.property(days, (value) => parseDay(formatDay(value)) === value));
});

test('days agree with an independent calendar on weekday, parts and distance', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (value, distance) => {
      const other = Temporal.PlainDate.from(formatDay(value));
      const { year, month, dayOfMonth } = partsOf(value);
      expect([year, month, dayOfMonth, weekdayOf(value)]).toEqual([
        other.year,
        other.month,
        other.day,
        other.dayOfWeek,
      ]);
      expect(dayOf(year, month, dayOfMonth)).toBe(value);
      const later = Temporal.PlainDate.from('1970-01-01').add({ days: addDays(value, distance) });
      expect(later.since(other).days).toBe(distance);
    }),
    { numRuns: 50 },
  );
});

test.each([
  '',
  '2018',
  '2018-02-29',
  '2018-13-01',
  '2018-00-01',
  '2018-1-1',
  '08/11/2018',
  '2018-11-08T00:00',
  ' 2018-11-08',
])('"%s" is no day', (text) => {
  expect(parseDay(text)).toBeNull();
  expect(() => day(text)).toThrow(RangeError);
});

test('a day is written as papers write it', () => {
  expect(writeDay(day('2018-11-08'))).toBe('8 November 2018');
  expect(writeDayWithWeekday(day('2018-11-08'))).toBe('Thursday 8 November 2018');
});
