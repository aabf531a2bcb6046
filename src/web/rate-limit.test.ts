import { expect, test } from 'vitest';
import { createLimiter } from './rate-limit.ts';

function limiterAt(start: number) {
  let at = start;
  const limiter = createLimiter(3, 1000, () => at);
  return { limiter, pass: (ms: number) => (at += ms) };
}

test('the attempt after the last allowed one waits until the first is out of the window', () => {
  const { limiter, pass } = limiterAt(0);
  for (const _ of [1, 2, 3]) expect(limiter.attempt('a')).toBe(0);
  pass(400);
  expect(limiter.attempt('a')).toBe(600);
  pass(601);
  expect(limiter.attempt('a')).toBe(0);
});

test('keys are counted apart', () => {
  const { limiter } = limiterAt(0);
  for (const _ of [1, 2, 3]) limiter.attempt('a');
  expect(limiter.attempt('b')).toBe(0);
});

test('an attempt that was held back is not counted', () => {
  const { limiter, pass } = limiterAt(0);
  for (const _ of [1, 2, 3, 4, 5]) limiter.attempt('a');
  pass(1001);
  expect(limiter.attempt('a')).toBe(0);
});

test('a success forgets the failures', () => {
  const { limiter } = limiterAt(0);
  for (const _ of [1, 2, 3]) limiter.attempt('a');
  limiter.forget('a');
  expect(limiter.attempt('a')).toBe(0);
});

test('an attempt taken back leaves room for another', () => {
  const { limiter } = limiterAt(0);
  for (const _ of [1, 2, 3]) limiter.attempt('a');
  limiter.takeBack('a');
  expect(limiter.attempt('a')).toBe(0);
  expect(limiter.attempt('a')).toBeGreaterThan(0);
});
