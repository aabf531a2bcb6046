import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedCalendar } from '../../../test/support/calendars.ts';
import { addDays, day, formatDay, partsOf, weekdayOf } from './day.ts';
import { daysOfRule, occurrenceIn, parseRecurrence, printRecurrence, type Recurrence } from './recurrence.ts';
import { isWorkingDay } from './working-days.ts';

const CALENDAR = shippedCalendar('england-and-wales');
const CITATION = { source: 'ours', clause: null, certainty: 'illustrative' } as const;

const recurrences: fc.Arbitrary<Recurrence> = fc.record({
  nth: fc.constantFrom<Recurrence['nth'][]>(1, 2, 3, 4, 'last'),
  weekday: fc.integer({ min: 1, max: 7 }),
  months: fc.option(
    fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }).map((all) => all.toSorted((a, b) => a - b)),
  ),
});

test('what is printed of a recurrence reads as the same', () => {
  fc.assert(
    fc.property(recurrences, (one) => {
      expect(parseRecurrence(printRecurrence(one))).toEqual(one);
    }),
  );
});

test.each([
  ['4th Wednesday of the month'],
  ['last Friday of December'],
  ['2nd Thursday of February, June and November'],
])('"%s" names a day', (text) => {
  expect(printRecurrence(parseRecurrence(text) as Recurrence)).toBe(text);
});

test.each([
  ['4th wednesday of the month'],
  ['5th Friday of the month'],
  ['2nd Thursday'],
  ['2nd Thursday of June, February'],
  ['2nd Thursday of June and June'],
  ['2nd Thursday of Juni'],
  ['2nd Thursday of February, June, November'],
  [''],
])('"%s" names none', (text) => {
  expect(parseRecurrence(text)).toBeNull();
});

test('an occurrence lies in its month, on its weekday, and is the nth of them', () => {
  fc.assert(
    fc.property(
      recurrences,
      fc.integer({ min: 2012, max: 2028 }),
      fc.integer({ min: 1, max: 12 }),
      (one, year, month) => {
        const on = occurrenceIn(one, year, month);
        if (one.months !== null && !one.months.includes(month)) {
          expect(on).toBeNull();
          return;
        }
        if (on === null) throw new Error('no day in a month of the recurrence');
        const parts = partsOf(on);
        expect([parts.year, parts.month, weekdayOf(on)]).toEqual([year, month, one.weekday]);
        if (one.nth === 'last') expect(partsOf(addDays(on, 7)).month).not.toBe(month);
        else expect(Math.ceil(parts.dayOfMonth / 7)).toBe(one.nth);
      },
    ),
  );
});

test('days of a rule are Working Days of its time, in order, and asking for a shorter time gives those in it', () => {
  const onHolidays = fc.constantFrom('earlier', 'later', 'none' as const);
  const starts = fc.integer({ min: 0, max: 3000 }).map((count) => addDays(day('2016-01-01'), count));
  fc.assert(
    fc.property(recurrences, onHolidays, starts, fc.nat(400), fc.nat(100), (on, onHoliday, from, length, inside) => {
      const applies = { from: day('2015-01-01'), until: null };
      const rule = { applies, on, onHoliday: onHoliday as 'earlier' | 'later' | 'none', citation: CITATION };
      const all = daysOfRule(rule, CALENDAR, from, addDays(from, length));
      expect(all.every((one) => isWorkingDay(CALENDAR, one))).toBe(true);
      expect(all).toEqual(all.toSorted((a, b) => a - b));
      const later = addDays(from, Math.min(inside, length));
      expect(daysOfRule(rule, CALENDAR, later, addDays(from, length))).toEqual(all.filter((one) => one >= later));
    }),
    { numRuns: 60 },
  );
});

test('a day off is moved as the rule says, or nothing is held', () => {
  const dayIn = (onHoliday: 'earlier' | 'later' | 'none') =>
    daysOfRule(
      {
        applies: { from: day('2016-01-01'), until: null },
        on: parseRecurrence('4th Wednesday of the month') as Recurrence,
        onHoliday,
        citation: CITATION,
      },
      CALENDAR,
      day('2018-12-20'),
      day('2018-12-31'),
    ).map(formatDay);
  expect([dayIn('earlier'), dayIn('later'), dayIn('none')]).toEqual([['2018-12-24'], ['2018-12-27'], []]);
});
