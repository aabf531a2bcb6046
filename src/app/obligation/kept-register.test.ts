import fc from 'fast-check';
import { expect, test } from 'vitest';
import { duty, factKind } from '../../../test/support/duty.ts';
import { readingsOf } from '../../core/assurance/reading-combinations.ts';
import { addDays, day } from '../../core/kernel/day.ts';
import { parseCondition } from '../../core/kernel/parse-condition.ts';
import { always } from '../../core/kernel/steps.ts';
import { knowledgeOf } from '../../core/obligation/knowledge.ts';
import { pairsOf } from '../../core/obligation/population/pairs.ts';
import { registerOf } from '../../core/obligation/population/register.ts';
import { keptPairs, type RegisterQuestion } from './kept-register.ts';

const START = day('2018-07-01');
const citation = { source: 'test', clause: null, certainty: 'illustrative' } as const;
const parsed = parseCondition('system_enrolled');
const condition = parsed.ok ? parsed.expression : null;
const reading = {
  ...{ id: 'r', title: 'at once', default: true, citation },
  ...{ commences: { kind: 'event', event: 'words-in-force' }, ends: { kind: 'never' } },
} as const;
const given: RegisterQuestion = {
  duties: [
    {
      obligation: duty({ condition }),
      words: [{ interval: { from: START, until: null }, version: '1', wording: 'old' }],
    },
  ],
  members: ['a', 'b'].map((id) => ({
    subject: { id, supplier: `of-${id}`, generation: 'SMETS1', fuel: 'dual', operatedFrom: START } as const,
    category: always('large-supplier'),
  })),
  wordings: [{ id: 'old', title: 'Old', provision: 'G1', readings: [reading] } as never],
  ...{ chosen: {}, facts: [], assumed: [], calendars: [] },
  factKinds: [
    factKind({ id: 'words-in-force', subject: 'words' }),
    factKind({ id: 'system-enrolled', subject: 'system-group', completeUntil: addDays(START, 90) }),
  ],
  window: { from: START, until: addDays(START, 60) },
};
const anew = (question: RegisterQuestion) => {
  const { factKinds, facts, assumed, wordings, chosen } = question;
  const knowledge = knowledgeOf(factKinds, facts, assumed);
  return [...pairsOf(registerOf({ ...question, readings: readingsOf(wordings, chosen), knowledge }))];
};

/** What an append can change of what a register follows from. */
const appended = fc.oneof(
  fc.record({ subject: fc.constantFrom('a', 'b'), offset: fc.integer({ min: 0, max: 50 }) }).map(
    ({ subject, offset }) =>
      (now: RegisterQuestion): RegisterQuestion => ({
        ...now,
        facts: [
          ...now.facts,
          {
            ...{ id: `${subject}-${offset}`, kind: 'system-enrolled', subject, citation },
            effectiveOn: addDays(START, offset),
          },
        ],
      }),
  ),
  fc.constant((now: RegisterQuestion): RegisterQuestion => ({ ...now, members: now.members.slice(0, 1) })),
  fc.constant((now: RegisterQuestion): RegisterQuestion => ({ ...now, members: given.members })),
  fc.integer({ min: 0, max: 40 }).map(
    (offset) =>
      (now: RegisterQuestion): RegisterQuestion => ({
        ...now,
        duties: now.duties.map(({ obligation, words: [first] }) => ({
          obligation,
          words:
            first === undefined ? [] : [{ ...first, interval: { from: START, until: addDays(START, offset + 1) } }],
        })),
      }),
  ),
);

test('a register that is kept says what one that is worked out anew would, after whatever is recorded', () => {
  fc.assert(
    fc.property(fc.array(appended, { minLength: 1, maxLength: 5 }), (all) => {
      let now = given;
      for (const append of all) {
        now = append(now);
        expect(keptPairs('digest', now).pairs).toEqual(anew(now));
      }
    }),
    { numRuns: 40 },
  );
});

test('it is worked out once while nothing changes, and forgotten when many others were asked for since', () => {
  const first = keptPairs('digest', given);
  expect(keptPairs('digest', { ...given, facts: [...given.facts] })).toBe(first);
  for (let offset = 1; offset < 30; offset += 1)
    keptPairs('digest', { ...given, window: { from: addDays(START, offset), until: null } });
  const again = keptPairs('digest', given);
  expect(again).not.toBe(first);
  expect(again.pairs).toEqual(first.pairs);
});
