import fc from 'fast-check';
import { expect, test } from 'vitest';
import { duty } from '../../../test/support/duty.ts';
import { addDays, day } from '../kernel/day.ts';
import { sameValue } from '../kernel/steps.ts';
import type { Worded } from '../obligation/asked.ts';
import type { ObligationChange } from '../obligation/obligation-change.ts';
import type { EffectChange } from './effect-question.ts';
import { ordersThatMatter, outcomeOf } from './order.ts';
import { withChange, withChanges } from './worlds.ts';

const START = day('2018-07-18');
const WORDS = ['old', 'a', 'b'];
const { id: _, ...added } = duty({ wording: 'new' });

const anyDay = fc.integer({ min: 0, max: 60 }).map((offset) => addDays(START, offset));
const change = (ids: readonly string[]): fc.Arbitrary<ObligationChange> =>
  fc
    .record({
      obligation: fc.constantFrom(...ids),
      kind: fc.constantFrom('reword', 'add', 'amend', 'repeal', 'confirm'),
      from: fc.constantFrom(...WORDS),
      to: fc.constantFrom(...WORDS),
      standard: fc.constantFrom('best endeavours', 'good practice', null),
    })
    .map(({ obligation, kind, from, to, standard }): ObligationChange => {
      if (kind === 'reword') return { obligation, from, to };
      if (kind === 'add') return { kind, obligation, duty: { ...added, standard } };
      if (kind === 'amend') return { kind, obligation, fields: { standard } };
      return kind === 'repeal' ? { kind, obligation } : { kind: 'confirm', obligation, reasons: 'it stays' };
    });
const modification = (id: string, ids: readonly string[]): fc.Arbitrary<EffectChange> =>
  fc.record({
    modification: fc.constant(id),
    version: fc.constant(`as modified by ${id}`),
    from: fc.option(anyDay, { freq: 6 }),
    obligations: fc.array(change(ids), { maxLength: 3 }),
  });
const duties: fc.Arbitrary<readonly Worded[]> = fc.tuple(anyDay, anyDay).map(([one, other]) => [
  { obligation: duty({ id: 'x' }), words: [{ interval: { from: one, until: null }, version: '1', wording: 'old' }] },
  {
    obligation: duty({ id: 'y' }),
    words: [{ interval: { from: other, until: addDays(other, 40) }, version: '1', wording: 'old' }],
  },
]);

function ordersOf<T>(all: readonly T[]): T[][] {
  return all.length === 0
    ? [[]]
    : all.flatMap((one) => ordersOf(all.filter((other) => other !== one)).map((rest) => [one, ...rest]));
}

const standing = (of: readonly Worded[]) => Object.fromEntries(outcomeOf(of));

test('that the order matters is told exactly when some orders of the modifications come to something else', () => {
  const three = ['M1', 'M2', 'M3'].map((id) => modification(id, ['x', 'y']));
  fc.assert(
    fc.property(duties, fc.tuple(...three), (given, changes) => {
      const results = ordersOf(changes).map((order) => standing(order.reduce(withChange, given)));
      const differ = results.some((one) => !sameValue(one, results[0]));
      const told = ordersThatMatter(given, changes);
      expect(told.length > 0).toBe(differ);
      for (const { obligations } of told) for (const { what } of obligations) expect(what).not.toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('what two disjoint modifications come to together is what each comes to alone, in either order', () => {
  fc.assert(
    fc.property(duties, modification('M1', ['x', 'new']), modification('M2', ['y', 'other']), (given, one, other) => {
      const together = standing(withChanges(given, [one, other]));
      const [first, second] = [one, other].map((only) => standing(withChanges(given, [only])));
      for (const [id, value] of Object.entries(together))
        expect(value).toEqual((['x', 'new'].includes(id) ? first : second)?.[id]);
      expect(ordersThatMatter(given, [one, other])).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('an empty modification changes nothing, nor does any before its first day', () => {
  fc.assert(
    fc.property(duties, modification('M1', ['x', 'y', 'new']), (given, made) => {
      expect(withChanges(given, [{ ...made, obligations: [] }])).toBe(given);
      const before = (of: readonly Worded[]) =>
        of.flatMap(({ obligation, words }) =>
          words
            .filter(({ interval }) => made.from === null || interval.from < made.from)
            .map(({ interval: { from }, wording }) => ({ obligation, from, wording })),
        );
      expect(before(withChanges(given, [made]))).toEqual(before(given));
    }),
    { numRuns: 100 },
  );
});

test('two modifications that give the same words other words name each other, and the words they differ on', () => {
  const given: Worded[] = [
    {
      obligation: duty({ id: 'x' }),
      words: [{ interval: { from: START, until: null }, version: '1', wording: 'old' }],
    },
  ];
  const on = addDays(START, 10);
  const reword = (id: string, to: string): EffectChange => ({
    modification: id,
    version: id,
    from: on,
    obligations: [{ obligation: 'x', from: 'old', to }],
  });
  expect(ordersThatMatter(given, [reword('M1', 'a'), reword('M2', 'b')])).toEqual([
    { pair: ['M1', 'M2'], obligations: [{ obligation: 'x', what: ['words'] }] },
  ]);
  expect(ordersThatMatter(given, [reword('M1', 'a'), reword('M2', 'a')])).toEqual([]);
});
