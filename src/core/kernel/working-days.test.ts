import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedCalendar } from '../../../test/support/calendars.ts';
import { addDays, type Day, day, formatDay } from './day.ts';
import {
  addWorkingDays,
  coversDay,
  findWorkingDay,
  isWorkingDay,
  projectedHolidays,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.ts';

const calendar = shippedCalendar('england-and-wales');
const days = fc.integer({ min: day('2012-01-01'), max: day('2028-12-31') }).map((value) => value as Day);
const counts = fc.integer({ min: -200, max: 200 });

describe('findings of the record', () => {
  test.each([
    ['2017-02-22', 15, '2017-03-15'],
    ['2016-12-08', 15, '2017-01-03'],
    ['2018-10-24', 10, '2018-11-07'],
    ['2018-10-12', -3, '2018-10-09'],
    ['2018-10-05', -5, '2018-09-28'],
  ])('%s and %i Working Days is %s', (start, count, end) => {
    expect(formatDay(addWorkingDays(calendar, day(start), count))).toBe(end);
    expect(workingDaysBetween(calendar, day(start), day(end))).toBe(count);
  });

  test.each([
    ['2020-01-28', '2020-03-13', 33],
    ['2020-03-17', '2020-04-07', 15],
    ['2020-04-07', '2020-04-22', 9],
  ])('from %s to %s there are %i', (start, end, count) => {
    expect(workingDaysBetween(calendar, day(start), day(end))).toBe(count);
  });

  test('the consultation of 15 to 19 October 2018 has five Working Days only if its first day is counted', () => {
    const [opens, closes] = [day('2018-10-15'), day('2018-10-19')];
    expect(workingDaysBetween(calendar, opens, closes)).toBe(4);
    expect(workingDaysBetween(calendar, opens, closes, true)).toBe(5);
    expect(addWorkingDays(calendar, opens, 5, true)).toBe(closes);
  });

  test('a weekend is counted to the Working Day after it', () => {
    expect(formatDay(workingDayFrom(calendar, day('2018-12-22')))).toBe('2018-12-24');
    expect(formatDay(workingDayFrom(calendar, day('2018-12-25')))).toBe('2018-12-27');
    expect(formatDay(workingDayFrom(calendar, day('2018-11-08')))).toBe('2018-11-08');
  });
});

describe('laws of counting', () => {
  test('counting to the day that was found by adding gives the number added, forwards and backwards', () => {
    fc.assert(
      fc.property(days, counts, (start, count) => {
        expect(workingDaysBetween(calendar, start, addWorkingDays(calendar, start, count))).toBe(count);
      }),
    );
  });

  test('so it does when the first day is counted', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 200 }), (start, count) => {
        expect(workingDaysBetween(calendar, start, addWorkingDays(calendar, start, count, true), true)).toBe(count);
      }),
    );
  });

  test('adding twice is adding the sum', () => {
    const forward = fc.nat(100);
    fc.assert(
      fc.property(days, forward, forward, (start, first, second) => {
        const stepwise = addWorkingDays(calendar, addWorkingDays(calendar, start, first), second);
        expect(stepwise).toBe(addWorkingDays(calendar, start, first + second));
      }),
    );
  });

  test('a count is the number of Working Days passed, and ends on one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (start, count) => {
        const end = addWorkingDays(calendar, start, count);
        const passed = Array.from({ length: end - start }, (_, at) => addDays(start, at + 1));
        expect(passed.filter((on) => isWorkingDay(calendar, on))).toHaveLength(count);
        expect(isWorkingDay(calendar, end)).toBe(true);
      }),
    );
  });

  test('what is counted on the first day is one more when that is a Working Day', () => {
    fc.assert(
      fc.property(days, counts, (start, distance) => {
        const end = addDays(start, distance);
        const more = isWorkingDay(calendar, start) ? (distance < 0 ? -1 : 1) : 0;
        const without = workingDaysBetween(calendar, start, end);
        expect(workingDaysBetween(calendar, start, end, true)).toBe(without + more);
      }),
    );
  });
});

describe('outside the snapshot', () => {
  const [first, last] = [calendar.from, addDays(calendar.until, -1)];

  test('the first and the last day are covered, those beside them are not', () => {
    expect([addDays(first, -1), first, last, addDays(last, 1)].map((on) => coversDay(calendar, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('a question can be refused before it is a fault', () => {
    expect(findWorkingDay(calendar, last, 1)).toBeNull();
    expect(findWorkingDay(calendar, first, -1)).toBeNull();
    expect(findWorkingDay(calendar, addDays(last, 1), 0)).toBeNull();
    expect(findWorkingDay(calendar, addDays(first, -1), 1, true)).toBeNull();
    expect(() => isWorkingDay(calendar, addDays(last, 1))).toThrow('does not cover 2031-01-01');
    expect(() => addWorkingDays(calendar, last, 1)).toThrow(RangeError);
    expect(() => workingDaysBetween(calendar, last, addDays(last, 1))).toThrow(RangeError);
  });

  test('projected holidays on the way are told, in day order', () => {
    expect(projectedHolidays(calendar, day('2018-01-01'), day('2028-12-31'))).toEqual([]);
    const crossed = projectedHolidays(calendar, day('2029-03-01'), day('2029-04-02'));
    expect(crossed.map((holiday) => formatDay(holiday.day))).toEqual(['2029-03-30', '2029-04-02']);
  });
});
