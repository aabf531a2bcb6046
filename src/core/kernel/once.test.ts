import { expect, test } from 'vitest';
import { once } from './once.ts';

test('a pair of objects is worked out once, and another pair by itself', () => {
  const asked: string[] = [];
  const join = once((a: { name: string }, b: { name: string }) => {
    asked.push(a.name + b.name);
    return a.name + b.name;
  });
  const [one, two] = [{ name: 'one' }, { name: 'two' }];
  expect([join(one, two), join(one, two), join(two, one)]).toEqual(['onetwo', 'onetwo', 'twoone']);
  expect(asked).toEqual(['onetwo', 'twoone']);
});
