import { expect, test } from 'vitest';
import { implementModification } from '../../src/app/modification/implement-modification.ts';
import { openBallot } from '../../src/app/modification/open-ballot.ts';
import { resolveConflict } from '../../src/app/modification/resolve-conflict.ts';
import { showConflict } from '../../src/app/modification/show-conflict.ts';
import { showModification } from '../../src/app/modification/show-modification.ts';
import { withdrawProposal } from '../../src/app/modification/withdraw-proposal.ts';
import { recordFact } from '../../src/app/party/record-fact.ts';
import { designateVersion } from '../../src/app/text/designate-version.ts';
import { listVersions } from '../../src/app/text/list-versions.ts';
import { moveVersion } from '../../src/app/text/move-version.ts';
import { showHistory } from '../../src/app/text/show-history.ts';
import { showLegalText } from '../../src/app/text/show-legal-text.ts';
import { showText } from '../../src/app/text/show-text.ts';
import type { Amendment } from '../../src/core/code/amendment.ts';
import type { Commencement } from '../../src/core/kernel/commencement.ts';
import { day } from '../../src/core/kernel/day.ts';
import { after, type Play, reasons, replaced, seed, seedWords, withCase } from '../support/play.ts';

const words = seedWords('g3-28-a');

async function designate(play: Play, inForceFrom: string, amendments: readonly Amendment[], source = 'A minister') {
  const input = { instrument: 'sec', inForceFrom, source, amendments };
  return play.do('code-administrator', designateVersion, input);
}

async function wordsOn(play: Play, on: string, reference = 'G3.28(a)', knownAt: string | null = null) {
  const text = await play.do('ssc-chair', showText, { instrument: 'sec', reference, on, knownAt });
  return text.provisions[0]?.text;
}

test('the day of a version that is not yet in force is moved: every answer follows, and what was known before stays', async () => {
  await withCase(async (play) => {
    await designate(play, '2018-12-01', [replaced('g3-28-a', words, 'designed', 'drawn')]);
    await designate(play, '2019-01-01', [
      replaced('g3-28-a', words.replace('designed', 'drawn'), 'installed', 'put in'),
    ]);
    await play.raise('SECMP0067', [replaced('g3-28-a', words, '; and', '; or')]);
    await play.to('2018-10-08T09:00:00Z');
    const knownAt = '2018-10-08T08:00:00Z';
    const move = { instrument: 'sec', label: '5.24', inForceFrom: '2019-02-28' };
    expect(await play.try('ssc-chair', moveVersion, { ...move, reasons })).toMatchObject({
      ok: false,
      rejection: { code: 'wrong-actor' },
    });
    expect(await play.try('code-administrator', moveVersion, move)).toMatchObject({
      ok: false,
      rejection: { code: 'reasons-required', place: { field: 'reasons' } },
    });
    const moved = await play.do('code-administrator', moveVersion, { ...move, reasons });
    expect(moved.versions.slice(-2)).toMatchObject([
      { label: '5.25', until: day('2019-02-28') },
      { label: '5.24', inForceFrom: day('2019-02-28'), until: null },
    ]);

    expect(await wordsOn(play, '2018-12-31')).toContain('designed, installed');
    expect(await wordsOn(play, '2019-02-27')).toContain('designed, put in');
    expect(await wordsOn(play, '2019-02-28')).toContain('drawn, put in');
    expect(await wordsOn(play, '2018-12-01', 'G3.28(a)', knownAt)).toContain('drawn, installed');
    const labels = async (asked: object) =>
      (await play.do('ssc-chair', listVersions, { instrument: 'sec', ...asked })).versions.map(({ label }) => label);
    expect((await labels({})).slice(-2)).toEqual(['5.25', '5.24']);
    expect((await labels({ knownAt })).slice(-2)).toEqual(['5.24', '5.25']);
    const history = await play.do('ssc-chair', showHistory, { instrument: 'sec', reference: 'G3.28(a)' });
    expect(history.wordings.slice(-2)).toMatchObject([
      { label: '5.25', inForceFrom: day('2019-01-01'), until: day('2019-02-28') },
      { label: '5.24', inForceFrom: day('2019-02-28'), until: null },
    ]);
    const rows = await play.record.ports.store.provisionsOn('sec', ['G3.28(a)'], {
      on: day('2019-02-27'),
      knownAt: null,
    });
    expect(rows).toMatchObject([{ label: '5.25', inForceUntil: day('2019-02-28') }]);

    // the text with both versions is the same, under another label
    expect(await play.do('ssc-chair', showLegalText, { modification: 'SECMP0067' })).toMatchObject({
      draftedAgainst: { label: '5.24' },
      over: { kind: 'designation', reference: 'A minister', label: '5.24' },
    });
    expect((await play.pending('G3.28(a)'))[0]).toMatchObject({ modification: 'SECMP0067', blockedBy: null });
  });
});

