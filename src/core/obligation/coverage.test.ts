import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXAMPLE, provision } from '../../../test/support/code.ts';
import type { CodeText } from '../code/provision.ts';
import { walk } from '../code/tree.ts';
import { coverageOf } from './coverage.ts';

const bound = (...pairs: [string, string][]) =>
  new Map(
    Map.groupBy(pairs, ([id]) => id)
      .entries()
      .map(([id, all]) => [id, all.map(([, one]) => one)]),
  );

test('a duty without an obligation is listed with its words, and a bound one is covered', () => {
  const { duties, sections } = coverageOf(EXAMPLE, bound(['g-1', 'lock-doors']));
  expect(duties.map(({ reference, state, obligations }) => [reference, state, obligations])).toEqual([
    ['G1', 'covered', ['lock-doors']],
    ['G3', 'uncovered', []],
  ]);
  expect(sections.map(({ reference, covered, uncovered, silent }) => [reference, covered, uncovered, silent])).toEqual([
    ['A', 0, 0, 2],
    ['G', 1, 1, 3],
  ]);
});

test('what is bound to a division covers every duty below it', () => {
  expect(coverageOf(EXAMPLE, bound(['g', 'all'])).duties.every(({ state }) => state === 'covered')).toBe(true);
});

test('an obligation that is bound where no words of duty were found is told as such, and one with words is not', () => {
  const { sections, duties } = coverageOf(EXAMPLE, bound(['g-2', 'unsaid'], ['g-1', 'lock-doors']));
  expect(duties.some(({ obligations }) => obligations.includes('unsaid'))).toBe(false);
  expect(sections.map(({ reference, unworded }) => [reference, unworded])).toEqual([
    ['A', []],
    ['G', ['unsaid']],
  ]);
});

test('words that introduce limbs are covered only when each limb is', () => {
  const limb = (id: string, number: string, text: string) => provision(id, { number, text });
  const text: CodeText = {
    code: 'x',
    title: 'X',
    provisions: [
      provision('1', {
        kind: 'clause',
        number: '1',
        text: 'Each Party shall:',
        children: [limb('1a', '(a)', 'keep a list; and'), limb('1b', '(b)', 'send it on.')],
      }),
    ],
  };
  const stateOf = (...pairs: [string, string][]) =>
    coverageOf(text, bound(...pairs)).duties.map(({ state, missing }) => [state, missing]);
  expect(stateOf(['1a', 'keep'])).toEqual([['partly', ['1(b)']]]);
  expect(stateOf(['1a', 'keep'], ['1b', 'send'])).toEqual([['covered', []]]);
  expect(stateOf()).toEqual([['uncovered', []]]);
});

test('every provision with words is counted once, and to bind one more never uncovers another', () => {
  const ids = walk(EXAMPLE).map(({ provision: { id } }) => id);
  const texts = walk(EXAMPLE).filter(({ provision: { text } }) => text !== '').length;
  fc.assert(
    fc.property(fc.subarray(ids), fc.constantFrom(...ids), (some, another) => {
      const pairs = some.map((id): [string, string] => [id, `of-${id}`]);
      const [less, more] = [
        coverageOf(EXAMPLE, bound(...pairs)),
        coverageOf(EXAMPLE, bound(...pairs, [another, 'more'])),
      ];
      const total = less.sections.reduce((sum, one) => sum + one.covered + one.uncovered + one.silent, 0);
      expect(total).toBe(texts);
      less.duties.forEach((duty, at) => {
        if (duty.state === 'covered') expect(more.duties[at]?.state).toBe('covered');
      });
    }),
    { numRuns: 100 },
  );
});
