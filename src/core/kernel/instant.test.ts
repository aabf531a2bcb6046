import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, formatDay } from './day.ts';
import { dayOfInstant, instant, instantOn, parseInstant, timeOfInstant } from './instant.ts';

test('instants in text order are in time order, whatever their offset was', () => {
  const dates = fc.date({
    min: new Date('0000-01-02T00:00Z'),
    max: new Date('9999-12-30T00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(dates, dates, (a, b) => {
      const [first, second] = [instant(a.toISOString()), instant(b.toISOString())];
      expect(first < second).toBe(a < b);
    }),
  );
  expect(parseInstant('2018-10-05T09:00:00+01:00')).toBe('2018-10-05T08:00:00.000Z');
});

test.each([
  '',
  '2018-10-05',
  '2018-10-05T09:00:00',
  '2018-10-05T25:00:00Z',
  '+012018-10-05T09:00:00Z',
  '-000001-01-01T00:00Z',
])('"%s" is no instant', (text) => {
  expect(parseInstant(text)).toBeNull();
  expect(() => instant(text)).toThrow(RangeError);
});

test('a legal day begins at midnight in London, in summer an hour before it does in UTC', () => {
  expect(formatDay(dayOfInstant(instant('2018-10-11T23:30:00Z')))).toBe('2018-10-12');
  expect(formatDay(dayOfInstant(instant('2018-11-11T23:30:00Z')))).toBe('2018-11-11');
});

test('17:00 in London is another instant in summer than in winter, and reads back as 17:00', () => {
  expect(instantOn(day('2018-10-19'), '17:00')).toBe('2018-10-19T16:00:00.000Z');
  expect(instantOn(day('2018-11-19'), '17:00')).toBe('2018-11-19T17:00:00.000Z');
  expect(timeOfInstant(instantOn(day('2018-10-19'), '17:00'))).toBe('17:00');
});
