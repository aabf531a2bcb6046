import { expect, test } from 'vitest';
import { compareEffect } from '../../src/app/effect/compare-effect.ts';
import { showImpact } from '../../src/app/effect/show-impact.ts';
import { signImpact } from '../../src/app/effect/sign-impact.ts';
import { implementModification } from '../../src/app/modification/implement-modification.ts';
import { whatsNext } from '../../src/app/modification/whats-next.ts';
import { draftPaper } from '../../src/app/paper/draft-paper.ts';
import { recordFact } from '../../src/app/party/record-fact.ts';
import { day } from '../../src/core/kernel/day.ts';
import { type Play, seed, withCase } from '../support/play.ts';

const modification = 'SECMP0065';
const citation = { source: 'market notice', clause: null, certainty: 'illustrative' } as const;
const FIRST = 'first-smets1-enrolment';

/** SECMP0065 with its consultation closed and its report handed in. */
async function prepared(story: (play: Play) => Promise<void>) {
  await withCase(async (play) => {
    await play.raise(modification, seed.proposal.legalText);
    await play.prepare(modification);
    await story(play);
  });
}

const words = (blocks: unknown) => JSON.stringify(blocks);
const report = (play: Play) => play.do('ssc-chair', draftPaper, { modification, paper: 'modification-report' });

test('the impact section writes itself from the effect, a person edits and signs it, and the report prints what was signed', () =>
  prepared(async (play) => {
    const { draft, signed } = await play.do('ssc-chair', showImpact, {
      modification,
      assume: { [FIRST]: '2019-03-01' },
    });
    expect(signed).toBeNull();
    expect(draft.paragraphs.slice(0, 2)).toEqual([
      'SECMP0065 changes the duties of 10 of 12 Parties, by category: Small Supplier Party (7) and Large Supplier Party (3).',
      'It frees 10 Parties from a duty on some days and brings none under a new one. A duty binds 10 Parties with it as without it, in other words.',
    ]);
    expect(draft.paragraphs.join(' ')).toContain('It assumes: A decision to approve is made by 24 October 2018.');
    expect(words((await report(play)).blocks)).toContain('nobody has signed them yet');
    const { next } = await play.do('ssc-chair', whatsNext, { modification });
    expect(next.map((one) => one.operation)).toContain('sign-impact');

    const unknown = { modification, text: 'Ten.', assume: { nothing: '2019-03-01' } };
    expect(await play.try('ssc-chair', signImpact, unknown)).toMatchObject({
      ok: false,
      rejection: { code: 'input-invalid', place: { field: 'assume' } },
    });
    expect((await play.do('ssc-chair', showImpact, { modification })).signed).toBeNull();
    const text = 'Ten of twelve Parties gain time.\r\n\r\nNobody is left without a duty.';
    await play.do('ssc-chair', signImpact, { modification, text, assume: { [FIRST]: '2019-03-01' } });
    const after = await play.do('ssc-chair', showImpact, { modification });
    expect(after).toMatchObject({
      signed: { by: 'SSC Chair', figures: draft.figures, basis: { digest: draft.basis.digest, revision: 1 } },
      outOfDate: [],
    });
    const printed = words((await report(play)).blocks);
    expect(printed).toContain('"Ten of twelve Parties gain time."');
    expect(printed).toContain(
      'Signed by SSC Chair on 22 October 2018, with the figures as they were computed at 10:00 on 22 October 2018',
    );
    expect((await play.do('ssc-chair', whatsNext, { modification })).next.map((one) => one.operation)).not.toContain(
      'sign-impact',
    );
    expect(
      words((await play.do('ssc-chair', draftPaper, { modification, paper: 'initial-modification-report' })).blocks),
    ).not.toContain('Impact on the duties');
  }));

test('what was signed is marked as out of date once the record makes the effect come to something else', () =>
  prepared(async (play) => {
    await play.do('ssc-chair', signImpact, { modification, text: 'Nobody knows.' });
    const enrolled = { kind: 'system-enrolled', subject: 'pebblewick-x', effectiveOn: '2018-10-20', citation };
    await play.do('code-administrator', recordFact, enrolled);
    const { outOfDate } = await play.do('ssc-chair', showImpact, { modification });
    expect(outOfDate[0]).toBe('“Parties touched” was 0 to 10 of 12 when it was signed and is 0 of 12 now.');
    expect(words((await report(play)).blocks)).toContain('What was signed is out of date.');
    await play.do('code-administrator', signImpact, { modification, text: 'None, for the first is enrolled.' });
    expect(await play.do('ssc-chair', showImpact, { modification })).toMatchObject({
      signed: { by: 'Code Administrator' },
      outOfDate: [],
    });
  }));

