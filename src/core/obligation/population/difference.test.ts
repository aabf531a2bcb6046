import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAYS, type Generated, populations, START } from '../../../../test/support/populations.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { intersect } from '../../kernel/interval.ts';
import { lift, runs, type Steps } from '../../kernel/steps.ts';
import type { Worded } from '../asked.ts';
import type { Verdict } from '../bound-steps.ts';
import { changedDays, differenceWith } from './difference.ts';
import { type Member, type Population, verdictsOf } from './population.ts';
import { registerOf } from './register.ts';

const RUNS = Number(process.env.PROVISO_WALKS ?? 40);

/** Two populations over one market: the second's duties are what some of the first's become. */
const worlds = fc
  .tuple(
    populations,
    populations,
    fc.integer({ min: -5, max: DAYS + 5 }),
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
  )
  .map(([without, other, offset, choice]) => ({
    without,
    other,
    from: addDays(START, offset),
    choice: choice,
  }));

test('a modification that changes nothing makes no difference', () => {
  fc.assert(
    fc.property(populations, ({ population }) => {
      const register = registerOf(population);
      expect(differenceWith(register, population.duties)).toMatchObject({ count: 0, computed: 0 });
      expect(differenceWith(register, [...population.duties].reverse())).toMatchObject({ count: 0, computed: 0 });
      // Duties that say the same are computed again, and come to the same.
      expect(
        differenceWith(
          register,
          population.duties.map((one) => ({ ...one })),
        ).count,
      ).toBe(0);
    }),
    { numRuns: RUNS },
  );
});

test('the difference of two worlds is what the rule says of each, compared', () => {
  fc.assert(
    fc.property(worlds, ({ without, other, from, choice }) => {
      const { population } = without;
      const duties = modified(without, other, from, choice, () => true);
      const found = changedDays(registerOf(population), differenceWith(registerOf(population), duties));
      const expected = population.members.flatMap((member, who) =>
        [...new Set([...population.duties, ...duties].map(({ obligation }) => obligation.id))].flatMap((id) =>
          compared(
            obligationOf(population.duties, id, member, population),
            obligationOf(duties, id, member, population),
          ).map((one) => ({ member: who, obligation: id, ...one })),
        ),
      );
      expect(sorted(found)).toEqual(sorted(expected));
    }),
    { numRuns: RUNS },
  );
});

test('nothing changes before the first effect of a modification', () => {
  fc.assert(
    fc.property(worlds, ({ without, other, from, choice }) => {
      const register = registerOf(without.population);
      const changed = changedDays(
        register,
        differenceWith(
          register,
          modified(without, other, from, choice, () => true),
        ),
      );
      expect(changed.filter(({ interval }) => interval.from < from)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('two modifications of different obligations do together what they do alone', () => {
  fc.assert(
    fc.property(worlds, ({ without, other, from, choice }) => {
      const register = registerOf(without.population);
      const of = (which: (place: number) => boolean) =>
        changedDays(register, differenceWith(register, modified(without, other, from, choice, which)));
      const together = of(() => true);
      expect(sorted([...of((place) => place % 2 === 0), ...of((place) => place % 2 === 1)])).toEqual(sorted(together));
    }),
    { numRuns: RUNS },
  );
});

/** Some duties repealed, reworded, or made those of the other population from a day on; one is added. */
function modified(
  { population }: Generated,
  { population: other }: Generated,
  from: Day,
  choice: readonly number[],
  which: (place: number) => boolean,
): Worded[] {
  const duties = population.duties.flatMap((worded, place): Worded[] => {
    const { obligation, words } = worded;
    if (!which(place)) return [worded];
    const instead = other.duties[place];
    const until = words.flatMap((one) => {
      const interval = intersect(one.interval, { from: -1e6 as Day, until: from });
      return interval === null ? [] : [{ ...one, interval }];
    });
    switch (choice[place]) {
      case 0:
        return [worded];
      case 1:
        return [{ obligation, words: until }];
      case 2:
        return [{ obligation, words: [...until, { interval: { from, until: null }, version: 'next', wording: 'b' }] }];
      default:
        return [
          { obligation, words: until },
          {
            obligation: { ...(instead?.obligation ?? obligation), id: obligation.id },
            words: [{ interval: { from, until: null }, version: 'next', wording: 'c' }],
          },
        ];
    }
  });
  const [first] = other.duties;
  if (first === undefined || !which(0)) return duties;
  const added = { ...first.obligation, id: 'added' };
  return [
    ...duties,
    { obligation: added, words: [{ interval: { from, until: null }, version: 'next', wording: 'a' }] },
  ];
}

function obligationOf(duties: readonly Worded[], id: string, member: Member, population: Population): Steps<Verdict> {
  const all = duties.filter(({ obligation }) => obligation.id === id).map((one) => verdictsOf(one, member, population));
  return lift(all, (values) => (values.includes(true) ? true : values.includes('unknown') ? 'unknown' : false));
}

function compared(before: Steps<Verdict>, after: Steps<Verdict>) {
  const both = lift([before, after], ([a, b]) => ({ before: a as Verdict, after: b as Verdict }));
  return runs(both, { from: START, until: addDays(START, DAYS) }).flatMap(({ interval, value }) =>
    value.before === value.after ? [] : [{ interval, ...value }],
  );
}

function sorted(all: readonly { readonly member: number; readonly obligation: string }[]) {
  return all.map((one) => JSON.stringify(one, Object.keys(one).concat('from', 'until').sort())).sort();
}
