import fc from 'fast-check';
import { expect, test } from 'vitest';
import { duty } from '../../../../test/support/duty.ts';
import { type Generated, oneMoreFact, populations, START } from '../../../../test/support/populations.ts';
import type { Expression } from '../../kernel/condition.ts';
import { addDays } from '../../kernel/day.ts';
import type { Reading } from '../../kernel/reading.ts';
import { type Knowledge, knowledgeOf } from '../knowledge.ts';
import { changedDays, differenceWith } from './difference.ts';
import { learn } from './learn.ts';
import { livingKnowledge } from './living-knowledge.ts';
import { type Register, registerOf, verdictsIn } from './register.ts';

/** Kinds that say something about one another. */
const RELATED = ['system-enrolled', 'first-enrolment', 'guidance-published', 'ready'];

const RUNS = Number(process.env.PROVISO_WALKS ?? 40);

test('a register that learns facts one by one is the register of all of them', () => {
  fc.assert(
    fc.property(populations, fc.array(oneMoreFact, { maxLength: 8 }), ({ population, kinds, facts }, more) => {
      const living = livingKnowledge(kinds, facts, []);
      const register = registerOf({ ...population, knowledge: living.knowledge });
      more.forEach((fact, index) => {
        const before = rowsOf(register);
        const known = [...facts, ...more.slice(0, index + 1)];
        const { rows } = learn(register, living.learn(fact), fact);
        const after = rowsOf(register);
        expect(after).toEqual(rowsOf(registerOf({ ...population, knowledge: knowledgeOf(kinds, known, []) })));
        // No row changes that was not computed again.
        expect(after.flat().filter((row, at) => row !== before.flat()[at]).length).toBeLessThanOrEqual(rows);
      });
    }),
    { numRuns: RUNS },
  );
});

test('a fact computes again the rows of the duties that depend on it, and no others', () => {
  fc.assert(
    fc.property(populations, oneMoreFact, ({ population, kinds, facts }, fact) => {
      const living = livingKnowledge(kinds, facts, []);
      const register = registerOf({ ...population, knowledge: living.knowledge });
      const known = living.learn(fact);
      const learnt = learn(register, known, fact);
      const family = RELATED.includes(fact.kind) ? RELATED : [fact.kind];
      const depend = register.members.map(({ duties }) =>
        [...duties].filter((duty) => family.some((kind) => register.planned[duty]?.kinds.has(kind))),
      );
      expect(learnt.rows).toBeLessThanOrEqual(depend.flat().length);
      if (family.length === 1 && fact.subject !== null) {
        const about = register.members.filter(({ member: { subject } }) =>
          [subject.id, subject.supplier].includes(fact.subject ?? ''),
        );
        expect(learnt.members).toBeLessThanOrEqual(about.length);
      }
      // What is known already changes nothing more.
      expect(learn(register, known, fact)).toEqual({ members: 0, rows: 0 });
    }),
    { numRuns: RUNS },
  );
});

test('a difference with a register that has learnt is one with the register of all facts', () => {
  fc.assert(
    fc.property(populations, oneMoreFact, ({ population, kinds, facts }, fact) => {
      const living = livingKnowledge(kinds, facts, []);
      const register = registerOf({ ...population, knowledge: living.knowledge });
      learn(register, living.learn(fact), fact);
      const whole = registerOf({ ...population, knowledge: knowledgeOf(kinds, [...facts, fact], []) });
      const [first, ...others] = population.duties;
      const duties = others.map((one, at) => (at > 0 ? one : { ...one, words: first?.words ?? [] }));
      const [found, expected] = [register, whole].map((one) => changedDays(one, differenceWith(one, duties)));
      expect(found).toEqual(expected);
    }),
    { numRuns: RUNS },
  );
});

test('rows that were replaced are given up in the end', () => {
  const [{ population, kinds }] = fc.sample(populations, { numRuns: 1, seed: 5 }) as [Generated];
  const fact = { kind: 'guidance-published', subject: null, effectiveOn: addDays(START, 9) };
  const [obligation] = population.duties.map((one) => ({ ...one.obligation, condition: named('guidance_published') }));
  const words = [{ interval: { from: START, until: null }, version: '1', wording: 'a' }];
  const duties = Array.from({ length: 30 }, () => ({
    obligation: duty({ ...obligation, bearers: ['large-supplier'] }),
    words,
  }));
  const known = [[], [fact]].map((facts) => knowledgeOf(kinds, facts, [])) as [Knowledge, Knowledge];
  const register = registerOf({ ...population, duties, readings: () => ALWAYS, knowledge: known[0] });
  let computed = 0;
  for (let turn = 1; turn <= 2000; turn += 1) {
    computed += learn(register, known[turn % 2] as Knowledge, fact).rows;
    expect(register.rows.used).toBeLessThan(8192);
  }
  expect(computed).toBeGreaterThan(10 * 8192);
  expect(rowsOf(register)).toEqual(rowsOf(registerOf({ ...register.population, knowledge: known[0] })));
});

const ALWAYS: Reading = {
  id: 'a',
  title: 'a',
  default: true,
  commences: { kind: 'event', event: 'words-in-force' },
  ends: { kind: 'never' },
  citation: { source: 'test', clause: null, certainty: 'illustrative' },
};

function named(name: string): Expression {
  return { kind: 'name', name };
}

function rowsOf(register: Register): string[][] {
  return register.members.map((_, member) =>
    register.population.duties.map((_duty, duty) => JSON.stringify(verdictsIn(register, member, duty))),
  );
}