test('what was signed on an assumption is out of date once the record rules it out', () =>
  prepared(async (play) => {
    await play.do('ssc-chair', signImpact, { modification, text: 'Ten.', assume: { [FIRST]: '2019-03-01' } });
    const enrolled = { kind: 'system-enrolled', subject: 'pebblewick-x', effectiveOn: '2018-10-20', citation };
    await play.do('code-administrator', recordFact, enrolled);
    const { outOfDate } = await play.do('ssc-chair', showImpact, { modification });
    expect(outOfDate).toMatchObject([expect.stringMatching(/^What it supposes can no longer be: .*contradicts/)]);
  }));

test('after implementation what came about is held against what was signed, and the fact that differed is named', () =>
  prepared(async (play) => {
    const compare = () => play.do('ssc-chair', compareEffect, { modification });
    expect(await play.try('ssc-chair', compareEffect, { modification })).toMatchObject({
      ok: false,
      rejection: {
        code: 'too-early',
        sentence: 'SECMP0065 is not implemented; what its effect came to can be compared from its implementation on.',
      },
    });
    await play.do('ssc-chair', signImpact, { modification, text: 'Ten.', assume: { [FIRST]: '2019-03-01' } });
    await play.to('2018-10-24T09:00:00Z');
    await play.vote(modification);
    await play.to('2018-11-08T10:00:00Z');
    await play.do('code-administrator', implementModification, { modification });

    const before = await compare();
    expect(before.predicted).toMatchObject({ from: 'signed', by: 'SSC Chair', verifies: true });
    expect(before.recorded.implementation).toBe(before.predicted.implementation);
    expect(counted(before)).toEqual({ same: 2, open: 10 });

    await play.to('2019-04-02T10:00:00Z');
    const enrolled = { kind: 'system-enrolled', subject: 'pebblewick-x', effectiveOn: '2019-04-01', citation };
    await play.do('code-administrator', recordFact, enrolled);
    const after = await compare();
    expect(counted(after)).toEqual({ same: 2, later: 10 });
    const duty = after.parties.find((one) => one.party === 'foxlight')?.duties[0];
    expect(duty).toMatchObject({
      predicted: [{ from: day('2018-11-08'), until: day('2019-03-01'), change: 'lost' }],
      recorded: [{ from: day('2018-11-08'), until: day('2019-04-01'), change: 'lost' }],
      standings: ['later'],
    });
    expect(duty?.reasons).toContain(
      '“The first SMETS1 Devices of the market are enrolled in the DCC” was supposed or known for 1 March 2019 and is recorded for 1 April 2019.',
    );
    const earlier = await play.do('ssc-chair', compareEffect, { modification, knownAt: '2019-04-01T00:00:00Z' });
    expect(earlier.parties).toEqual(before.parties);
  }));

test('what nobody signed is held against the effect as it was known at the approval', () =>
  prepared(async (play) => {
    await play.to('2018-10-24T09:00:00Z');
    await play.vote(modification);
    await play.to('2018-11-08T10:00:00Z');
    await play.do('code-administrator', implementModification, { modification });
    await play.to('2019-04-02T10:00:00Z');
    const enrolled = { kind: 'system-enrolled', subject: 'pebblewick-x', effectiveOn: '2019-04-01', citation };
    await play.do('code-administrator', recordFact, enrolled);
    const compared = await play.do('ssc-chair', compareEffect, { modification });
    expect(compared.predicted).toMatchObject({ from: 'decision', by: null, verifies: null });
    expect(counted(compared)).toEqual({ same: 2, settled: 10 });
  }));

function counted({ counts }: { readonly counts: readonly { readonly standing: string; readonly parties: number }[] }) {
  return Object.fromEntries(counts.flatMap(({ standing, parties }) => (parties === 0 ? [] : [[standing, parties]])));
}