test('a version is not moved before one that it rests on, nor once it is in force', async () => {
  await withCase(async (play) => {
    await designate(play, '2018-12-01', [replaced('g3-28-a', words, 'designed', 'drawn')]);
    const drawn = words.replace('designed', 'drawn');
    await designate(play, '2019-01-01', [replaced('g3-28-a', drawn, 'drawn', 'sketched')]);
    const move = { instrument: 'sec', label: '5.25', inForceFrom: '2018-11-01', reasons };
    expect(await play.try('code-administrator', moveVersion, move)).toMatchObject({
      ok: false,
      rejection: {
        code: 'conflict-unsettled',
        sentence: expect.stringMatching(
          /Version 5\.24 says: .*“designed” substitute “drawn”.*Version 5\.25 says: .*“sketched”/,
        ),
        unblock: [{ who: 'the Code Administrator' }],
      },
    });
    await play.to('2018-12-01T09:00:00Z');
    expect(await play.try('code-administrator', moveVersion, { ...move, label: '5.24' })).toMatchObject({
      ok: false,
      rejection: { code: 'too-late', place: { field: 'label' } },
    });
  });
});

test('a withdrawn modification that nobody adopts ends: its conflict counts no more, and what waited behind it is pending by itself', async () => {
  await withCase(async (play) => {
    await play.raise('SECMP0065', seed.proposal.legalText);
    await play.raise('SECMP0067', [replaced('g3-28-a', words, '; and', '; or')], {
      kind: 'on',
      day: day('2018-12-06'),
    });
    expect(await play.conflicts()).toMatchObject({ open: 1 });
    expect((await play.pending('G3.28(a)')).at(-1)).toMatchObject({
      modification: 'SECMP0067',
      blockedBy: 'SECMP0065',
    });
    const withdrawal = { modification: 'SECMP0065', reasons: 'The ministers changed the words.' };
    expect(await play.try('cinderpath', withdrawProposal, withdrawal)).toMatchObject({
      ok: false,
      rejection: { code: 'wrong-actor', citation: { certainty: 'public' } },
    });
    expect(await play.do('ssc-chair', withdrawProposal, withdrawal)).toMatchObject({
      status: 'open',
      adoptable: { reasons: withdrawal.reasons },
      next: [{ operation: 'adopt-proposal' }, { operation: null }],
    });
    expect(await play.conflicts()).toMatchObject({ open: 1 });
    await play.to('2018-10-22T09:00:00Z');
    expect(await play.do('public', showModification, { modification: 'SECMP0065' })).toMatchObject({
      status: 'closed',
      end: { id: 'withdrawn', title: 'Withdrawn' },
      withdrawn: { reasons: withdrawal.reasons },
      next: [],
    });
    expect(await play.conflicts()).toMatchObject({ open: 0, conflicts: [], stuck: [] });
    const pending = await play.pending('G3.28(a)');
    expect(pending).toMatchObject([{ modification: 'SECMP0067', blockedBy: null }]);
    expect(after(pending[0]?.behind ?? null)).toBe(words.replace('; and', '; or'));
  });
});

