import { expect, test } from 'vitest';
import { day } from '../../core/kernel/day.ts';
import { ticksOf, xOf } from './timeline.ts';

const ticks = (from: string, until: string) => {
  const line = { window: { from: day(from), until: day(until) }, left: 0, width: 900 };
  return ticksOf(line).map((tick) => ({ ...tick, x: xOf(line, tick.day) }));
};

test('a window of thousands of years has as few labels as one of a year, each with its whole year', () => {
  const far = ticks('2018-10-05', '9999-12-31');
  expect(far.length).toBeGreaterThan(3);
  expect(far.length).toBeLessThan(20);
  expect(far[0]?.label).toMatch(/^Jan \d{4}$/);
  expect(ticks('2018-10-05', '2019-10-05').map(({ label }) => label)).toContain('Jan 2019');
});

test('no label is cut off at the end of the axis', () => {
  for (const until of ['2019-01-05', '2019-10-05', '2031-01-02', '9999-12-31'])
    for (const { x } of ticks('2018-10-05', until)) expect(x).toBeLessThanOrEqual(848);
});
