import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factKind } from '../../../test/support/duty.ts';
import { addDays, day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import { valueOn } from '../kernel/steps.ts';
import { knowledgeOf } from '../obligation/knowledge.ts';
import { partySubject } from '../obligation/subject.ts';
import type { FactEvent } from './record-event.ts';
import { factEntries, standingFacts } from './standing-facts.ts';

const START = day('2018-07-01');
const citation = { source: 'test', clause: null, certainty: 'illustrative' } as const;
const KINDS = [
  factKind({ id: 'licence-held', subject: 'party', type: 'bool' }),
  factKind({ id: 'guidance-published', subject: 'market' }),
];
const party = partySubject({ id: 'p', name: 'P', category: 'large-supplier', admittedOn: START });

/** Facts of two kinds, some in place of earlier ones, and withdrawals; ids are those of a few, so that they meet. */
const histories = fc.array(
  fc.oneof(
    fc.record({ on: fc.nat(20), value: fc.boolean(), replaces: fc.option(fc.nat(9)) }),
    fc.record({ on: fc.nat(20), replaces: fc.option(fc.nat(9)) }),
    fc.record({ withdrawn: fc.nat(9) }),
  ),
  { maxLength: 10 },
);

function eventsOf(history: typeof histories extends fc.Arbitrary<infer T> ? T : never): FactEvent[] {
  return history.map((one, index): FactEvent => {
    if ('withdrawn' in one) return { type: 'fact-withdrawn', fact: `f${one.withdrawn}`, reasons: 'an error' };
    const kind = 'value' in one ? 'licence-held' : 'guidance-published';
    const fact = {
      id: `f${index}`,
      kind,
      subject: 'value' in one ? 'p' : null,
      effectiveOn: addDays(START, one.on),
      citation,
    };
    return {
      type: 'fact-recorded',
      fact: {
        ...fact,
        ...('value' in one ? { value: one.value } : {}),
        ...(one.replaces === null ? {} : { replaces: `f${one.replaces}` }),
      },
    };
  });
}

test('as known at an instant a fact stands, was replaced or was withdrawn by what was recorded by then, whatever came later', () => {
  fc.assert(
    fc.property(histories, fc.nat(10), (history, length) => {
      const events = eventsOf(history);
      const known = events.slice(0, length);
      const entries = factEntries(
        known.map((event, at) => ({ event, recordedAt: '2018-10-10T09:00:00.000Z' as Instant, version: at + 1 })),
      );
      expect(entries.map(({ fact }) => fact)).toEqual(
        known.flatMap((event) => (event.type === 'fact-recorded' ? [event.fact] : [])),
      );
      for (const { fact, state, instead, version } of entries) {
        const ending = events.findIndex(
          (one, at) =>
            at >= version && (one.type === 'fact-withdrawn' ? one.fact === fact.id : isInPlaceOf(one, fact.id)),
        );
        const end = ending < 0 || ending >= length ? undefined : events[ending];
        expect(state).toBe(end === undefined ? 'stands' : end.type === 'fact-withdrawn' ? 'withdrawn' : 'replaced');
        expect(instead === null).toBe(state === 'stands');
      }
      expect(standingFacts(known)).toEqual(entries.flatMap(({ fact, state }) => (state === 'stands' ? [fact] : [])));
    }),
    { numRuns: 200 },
  );
});

function isInPlaceOf(event: FactEvent, id: string): boolean {
  return event.type === 'fact-recorded' && event.fact.replaces === id;
}

test('of two values from one day the one that is recorded later stands', () => {
  const record = (id: string, value: boolean): FactEvent => ({
    type: 'fact-recorded',
    fact: { id, kind: 'licence-held', subject: 'p', effectiveOn: START, value, citation },
  });
  const knowledge = knowledgeOf(KINDS, standingFacts([record('a', true), record('b', false)]), []);
  expect(valueOn(knowledge.values('licence-held', party), START)).toBe(false);
});