test('a legal text takes effect in parts: each is a version on its day, what waits is never shown as current, and the last ends it', async () => {
  await withCase(async (play) => {
    const best = replaced('g3-28-b', seedWords('g3-28-b'), 'good practice', 'best practice');
    const enrolment: Commencement = { kind: 'event', event: 'first-smets1-enrolment' };
    const parts = [
      { id: 'A', title: 'Wording of the list', amendments: 1 },
      {
        ...{ id: 'B', title: 'Best practice', amendments: 1, commences: enrolment },
        until: { kind: 'offset', base: enrolment, days: 60 } as const,
      },
    ];
    const legalText = [replaced('g3-28-a', words, '; and', '; or'), best];
    const on = { kind: 'on', day: day('2018-11-08') } as const;
    await expect(play.raise('SECMP0067', legalText.slice(1), on, { parts })).rejects.toThrow(
      'input-invalid: The parts of the legal text have 2 amendments together; expected 1',
    );
    await play.raise('SECMP0067', legalText, on, { parts });
    const other = replaced('g3-28-b', seedWords('g3-28-b'), 'Great Britain', 'the United Kingdom');
    await play.raise('SECMP0070', [other], { kind: 'on', day: day('2019-06-01') });
    expect(await play.pending('G3.28(b)')).toMatchObject([
      { modification: 'SECMP0070', part: null, day: day('2019-06-01') },
      { modification: 'SECMP0067', part: 'B: Best practice', day: null, awaiting: ['first-smets1-enrolment'] },
    ]);

    await play.raise('SECMP0071', [replaced('g3-28-a', words, '; and', ';')], on);
    const contingent = { kind: 'contingent', on: 'SECMP0067', amendments: [] };
    const settling = { with: 'SECMP0067', class: 'same-words', provision: 'g3-28-a', reasons };
    const inParts = { modification: 'SECMP0071', ...settling, resolution: contingent };
    expect(await play.try('code-administrator', resolveConflict, inParts)).toMatchObject({
      ok: false,
      rejection: { code: 'input-invalid', sentence: expect.stringContaining('SECMP0067 takes effect in parts') },
    });
    const { reasons: _, ...asked } = settling;
    const offered = await play.do('ssc-chair', showConflict, { modification: 'SECMP0071', ...asked });
    expect(offered).toMatchObject({
      orders: [{ first: 'SECMP0071' }, { first: 'SECMP0067' }],
      contingent: [],
      noContingent: expect.stringContaining('give an order or a merged text instead'),
    });
    await play.do('ssc-chair', withdrawProposal, { modification: 'SECMP0071', reasons: 'Overtaken.' });

    await play.prepare('SECMP0067');
    await play.to('2018-10-24T09:00:00Z');
    await play.vote('SECMP0067');
    await play.to('2018-11-08T09:00:00Z');
    const implement = { modification: 'SECMP0067' };
    const first = await play.do('code-administrator', implementModification, implement);
    expect(first).toMatchObject({
      status: 'open',
      legalText: { revision: 2, against: '5.24', over: { reference: 'SECMP0067', label: '5.24' } },
      parts: [
        { id: 'A', basis: 'in-force', published: '5.24' },
        { id: 'B', basis: 'unknown', awaiting: ['first-smets1-enrolment'], amendments: 1 },
      ],
      others: [{ modification: 'SECMP0070', rebased: true }],
    });
    expect(await wordsOn(play, '2018-11-08')).toContain('; or');
    expect(await wordsOn(play, '2030-01-01', 'G3.28(b)')).toBe(seedWords('g3-28-b'));
    expect(await play.try('code-administrator', implementModification, { ...implement, part: 'B' })).toMatchObject({
      ok: false,
      rejection: { code: 'step-not-open' },
    });

    const divided = await play.do('ssc-chair', showLegalText, { ...implement, revision: null });
    expect(divided.parts).toMatchObject([
      { id: 'A', basis: 'in-force', published: '5.24', instructions: [] },
      {
        ...{ id: 'B', basis: 'unknown', awaiting: ['first-smets1-enrolment'] },
        commences: 'the day of the event “first smets1 enrolment”',
        until: '60 days after the day of the event “first smets1 enrolment”',
        instructions: [expect.stringContaining('“best practice”')],
      },
    ]);
    const asRaised = await play.do('ssc-chair', showLegalText, { ...implement, revision: 1 });
    expect(asRaised.parts.map(({ instructions }) => instructions)).toEqual(
      asRaised.instructions.map((instruction) => [instruction]),
    );

    await play.to('2018-12-06T09:00:00Z');
    const citation = { source: 'Smart Metering Inventory', clause: null, certainty: 'illustrative', note: 'ours' };
    const fact = { kind: 'first-smets1-enrolment', effectiveOn: '2018-12-03', citation };
    await play.do('code-administrator', recordFact, fact);
    expect((await play.pending('G3.28(b)'))[0]).toMatchObject({ part: 'B: Best practice', day: day('2018-12-03') });
    expect(await play.try('code-administrator', implementModification, { ...implement, part: 'A' })).toMatchObject({
      ok: false,
      rejection: { code: 'step-already-done', place: { field: 'part' } },
    });
    const second = await play.do('code-administrator', implementModification, implement);
    expect(second.parts).toMatchObject([
      { published: '5.24' },
      { id: 'B', published: '5.25' },
      { id: 'B-end', title: 'End of Best practice', day: day('2019-02-01'), published: null },
    ]);
    expect(second.status).toBe('open');
    expect(await wordsOn(play, '2018-12-02', 'G3.28(b)')).toContain('good practice');
    expect(await wordsOn(play, '2018-12-03', 'G3.28(b)')).toContain('best practice');

    expect(await play.try('code-administrator', implementModification, implement)).toMatchObject({
      ok: false,
      rejection: { code: 'too-early' },
    });
    await play.to('2019-02-01T09:00:00Z');
    const last = await play.do('code-administrator', implementModification, implement);
    expect(last).toMatchObject({ status: 'closed', end: { id: 'implemented' }, published: '5.26' });
    expect(await wordsOn(play, '2019-01-31', 'G3.28(b)')).toContain('best practice');
    expect(await wordsOn(play, '2019-02-01', 'G3.28(b)')).toBe(seedWords('g3-28-b'));
    expect(await play.pending('G3.28(b)')).toMatchObject([{ modification: 'SECMP0070', blockedBy: null }]);
  });
});

