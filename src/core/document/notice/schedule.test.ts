import { describe, expect, test } from 'vitest';
import { shippedCase } from '../../../../test/support/case.ts';
import { instant } from '../../kernel/instant.ts';
import { nextAttempt, nextDigest } from './schedule.ts';

const { rulebook } = await shippedCase();
const calendar = rulebook.calendars.find(({ id }) => id === 'england-and-wales');
if (calendar === undefined) throw new Error('the rulebook has no calendar of England and Wales');
const digest = (after: string) => nextDigest(instant(after), calendar);

describe('a digest', () => {
  test('goes out at eight in London on the same Working Day, or the next', () => {
    expect(digest('2018-10-24T06:59:00Z')).toBe('2018-10-24T07:00:00.000Z');
    expect(digest('2018-10-24T07:00:00Z')).toBe('2018-10-25T07:00:00.000Z');
  });

  test('waits over a weekend and a bank holiday, and follows the change of the clocks', () => {
    expect(digest('2018-10-26T12:00:00Z')).toBe('2018-10-29T08:00:00.000Z');
    expect(digest('2018-12-24T12:00:00Z')).toBe('2018-12-27T08:00:00.000Z');
  });

  test('goes on, on weekdays, where the calendar ends', () => {
    expect(digest('2199-01-05T12:00:00Z')).toBe('2199-01-07T08:00:00.000Z');
  });
});

describe('a message that failed', () => {
  test('is tried again later and later, and is given up in the end', () => {
    const now = instant('2018-10-24T09:00:00Z');
    const waits = Array.from({ length: 9 }, (_, tried) => nextAttempt(tried + 1, now));
    expect(waits.slice(0, 3)).toEqual([
      '2018-10-24T09:01:00.000Z',
      '2018-10-24T09:05:00.000Z',
      '2018-10-24T09:30:00.000Z',
    ]);
    expect(waits.slice(0, 8)).toEqual(waits.slice(0, 8).toSorted());
    expect(waits.at(-1)).toBeNull();
  });
});
