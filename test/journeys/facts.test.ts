import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { raiseProposal } from '../../src/app/modification/raise-proposal.ts';
import { explainDuty } from '../../src/app/obligation/explain-duty.ts';
import type { Operation } from '../../src/app/operation.ts';
import { listFacts } from '../../src/app/party/list-facts.ts';
import { moveSystemGroup } from '../../src/app/party/move-system-group.ts';
import { recategoriseParty } from '../../src/app/party/recategorise-party.ts';
import { recordFact } from '../../src/app/party/record-fact.ts';
import { showParty } from '../../src/app/party/show-party.ts';
import { withdrawFact } from '../../src/app/party/withdraw-fact.ts';
import { loadDemonstration } from '../../src/app/record/load-demonstration.ts';
import { noteCorrection } from '../../src/app/record/note-correction.ts';
import { runOperation } from '../../src/app/run-operation.ts';
import { day } from '../../src/core/kernel/day.ts';
import { type Instant, instantOn } from '../../src/core/kernel/instant.ts';
import { proposalContentSchema } from '../../src/core/modification/proposal.schema.ts';
import type { ProposalContent } from '../../src/core/modification/proposal.ts';
import type { Actor } from '../../src/core/party/actor.ts';
import { loadCase, SHIPPED_RULEBOOKS } from '../../src/format/rulebook/load.ts';
import { withRecord } from '../support/database.ts';

const ADMINISTRATOR: Actor = { id: 'ada', name: 'Ada', role: 'code-administrator' };
const PROPOSER: Actor = { id: 'ssc-chair', name: 'SSC Chair', role: 'proposer' };
const citation = { source: 'market notice', clause: null, certainty: 'illustrative' } as const;

