import { describe, expect, test } from 'vitest';
import { DIVISIONS, shippedCalendar } from '../../../test/support/calendars.ts';
import { calendarSchema } from './calendar.schema.ts';
import { addDays, type Day, day, dayOf, formatDay, partsOf, weekdayOf } from './day.ts';
import { addWorkingDays, type Calendar } from './working-days.ts';

const YEARS = Array.from({ length: 21 }, (_, at) => 2010 + at);

/** Easter Sunday by Gauss, whose method is not the one by which the files were made. */
function easterOf(year: number): Day {
  const [a, b, c] = [year % 19, year % 4, year % 7];
  const d = (19 * a + 24) % 30;
  const e = (2 * b + 4 * c + 6 * d + 5) % 7;
  const sunday = addDays(dayOf(year, 3, 22) as Day, d + e);
  const isLate = (d === 29 && e === 6) || (d === 28 && e === 6 && a > 10);
  return isLate ? addDays(sunday, -7) : sunday;
}

function holidaysOf(calendar: Calendar, year: number): string[] {
  return [...calendar.holidays.keys()].filter((on) => partsOf(on).year === year).map(formatDay);
}

describe.each(DIVISIONS)('the calendar of %s', (division) => {
  const calendar = shippedCalendar(division);

  test('gives only days on which work would be done, in order, proclaimed ones first', () => {
    const all = [...calendar.holidays.values()];
    expect(all.filter((holiday) => weekdayOf(holiday.day) > 5)).toEqual([]);
    expect(all.map((holiday) => holiday.day)).toEqual(all.map((holiday) => holiday.day).sort((a, b) => a - b));
    for (const { day: on, status } of all) expect(status).toBe(partsOf(on).year <= 2028 ? 'proclaimed' : 'projected');
  });

  test('has Good Friday by the reckoning of Easter, and Easter Monday unless it is Scotland', () => {
    for (const year of YEARS) {
      const sunday = easterOf(year);
      expect(calendar.holidays.get(addDays(sunday, -2))?.name).toBe('Good Friday');
      expect(calendar.holidays.has(addDays(sunday, 1))).toBe(division !== 'scotland');
    }
  });

  test('gives every year two days for Christmas, on the first days from the 25th that are no weekend', () => {
    for (const year of YEARS) {
      const from24th = dayOf(year, 12, 24) as Day;
      const empty = { ...calendar, holidays: new Map() };
      const expected = [1, 2].map((count) => addWorkingDays(empty, from24th, count));
      expect(expected.every((on) => calendar.holidays.has(on))).toBe(true);
      expect(calendar.holidays.has(addWorkingDays(empty, from24th, 3))).toBe(false);
    }
  });

  test('has as many days a year as the law gives, and the one-off days', () => {
    const usual = { 'england-and-wales': 8, scotland: 9, 'northern-ireland': 10 }[division];
    const extra = new Map([
      [2011, 1],
      [2012, 1],
      [2022, 2],
      [2023, 1],
    ]);
    for (const year of YEARS) {
      const worldCup = division === 'scotland' && year === 2026 ? 1 : 0;
      expect(holidaysOf(calendar, year), String(year)).toHaveLength(usual + (extra.get(year) ?? 0) + worldCup);
    }
    const oneOff = [
      '2011-04-29',
      '2012-06-04',
      '2012-06-05',
      '2020-05-08',
      '2022-06-02',
      '2022-06-03',
      '2022-09-19',
      '2023-05-08',
    ];
    for (const on of oneOff) expect(calendar.holidays.has(day(on)), on).toBe(true);
    for (const moved of ['2012-05-28', '2020-05-04', '2022-05-30'])
      expect(calendar.holidays.has(day(moved))).toBe(false);
  });

  test('writes back what it read, and says as of when and on what authority', () => {
    const file = calendarSchema.encode(calendar);
    expect(calendarSchema.decode(file)).toEqual(calendar);
    expect(formatDay(calendar.snapshotOn)).toBe('2026-11-01');
    expect(calendar.citation.certainty).toBe('derived');
  });
});

test('the year of the case in England and Wales is the one that was published', () => {
  expect(holidaysOf(shippedCalendar('england-and-wales'), 2018)).toEqual([
    '2018-01-01',
    '2018-03-30',
    '2018-04-02',
    '2018-05-07',
    '2018-05-28',
    '2018-08-27',
    '2018-12-25',
    '2018-12-26',
  ]);
});

test('Scotland has its own second of January, first Monday of August, St Andrew and 15 June 2026', () => {
  const scotland = shippedCalendar('scotland');
  const own = [
    '2011-01-03',
    '2011-01-04',
    '2016-01-04',
    '2017-01-02',
    '2017-01-03',
    '2018-08-06',
    '2013-12-02',
    '2026-06-15',
  ];
  for (const on of own) expect(scotland.holidays.has(day(on)), on).toBe(true);
  expect(scotland.holidays.has(day('2018-08-27'))).toBe(false);
});

test('Northern Ireland has St Patrick and the twelfth of July, or their substitutes', () => {
  const north = shippedCalendar('northern-ireland');
  for (const on of ['2018-03-19', '2018-07-12', '2014-07-14', '2015-07-13', '2021-03-17', '2021-07-12']) {
    expect(north.holidays.has(day(on)), on).toBe(true);
  }
});

describe('a calendar file is refused', () => {
  const file = calendarSchema.encode({ ...shippedCalendar('scotland'), holidays: new Map() });
  const row = { day: '2018-01-01', name: "New Year's Day", status: 'proclaimed' } as const;

  test.each([
    ['a day given twice', [row, row], '2018-01-01 is given twice'],
    ['a day outside its years', [{ ...row, day: '2031-01-01' }], '2031-01-01 lies outside the years covered'],
    ['a text that is no day', [{ ...row, day: '2018-02-30' }], '"2018-02-30" is not a day'],
  ])('for %s, by its row', (_, holidays, message) => {
    const refused = calendarSchema.safeDecode({ ...file, holidays });
    const issue = refused.error?.issues[0];
    expect(issue?.message).toContain(message);
    expect(issue?.path).toEqual(['holidays', holidays.length - 1, 'day']);
  });
});
