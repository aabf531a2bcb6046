import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAYS, naiveOn, populations, START } from '../../../../test/support/populations.ts';
import { addDays } from '../../kernel/day.ts';
import { runs, type Steps, valueOn } from '../../kernel/steps.ts';
import type { Verdict } from '../bound-steps.ts';
import { verdictsOf } from './population.ts';
import { dutiesOn, registerOf, verdictsIn } from './register.ts';

/** Populations for each law: few in a common run; `PROVISO_WALKS=2000` comes to some ten million points. */
const RUNS = Number(process.env.PROVISO_WALKS ?? 40);

test('the register says of every duty and member what the rule says of them', () => {
  fc.assert(
    fc.property(populations, ({ population }) => {
      const register = registerOf(population);
      population.members.forEach((member, who) => {
        population.duties.forEach((worded, at) => {
          expect(inWindow(verdictsIn(register, who, at))).toEqual(inWindow(verdictsOf(worded, member, population)));
        });
      });
    }),
    { numRuns: RUNS },
  );
});

test('over intervals it is what it is day by day, whatever is recorded or unknown', () => {
  let points = 0;
  let unknown = 0;
  fc.assert(
    fc.property(populations, ({ population }) => {
      const register = registerOf(population);
      for (let who = 0; who < population.members.length; who += 1) {
        for (let at = 0; at < population.duties.length; at += 1) {
          const lifted = verdictsIn(register, who, at);
          for (let on = START; on < addDays(START, DAYS); on = addDays(on, 1)) {
            const verdict = naiveOn(population, at, who, on);
            if (valueOn(lifted, on) !== verdict) expect({ at, who, on, lifted: valueOn(lifted, on) }).toBe(verdict);
            points += 1;
            if (verdict === 'unknown') unknown += 1;
          }
        }
      }
    }),
    { numRuns: RUNS },
  );
  expect(points).toBeGreaterThan(RUNS * DAYS);
  expect(unknown).toBeGreaterThan(0);
  if (process.env.PROVISO_WALKS !== undefined) console.log(`${points} points compared, ${unknown} of them unknown`);
});

test('the duties of a party on a day are those whose verdict is not false', () => {
  fc.assert(
    fc.property(populations, fc.integer({ min: 0, max: DAYS - 1 }), ({ population }, offset) => {
      const register = registerOf(population);
      const on = addDays(START, offset);
      const expected = population.members.flatMap(({ subject }, member) =>
        population.duties.flatMap((_, duty) => {
          const bound = valueOn(verdictsIn(register, member, duty), on);
          return subject.supplier === 'p1' && bound !== false ? [{ member, duty, bound }] : [];
        }),
      );
      expect(dutiesOn(register, 'p1', on)).toEqual(expected);
      expect(dutiesOn(register, 'nobody', on)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

function inWindow(of: Steps<Verdict>) {
  return runs(of, { from: START, until: addDays(START, DAYS) }).filter(
    ({ value }, index, all) => value !== all[index - 1]?.value,
  );
}
