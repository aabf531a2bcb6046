import { describe, expect, test } from 'vitest';
import { tallyBallot } from '../../src/app/modification/tally-ballot.ts';
import { runOperation } from '../../src/app/run-operation.ts';
import { instant } from '../../src/core/kernel/instant.ts';
import { withRecord } from '../support/database.ts';
import { PEOPLE } from '../support/proposal.ts';
import { OPENED_AT, only, openWideBallot, voteOf, WIDE, wideRulebook } from '../support/wide-ballot.ts';

const MEMBERS = 40;

interface Told {
  readonly holdings: readonly {
    readonly ballot: {
      readonly tally: { readonly present: number };
      readonly electorate: readonly { readonly seat: string; readonly vote: { readonly reasons: string } | null }[];
    };
  }[];
}

describe('forty members voting at the same moment while others read', () => {
  test('are each counted once, with their own words, and every tally that is read is of whole votes', async () => {
    const rulebook = await wideRulebook(MEMBERS);
    await withRecord(
      async ({ ports, store }) => {
        await openWideBallot(ports);
        const asReader = { ports, actor: PEOPLE.stranger };
        const read = async () => {
          const told = await runOperation(tallyBallot, asReader, { modification: WIDE });
          if (!told.ok) throw new Error(told.rejection.sentence);
          return (told.value as Told).holdings[0]?.ballot;
        };
        // Every member sends the vote twice, as an impatient hand does.
        const sent = Array.from({ length: MEMBERS * 2 }, (_, at) => voteOf(ports, 1 + (at % MEMBERS), 'approve'));
        const reads = Array.from({ length: 20 }, read);
        const results = await Promise.all(sent);
        expect(results.flatMap((one) => (one.ok ? [] : [one.rejection]))).toEqual([]);
        const during = (await Promise.all(reads)).map((ballot) => ballot?.tally.present ?? -1);
        for (const present of during) expect(present).toBeLessThanOrEqual(MEMBERS);
        const after = await read();
        expect(after?.tally.present).toBe(MEMBERS);
        for (const [at, { vote }] of (after?.electorate ?? []).entries()) {
          expect(vote?.reasons).toBe(`Objective (g), says member ${at + 1}.`);
        }
        const votes = (await store.read(`modification/${WIDE}`, null)).filter((one) => one.event.type === 'vote-cast');
        expect(votes).toHaveLength(MEMBERS);
        expect(await store.verify()).toMatchObject({ ok: true });
      },
      { startsAt: instant(OPENED_AT), rulebooks: only(rulebook) },
    );
  });
});
