import { expect, test } from 'vitest';
import { showImpact } from '../../src/app/effect/show-impact.ts';
import { signImpact } from '../../src/app/effect/sign-impact.ts';
import { whatsNext } from '../../src/app/modification/whats-next.ts';
import { draftPaper } from '../../src/app/paper/draft-paper.ts';
import { recordFact } from '../../src/app/party/record-fact.ts';
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
      'It frees 10 Parties from a duty on some days and brings none under a new one.',
    ]);
    expect(draft.paragraphs.join(' ')).toContain('It assumes: A decision to approve is made by 24 October 2018.');
    expect(words((await report(play)).blocks)).toContain('nobody has signed them yet');
    const { next } = await play.do('ssc-chair', whatsNext, { modification });
    expect(next.map((one) => one.operation)).toContain('sign-impact');

    const text = 'Ten of twelve Parties gain time.\r\n\r\nNobody is left without a duty.';
    await play.do('ssc-chair', signImpact, { modification, text, assume: { [FIRST]: '2019-03-01' } });
    const after = await play.do('ssc-chair', showImpact, { modification });
    expect(after).toMatchObject({
      signed: { by: 'SSC Chair', figures: draft.figures, basis: { digest: draft.basis.digest, revision: 1 } },
      outOfDate: [],
    });
    const printed = words((await report(play)).blocks);
    expect(printed).toContain('"Ten of twelve Parties gain time."');
    expect(printed).toContain('"Signed by SSC Chair on 22 October 2018, with the figures as they were computed then."');
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

test('an assumption of an event that no rulebook knows signs nothing', () =>
  prepared(async (play) => {
    const tried = await play.try('ssc-chair', signImpact, {
      modification,
      text: 'Ten.',
      assume: { nothing: '2019-03-01' },
    });
    expect(tried).toMatchObject({ ok: false, rejection: { code: 'input-invalid', place: { field: 'assume' } } });
    expect((await play.do('ssc-chair', showImpact, { modification })).signed).toBeNull();
  }));
