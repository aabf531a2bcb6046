import { expect, test } from 'vitest';
import { numberAfter } from './next-number.ts';

test.each([
  ['G3.28', [], 'G3.29'],
  ['G3.27', ['G3.28'], 'G3.27A'],
  ['G3.27', ['G3.28', 'G3.27A'], 'G3.27B'],
  ['G3.27A', [], 'G3.27B'],
  ['(a)', [], '(b)'],
  ['(a)', ['(b)'], '(aa)'],
  ['(h)', [], '(i)'],
  ['(i)', ['(h)'], '(j)'],
  ['(i)', [], '(ii)'],
  ['(iv)', ['(v)'], '(iva)'],
  ['(2)', [], '(3)'],
  ['Schedule 2', [], 'Schedule 3'],
  ['G', [], 'H'],
  ['*', [], null],
  [null, [], null],
])('after %s, with %j in use, comes %s', (number, taken: readonly string[], next) => {
  expect(numberAfter(number, (one) => taken.includes(one))).toBe(next);
});
