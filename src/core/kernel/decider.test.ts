import { expect, test } from 'vitest';
import { accepted, type Decider, fold, refused } from './decider.ts';
import { REJECTIONS, rejection } from './rejection.ts';

const counter: Decider<'add' | 'spoil', number, number, number> = {
  initial: 0,
  evolve: (state, event) => state + event,
  decide: (command, state, most) =>
    command === 'add' && state < most ? accepted(1) : refused(rejection('too-late', `The count is ${state}.`)),
};

test('state is the fold of what happened', () => {
  expect(fold(counter.initial, counter.evolve, [1, 1, 1])).toBe(3);
  expect(counter.decide('add', 2, 3)).toEqual({ ok: true, events: [1] });
});

test('a refusal is a value with its sentence, and nothing happened', () => {
  const decision = counter.decide('add', 3, 3);
  expect(decision).toEqual({
    ok: false,
    rejection: { code: 'too-late', sentence: 'The count is 3.', citation: null, unblock: [] },
  });
});

test('every rejection says in one sentence what it means', () => {
  for (const [code, sentence] of Object.entries(REJECTIONS)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(sentence).toMatch(/^[A-Z][^.]*\.$/);
  }
});
