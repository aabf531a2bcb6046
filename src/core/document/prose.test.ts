import { describe, expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import { listed, writeCommencement, writeCount, writePounds, writeSpan } from './prose.ts';

describe('prose', () => {
  test.each([
    ['2018-10-24', '2018-10-24', '24 October 2018'],
    ['2018-10-15', '2018-10-19', '15 to 19 October 2018'],
    ['2018-10-29', '2018-11-02', '29 October to 2 November 2018'],
    ['2018-12-27', '2019-01-03', '27 December 2018 to 3 January 2019'],
  ])('%s to %s is written %s', (from, to, written) => {
    expect(writeSpan(day(from), day(to))).toBe(written);
  });

  test.each([
    [0, '0'],
    [999, '999'],
    [1200, '1,200'],
    [250000, '250,000'],
    [1234567, '1,234,567'],
  ])('%i is written %s', (value, written) => {
    expect(writeCount(value)).toBe(written);
    expect(writePounds(value)).toBe(`£${written}`);
  });

  test('a day that hangs on a decision names its condition and its fall-back', () => {
    const planned = {
      kind: 'decision',
      decision: 'approval',
      by: day('2018-10-24'),
      // biome-ignore lint/suspicious/noThenProperty: the field's own word, and no promise is near.
      then: { kind: 'on', day: day('2018-11-08') },
      otherwise: { kind: 'on', day: day('2019-02-28') },
    } as const;
    expect(writeCommencement(planned)).toBe(
      '8 November 2018, if a decision to approve is made by 24 October 2018; otherwise 28 February 2019',
    );
  });

  test('a list of three has one comma and one "and"', () => {
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  });
});
