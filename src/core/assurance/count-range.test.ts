import { expect, test } from 'vitest';
import { countRange, exceeds, writeRange } from './count-range.ts';

test('what is unknown is counted at most and not at least', () => {
  const range = countRange([true, 'unknown', false, 'unknown'] as const, (one) => one);
  expect(range).toEqual({ least: 1, most: 3 });
  expect(writeRange(range)).toBe('1 to 3');
  expect(writeRange({ least: 2, most: 2 })).toBe('2');
});

test('a range exceeds a capacity for certain only when its least does', () => {
  expect([3, 2, 0].map((capacity) => exceeds({ least: 1, most: 3 }, capacity))).toEqual([false, 'unknown', true]);
});
