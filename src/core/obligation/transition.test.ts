import fc from 'fast-check';
import { expect, test } from 'vitest';
import { duty, factKind } from '../../../test/support/duty.ts';
import type { CodeHistory } from '../code/version.ts';
import type { Expression } from '../kernel/condition.ts';
import { addDays, day, formatDay } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import { parseCondition } from '../kernel/parse-condition.ts';
import type { Reading } from '../kernel/reading.ts';
import { valueOn } from '../kernel/steps.ts';
import { boundSteps, type Verdict } from './bound-steps.ts';
import { dutiesInForce } from './duties-in-force.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Subject } from './subject.ts';

const START = day('2018-07-01');
const SPAN = 40;
const citation = { source: 'test', clause: null, certainty: 'illustrative' } as const;
const anyDay = fc.integer({ min: 0, max: SPAN }).map((offset) => addDays(START, offset));
const everyDay = Array.from({ length: SPAN + 20 }, (_, offset) => addDays(START, offset - 10));
const subject: Subject = { id: 'x', supplier: 's', generation: 'SMETS1', fuel: 'dual', operatedFrom: START };

const KINDS = [
  factKind({ id: 'words-in-force', subject: 'words' }),
  factKind({ id: 'system-enrolled', subject: 'system-group', completeUntil: addDays(START, SPAN + 20) }),
];

function reading(commences: Reading['commences']): Reading {
  return { id: 'r', title: 'r', default: true, commences, ends: { kind: 'never' }, citation };
}

function condition(text: string): Expression {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.expression;
}

test('a transitional provision keeps the old words for whom they bound, so that on every day exactly one of the two binds', () => {
  // The new words bind a system from its enrolment. The saving is a provision of its own: a system that enrolled before
  // the change stays under the old words, which are bound to it, and the new words leave it out by the same condition.
  const from = reading({
    kind: 'later-of',
    of: [
      { kind: 'event', event: 'words-in-force' },
      { kind: 'event', event: 'system-enrolled' },
    ],
  });
  fc.assert(
    fc.property(anyDay, fc.option(anyDay), (changed, enrolled) => {
      const facts = enrolled === null ? [] : [{ kind: 'system-enrolled', subject: 'x', effectiveOn: enrolled }];
      const asked = { subject, readings: () => from, knowledge: knowledgeOf(KINDS, facts, []) };
      const words = (since: typeof changed, until: typeof changed | null) =>
        until !== null && until <= since ? [] : [{ interval: { from: since, until }, version: '1', wording: 'w' }];
      const enrolledBefore = `system_enrolled_day < day("${formatDay(changed)}")`;
      const before = boundSteps({ obligation: duty(), words: words(START, changed) }, asked);
      const saved = boundSteps(
        { obligation: duty({ condition: condition(enrolledBefore) }), words: words(changed, null) },
        asked,
      );
      const new_ = boundSteps(
        { obligation: duty({ condition: condition(`!(${enrolledBefore})`) }), words: words(changed, null) },
        asked,
      );
      for (const on of everyDay) {
        const old = valueOn(before, on).bound === true || valueOn(saved, on).bound === true;
        const both = [old, valueOn(new_, on).bound === true];
        const isEnrolled = enrolled !== null && on >= enrolled;
        expect(both.filter(Boolean)).toHaveLength(isEnrolled ? 1 : 0);
        if (isEnrolled) expect(old).toBe(enrolled < changed);
      }
    }),
    { numRuns: 100 },
  );
});

test('a change with effect from before it was made binds from its day once it is known, and alters nothing known before', () => {
  const now = reading({ kind: 'event', event: 'words-in-force' });
  const readings = (wording: string) =>
    wording === 'new' ? reading({ kind: 'event', event: 'system-enrolled' }) : now;
  const provision = { id: 'g1', kind: 'clause', number: 'G1', heading: null, text: 'old', children: [] } as const;
  fc.assert(
    fc.property(anyDay, anyDay, fc.option(anyDay), (inForceFrom, made, enrolled) => {
      const madeAt = `${formatDay(made)}T09:00:00.000Z` as Instant;
      const history: CodeHistory = {
        base: { code: 'sec', title: 'SEC', provisions: [provision] },
        baseLabel: '1',
        baseFrom: START,
        versions: [
          {
            label: '2',
            inForceFrom,
            source: { kind: 'modification', reference: 'M1' },
            amendments: [
              {
                kind: 'substitute',
                target: 'g1',
                from: { heading: null, text: 'old' },
                to: { heading: null, text: 'new' },
              },
            ],
            recordedAt: madeAt,
          },
        ],
      };
      const facts = enrolled === null ? [] : [{ kind: 'system-enrolled', subject: 'x', effectiveOn: enrolled }];
      const asked = { subject, readings, knowledge: knowledgeOf(KINDS, facts, []) };
      const boundAt = (knownAt: Instant | null) => {
        const changes = () => [{ obligation: 'duty', from: 'old', to: 'new' }];
        const [worded] = dutiesInForce([duty()], new Map([['sec', history]]), changes, { leavingOut: [], knownAt });
        if (worded === undefined) throw new Error('the duty is in force');
        return boundSteps(worded, asked);
      };
      const [before, after] = [boundAt(`${formatDay(addDays(made, -1))}T09:00:00.000Z` as Instant), boundAt(null)];
      for (const on of everyDay) {
        const isOld: Verdict = on >= START;
        const isNew: Verdict = enrolled !== null && on >= enrolled && isOld;
        expect(valueOn(before, on).bound).toBe(isOld);
        expect(valueOn(after, on).bound).toBe(on >= inForceFrom ? isNew : isOld);
      }
    }),
    { numRuns: 100 },
  );
});