test('a version put before the one that an open text amends is mapped in, or holds that text up on a base without it', async () => {
  await withCase(async (play) => {
    await play.raise('SECMP0067', [replaced('g3-28-a', words, '; and', '; or')]);
    const best = replaced('g3-28-b', seedWords('g3-28-b'), 'good practice', 'best practice');
    await designate(play, '2018-12-01', [best]);
    const put = await designate(
      play,
      '2018-11-01',
      [replaced('g3-28-a', words, '; and', '; and (always)')],
      'An order',
    );
    expect(put.others).toMatchObject([{ modification: 'SECMP0067', rebased: false }]);
    // held up by what was put before its version, and mapped over what is put before that
    const designed = [replaced('g3-28-a', words, 'designed', 'drawn')];
    expect((await designate(play, '2018-10-20', designed)).labels).toEqual(['5.26']);
    const held = { modification: 'SECMP0067' };
    expect(await play.conflicts(held)).toMatchObject({
      stuck: [{ ...held, over: '5.25', with: 'An order', clashes: [{ class: 'same-words', provision: 'g3-28-a' }] }],
    });
    const [stuck] = (await play.conflicts(held)).stuck;
    const both = stuck?.clashes[0]?.sides.map((side) => after(side.blocks));
    const drawn = words.replace('designed', 'drawn');
    expect(both).toEqual([drawn.replace('; and', '; or'), drawn.replace('; and', '; and (always)')]);
    expect(await play.do('ssc-chair', showLegalText, held)).toMatchObject({
      revision: 2,
      draftedAgainst: { label: '5.24' },
    });
    expect(after((await play.do('ssc-chair', showLegalText, held)).blocks)).toContain(words.replace('; and', '; or'));

    const settling = { with: 'An order', class: 'same-words', provision: 'g3-28-a', reasons };
    const always = { heading: null, text: drawn.replace('; and', '; and (always)') };
    const merged = { heading: null, text: drawn.replace('; and', '; or (always)') };
    const resolution = { kind: 'merged-text', from: { ...always, text: drawn }, to: merged };
    const settled = await play.do('code-administrator', resolveConflict, { ...held, ...settling, resolution });
    expect(settled.legalText).toMatchObject({ against: '5.24', over: { reference: 'An order', label: '5.25' } });
    expect(await play.conflicts(held)).toMatchObject({ stuck: [] });
    const now = await play.do('ssc-chair', showLegalText, held);
    expect(now.before.provisions).toEqual(
      (await play.do('ssc-chair', showText, { instrument: 'sec', reference: null, on: '2018-12-01' })).provisions,
    );
    expect(after(now.blocks)).toContain(merged.text);
  });
});

test('a move that leaves the text of an open vote as it is says so, and a version that changes its base does not', async () => {
  await withCase(async (play) => {
    const modification = 'SECMP0067';
    await play.raise(modification, [replaced('g3-28-a', words, '; and', '; or')]);
    await designate(play, '2018-12-01', [replaced('g3-28-a', words, 'designed', 'drawn')]);
    const best = replaced('g3-28-b', seedWords('g3-28-b'), 'good practice', 'best practice');
    await designate(play, '2019-01-01', [best]);
    await play.prepare(modification);
    await play.to('2018-10-24T09:00:00Z');
    await play.do('code-administrator', openBallot, { modification });
    const voted = { revision: 3, against: '5.25' };
    const move = { instrument: 'sec', label: '5.24', inForceFrom: '2019-02-28', reasons };
    await play.do('code-administrator', moveVersion, move);
    const moved = await play.do('ssc-chair', showModification, { modification });
    expect(moved.legalText).toMatchObject({ revision: 3, against: '5.24' });
    expect(moved.ballots).toMatchObject([{ text: { ...voted, current: true } }]);
    const text = await play.do('ssc-chair', showLegalText, { modification });
    expect(text).toMatchObject({ revisions: 3, draftedAgainst: { label: '5.24' } });
    const on = await play.do('ssc-chair', showText, { instrument: 'sec', reference: null, on: '2019-02-28' });
    expect(text.before.provisions).toEqual(on.provisions);

    const again = seedWords('g3-28-b').replace('good practice', 'best practice');
    await designate(play, '2019-03-01', [replaced('g3-28-b', again, 'Great Britain', 'the United Kingdom')]);
    expect((await play.do('ssc-chair', showModification, { modification })).ballots).toMatchObject([
      { text: { ...voted, current: false } },
    ]);
  });
});