const read = await loadCase(join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065'));
if (!read.ok) throw new Error(read.faults[0]?.sentence);
const { case: given, rulebook } = read;
const rulebooks = { shipped: async () => [rulebook], current: async () => rulebook, byDigest: async () => rulebook };

interface Told {
  /** Runs an operation, as the Code Administrator where nobody else is named. */
  readonly call: (operation: { readonly name: string }, input: unknown, actor?: Actor) => Promise<never>;
  /** Lets the clock go on to the start of a day, and says what it showed before. */
  readonly until: (text: string) => Promise<Instant>;
}

/** A record with the case loaded. */
async function story(tell: (told: Told) => Promise<void>) {
  await withRecord(
    async ({ ports, clock }) => {
      expect((await loadDemonstration(ports, given, rulebook)).ok).toBe(true);
      await tell({
        call: async (operation, input, actor = ADMINISTRATOR) => {
          const result = await runOperation(operation as unknown as Operation, { ports, actor }, input);
          return (
            result.ok ? result.value : { refused: result.rejection.code, sentence: result.rejection.sentence }
          ) as never;
        },
        until: async (text) => {
          const before = clock.now();
          await clock.advanceTo(instantOn(day(text), '09:00'));
          return before;
        },
      });
    },
    { rulebooks, startsAt: given.startsAt },
  );
}

const summaryOf = ({ facts }: { facts: readonly { effectiveOn: string; state: string; value?: unknown }[] }) =>
  facts.map(({ effectiveOn, state, value }) => [effectiveOn, state, value]);

test('a fact recorded in error gives way to another or is withdrawn, and every earlier answer stays as it was known', () =>
  story(async ({ call, until }) => {
    const enrolled = { kind: 'system-enrolled', subject: 'pebblewick-x', effectiveOn: '2018-10-04', citation };
    const first: { fact: string } = await call(recordFact, enrolled);
    const asked = { subject: 'pebblewick', kind: 'system-enrolled', state: 'all' };
    await call(noteCorrection, { stream: 'facts/sec', version: 3, instead: '15 October', reasons: 'misread' });
    const wrong = await until('2018-10-22');
    const right: { fact: string } = await call(recordFact, {
      ...enrolled,
      effectiveOn: '2018-10-15',
      replaces: first.fact,
    });
    expect(await call(listFacts, asked)).toMatchObject({
      facts: [
        {
          effectiveOn: '2018-10-15',
          state: 'stands',
          replaces: first.fact,
          subjectTitle: expect.stringContaining('X'),
        },
        { effectiveOn: '2018-10-04', state: 'replaced', instead: right.fact },
      ],
    });
    const replaced = await until('2018-10-24');
    await call(withdrawFact, { fact: right.fact, reasons: 'It was of other systems.' });
    expect(summaryOf(await call(listFacts, asked))).toEqual([
      ['2018-10-15', 'withdrawn', undefined],
      ['2018-10-04', 'replaced', undefined],
    ]);
    expect(summaryOf(await call(listFacts, { ...asked, knownAt: replaced }))).toEqual([
      ['2018-10-15', 'stands', undefined],
      ['2018-10-04', 'replaced', undefined],
    ]);
    expect(summaryOf(await call(listFacts, { ...asked, knownAt: wrong }))).toEqual([
      ['2018-10-04', 'stands', undefined],
    ]);
    expect(await call(withdrawFact, { fact: first.fact, reasons: 'again' })).toMatchObject({ refused: 'not-found' });
    expect(await call(recordFact, { ...enrolled, replaces: right.fact })).toEqual({
      refused: 'input-invalid',
      sentence: `No fact "${right.fact}" stands; expected one that is recorded and was not replaced or withdrawn.`,
    });
  }));

test('an event of a day to come is refused, while a value may hold from such a day on', () =>
  story(async ({ call }) => {
    const enrolled = { kind: 'system-enrolled', subject: 'pebblewick-x', effectiveOn: '2019-10-01', citation };
    expect(await call(recordFact, enrolled)).toEqual({
      refused: 'input-invalid',
      sentence:
        '"system-enrolled" cannot have happened on 1 October 2019: today is 5 October 2018; expected today or an earlier day, and what may come is supposed where an effect is read.',
    });
    const licence = { kind: 'gas-licence-held', subject: 'pebblewick', effectiveOn: '2019-10-01', value: false };
    expect(await call(recordFact, { ...licence, citation })).toHaveProperty('fact');
  }));

test('a fact by which an open modification takes effect is not withdrawn, only replaced by the right day', () =>
  story(async ({ call }) => {
    const event = 'guidance-published';
    const content = { ...given.proposal, implementation: { kind: 'event', event } } as const;
    const raised = await call(
      raiseProposal,
      { content: z.encode(proposalContentSchema as z.ZodType<ProposalContent>, content) },
      PROPOSER,
    );
    expect(raised).toMatchObject({ id: content.id });
    const asked = { kind: event, effectiveOn: '2018-10-05', citation };
    const { fact } = (await call(recordFact, asked)) as { fact: string };
    expect(await call(withdrawFact, { fact, reasons: 'It was a draft.' })).toEqual({
      refused: 'not-eligible',
      sentence: `${content.id} takes effect by "${event}", which would be unknown again; expected a fact with the right day in its place.`,
    });
    expect(summaryOf(await call(listFacts, { kind: event }))).toEqual([['2018-10-05', 'stands', undefined]]);
    const right = { ...asked, effectiveOn: '2018-10-04', replaces: fact };
    expect(await call(recordFact, right)).toHaveProperty('fact');
  }));

test('a value that its kind does not take is refused in one sentence, and nothing is stored', () =>
  story(async ({ call }) => {
    const licence = { kind: 'gas-licence-held', subject: 'pebblewick', effectiveOn: '2018-10-01', citation };
    const event = { kind: 'guidance-published', effectiveOn: '2018-10-01', citation };
    const refusals = [
      [{ ...licence, value: 'perhaps' }, '"gas-licence-held" cannot be "perhaps"; expected true or false.'],
      [licence, '"gas-licence-held" comes without a value; expected true or false.'],
      [
        { ...event, value: 3 },
        '"guidance-published" is an event, which happens on its day; expected no value, and 3 is given.',
      ],
    ] as const;
    for (const [input, sentence] of refusals)
      expect(await call(recordFact, input)).toEqual({ refused: 'input-invalid', sentence });
    expect(await call(recordFact, { ...licence, kind: 'devices-operated', value: 4 })).toMatchObject({
      sentence: expect.stringMatching(
        /^"devices-operated" follows from the record and is not recorded; expected one of /,
      ),
    });
    expect(await call(listFacts, { kind: 'gas-licence-held' })).toMatchObject({ facts: [] });
    await call(recordFact, { ...licence, value: true });
    expect(await call(recordFact, { ...licence, value: true })).toMatchObject({ refused: 'fact-exists' });
    await call(recordFact, { ...licence, value: false });
    expect(
      summaryOf(await call(listFacts, { kind: 'gas-licence-held' }))
        .map(([, , value]) => value)
        .toSorted(),
    ).toEqual([false, true]);
  }));

test('a party is bound by what it is on each day, and systems that go over are owed by their new supplier', () =>
  story(async ({ call }) => {
    const why = async (party: string, on: string, system: string | null = null) => {
      const { answers }: { answers: readonly { subject: string; bound: unknown }[] } = await call(explainDuty, {
        party,
        provision: 'G3.26',
        on,
        system,
      });
      return answers[0] ?? null;
    };
    expect(
      await call(recategoriseParty, { party: 'pebblewick', from: '2019-01-01', category: 'gas-network', citation }),
    ).toMatchObject({
      refused: 'not-eligible',
    });
    const volumes = async (party: string) =>
      summaryOf(await call(listFacts, { subject: party, kind: 'devices-operated' })).map(([on, , value]) => [
        on,
        value,
      ]);
    const before = await volumes('pebblewick');
    expect(
      await call(moveSystemGroup, { group: 'pebblewick-x', to: 'quillfield', effectiveOn: '2019-02-01', citation }),
    ).toEqual({
      group: 'pebblewick-x',
      supplier: 'quillfield',
    });
    expect((await volumes('pebblewick')).length).toBe(before.length + 1);
    expect(await call(listFacts, { kind: 'change-of-supplier' })).toMatchObject({
      facts: [{ subject: 'pebblewick-x', effectiveOn: '2019-02-01', state: 'derived' }],
    });
    expect(await call(showParty, { party: 'quillfield' })).toMatchObject({
      groups: [{}, { id: 'pebblewick-x', operatedFrom: '2019-02-01' }],
    });
    expect(await why('pebblewick', '2019-01-31', 'pebblewick-x')).toMatchObject({ bound: true });
    expect(await why('pebblewick', '2019-02-01', 'pebblewick-x')).toMatchObject({ bound: false });
    expect(await why('quillfield', '2019-02-01', 'pebblewick-x')).toMatchObject({ bound: true });
    expect(
      await call(moveSystemGroup, { group: 'quillfield-z', to: 'quillfield', effectiveOn: '2019-02-01', citation }),
    ).toMatchObject({
      sentence: 'Quillfield Power operates that group of systems already; expected another supplier.',
    });
    await call(moveSystemGroup, { group: 'pebblewick-y', to: 'quillfield', effectiveOn: '2019-02-01', citation });
    expect(
      await call(recategoriseParty, {
        party: 'pebblewick',
        from: '2019-03-01',
        category: 'other-sec-party',
        roles: ['other-user'],
        citation,
      }),
    ).toEqual({ party: 'pebblewick', category: 'other-sec-party' });
    expect(summaryOf(await call(listFacts, { subject: 'pebblewick', kind: 'party-category' }))).toEqual([
      ['2019-03-01', 'derived', 'other-sec-party'],
      ['2013-09-02', 'derived', 'large-supplier'],
    ]);
  }));
