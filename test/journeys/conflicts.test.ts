import { expect, test } from 'vitest';
import { draftLegalText } from '../../src/app/modification/draft-legal-text.ts';
import { implementModification } from '../../src/app/modification/implement-modification.ts';
import { resolveConflict } from '../../src/app/modification/resolve-conflict.ts';
import { showModification } from '../../src/app/modification/show-modification.ts';
import { submitPaper } from '../../src/app/modification/submit-paper.ts';
import { recordFact } from '../../src/app/party/record-fact.ts';
import { designateVersion } from '../../src/app/text/designate-version.ts';
import { showLegalText } from '../../src/app/text/show-legal-text.ts';
import { showText } from '../../src/app/text/show-text.ts';
import type { Amendment } from '../../src/core/code/amendment.ts';
import type { Commencement } from '../../src/core/kernel/commencement.ts';
import { day } from '../../src/core/kernel/day.ts';
import { after, reasons, replaced, seed, seedWords, withCase } from '../support/play.ts';

const edited = seed.proposal.legalText.find((one) => one.kind === 'substitute' && one.target === 'g3-28-a');
if (edited?.kind !== 'substitute') throw new Error('the case no longer amends G3.28(a)');
const { from, to } = edited;
const words = from.text.replace(/; and$/, '');
const enrolment: Commencement = { kind: 'event', event: 'first-smets1-enrolment' };

test('two open modifications meet in one “and”: both say so, a merged text is stored, and the vote is on the re-based text', async () => {
  await withCase(async (play) => {
    await play.raise('SECMP0065', seed.proposal.legalText);
    await play.raise('SECMP0067', [replaced('g3-28-a', from.text, '; and', '; or')], {
      kind: 'on',
      day: day('2018-12-06'),
    });
    await play.raise(
      'SECMP0069',
      [replaced('g3-28-b', seedWords('g3-28-b'), 'good practice', 'best practice')],
      enrolment,
    );
    await play.raise('SECMP0070', [replaced('g3-28-b', seedWords('g3-28-b'), 'Great Britain', 'the United Kingdom')], {
      kind: 'offset',
      base: enrolment,
      days: 30,
    });

    const all = await play.conflicts();
    expect(all).toMatchObject({ open: 1, stuck: [] });
    for (const modification of ['SECMP0065', 'SECMP0067']) {
      expect((await play.conflicts({ modification })).conflicts).toMatchObject([
        {
          class: 'same-words',
          reference: 'G3.28(a)',
          sentence: 'SECMP0065 and SECMP0067 change the same words of G3.28(a).',
        },
      ]);
    }
    expect((await play.conflicts({ modification: 'SECMP0069' })).conflicts).toEqual([]);
    const [conflict] = (await play.conflicts({ provision: 'G3.28' })).conflicts;
    expect(conflict?.sides.map((side) => after(side.blocks))).toEqual([to.text, `${words}; or`]);
    expect(conflict?.resolvers.map(({ who }) => who)).toEqual([
      seed.proposal.proposer.name,
      seed.proposal.proposer.name,
      'the Code Administrator',
    ]);
    expect(await play.pending('G3.28(a)')).toMatchObject([
      { modification: 'SECMP0065', day: null, notBefore: day('2018-11-08'), blockedBy: null },
      { modification: 'SECMP0067', day: day('2018-12-06'), blockedBy: 'SECMP0065', behind: null },
    ]);

    await play.prepare('SECMP0065', 'SECMP0067');
    const merged = { heading: null, text: `${words}; or (if so)` };
    const settling = {
      modification: 'SECMP0067',
      with: 'SECMP0065',
      class: 'same-words',
      provision: 'g3-28-a',
      reasons,
    };
    const resolution = { kind: 'merged-text', from, to: merged };
    expect(await play.try('cinderpath', resolveConflict, { ...settling, resolution })).toMatchObject({
      ok: false,
      rejection: { code: 'wrong-actor' },
    });
    await play.do('code-administrator', resolveConflict, { ...settling, resolution });
    expect(await play.conflicts()).toMatchObject({
      open: 0,
      conflicts: [{ resolutions: [{ by: 'Code Administrator', resolution }] }],
    });
    expect(after((await play.pending('G3.28(a)')).at(-1)?.behind ?? null)).toBe(merged.text);

    await play.to('2018-10-24T09:00:00Z');
    await play.vote('SECMP0065');
    await play.to('2018-11-08T09:00:00Z');
    const implemented = await play.do('code-administrator', implementModification, { modification: 'SECMP0065' });
    expect(implemented.others.map(({ modification, rebased }) => [modification, rebased])).toEqual([
      ['SECMP0067', true],
      ['SECMP0069', true],
      ['SECMP0070', true],
    ]);
    expect(await play.conflicts()).toMatchObject({ open: 0, conflicts: [], stuck: [] });
    const legal = await play.do('ssc-chair', showLegalText, { modification: 'SECMP0067' });
    expect(legal).toMatchObject({
      revision: 2,
      over: { kind: 'modification', reference: 'SECMP0065' },
      draftedAgainst: { label: implemented.published },
      amendments: [{ kind: 'substitute', target: 'g3-28-a', from: to, to: merged }],
    });

    await play.vote('SECMP0067');
    const voted = await play.do('ssc-chair', showModification, { modification: 'SECMP0067' });
    expect(voted.ballots).toMatchObject([{ text: { revision: 2, against: implemented.published, current: true } }]);

    expect(await play.pending('G3.28(b)')).toMatchObject([
      { modification: 'SECMP0069', day: null, awaiting: ['first-smets1-enrolment'] },
      { modification: 'SECMP0070', day: null },
    ]);
    await play.to('2018-12-06T09:00:00Z');
    const citation = { source: 'Smart Metering Inventory', clause: null, certainty: 'illustrative', note: 'ours' };
    const fact = { kind: 'first-smets1-enrolment', effectiveOn: '2018-12-03', citation };
    await play.do('code-administrator', recordFact, fact);
    expect(await play.pending('G3.28(b)')).toMatchObject([
      { modification: 'SECMP0069', day: day('2018-12-03'), awaiting: [] },
      { modification: 'SECMP0070', day: day('2019-01-02'), awaiting: [] },
    ]);
    await play.do('code-administrator', implementModification, { modification: 'SECMP0067' });
    const text = await play.do('ssc-chair', showText, { instrument: 'sec', reference: 'G3.28(a)', on: '2018-12-06' });
    expect(text.provisions[0]?.text).toBe(merged.text);
    const still = await play.do('ssc-chair', showText, { instrument: 'sec', reference: 'G3.28(a)', on: '2018-12-05' });
    expect(still.provisions[0]?.text).toBe(to.text);
  });
});

test('a text that nobody settled is not implemented, the refusal names who can, and it goes on once they have', async () => {
  await withCase(async (play) => {
    await play.raise('SECMP0065', seed.proposal.legalText);
    await play.raise('SECMP0067', [replaced('g3-28-a', from.text, '; and', '; or')], {
      kind: 'on',
      day: day('2018-11-08'),
    });
    await play.prepare('SECMP0065', 'SECMP0067');
    await play.to('2018-10-24T09:00:00Z');
    await play.vote('SECMP0065');
    await play.vote('SECMP0067');
    await play.to('2018-11-08T09:00:00Z');
    const first = await play.do('code-administrator', implementModification, { modification: 'SECMP0065' });
    expect(first.others).toMatchObject([{ modification: 'SECMP0067', rebased: false }]);
    expect(await play.conflicts()).toMatchObject({ stuck: [{ modification: 'SECMP0067', over: first.published }] });
    expect(await play.try('code-administrator', implementModification, { modification: 'SECMP0067' })).toMatchObject({
      ok: false,
      rejection: {
        code: 'conflict-unsettled',
        unblock: [{ who: seed.proposal.proposer.name }, { who: 'the Code Administrator' }],
      },
    });
    const resolution = { kind: 'merged-text', from, to: { heading: null, text: `${words}, or` } };
    const settling = {
      modification: 'SECMP0067',
      with: 'SECMP0065',
      class: 'same-words',
      provision: 'g3-28-a',
      reasons,
    };
    const elsewhere = { ...settling, provision: 'g3-28-b', resolution };
    expect(await play.try('code-administrator', resolveConflict, elsewhere)).toMatchObject({
      ok: false,
      rejection: { code: 'input-invalid', place: { field: 'provision' } },
    });
    const settled = await play.do('code-administrator', resolveConflict, { ...settling, resolution });
    expect(settled.legalText).toMatchObject({ revision: 2, against: first.published });
    expect(settled.ballots).toMatchObject([{ text: { revision: 1, current: false } }]);
    expect(await play.conflicts()).toMatchObject({ open: 0, stuck: [] });
    await play.do('code-administrator', implementModification, { modification: 'SECMP0067' });
    const asked = { instrument: 'sec', reference: 'G3.28(a)', on: '2018-11-08' };
    expect((await play.do('ssc-chair', showText, asked)).provisions[0]?.text).toBe(`${words}, or`);
  });
});

test('a designation takes its label in the same sequence and maps open texts and versions that take effect after it', async () => {
  await withCase(async (play) => {
    await play.raise('SECMP0067', [replaced('g3-28-a', from.text, '; and', '; or')], {
      kind: 'on',
      day: day('2018-11-08'),
    });
    const designate = (inForceFrom: string, amendments: readonly Amendment[]) =>
      play.do('code-administrator', designateVersion, {
        instrument: 'sec',
        inForceFrom,
        source: 'A minister',
        amendments,
      });
    const later = await designate('2019-02-01', [replaced('g3-28-a', from.text, 'installed', 'put in')]);
    expect(later).toMatchObject({ labels: ['5.24'], others: [{ modification: 'SECMP0067', rebased: true }] });
    // its day is before it is published, and before that of the version before it
    const past = await designate('2018-10-04', [replaced('g3-28-a', from.text, 'designed', 'drawn')]);
    expect(past).toMatchObject({ labels: ['5.25'], others: [{ rebased: true }] });
    const on = async (at: string) =>
      (await play.do('ssc-chair', showText, { instrument: 'sec', reference: 'G3.28(a)', on: at })).provisions[0]?.text;
    expect(await on('2018-10-05')).toContain('drawn, installed');
    expect(await on('2019-02-01')).toContain('drawn, put in');
    const legal = await play.do('ssc-chair', showLegalText, { modification: 'SECMP0067' });
    expect(legal).toMatchObject({ revision: 3, draftedAgainst: { label: '5.24' } });
    expect(after(legal.blocks)).toContain('drawn, put in');
    expect(
      await play.try('ssc-chair', designateVersion, {
        instrument: 'sec',
        inForceFrom: '2019-03-01',
        source: 'x',
        amendments: [],
      }),
    ).toMatchObject({
      ok: false,
      rejection: { code: 'wrong-actor' },
    });
  });
});

test('a designation that expires is undone on its day, with what was made meanwhile kept', async () => {
  await withCase(async (play) => {
    const designate = (inForceFrom: string, until: string | null, find: string, by: string) =>
      play.do('code-administrator', designateVersion, {
        instrument: 'sec',
        inForceFrom,
        until,
        source: 'A minister',
        amendments: [replaced('g3-28-a', from.text, find, by)],
      });
    expect(await designate('2018-11-01', '2019-03-01', 'designed', 'drawn')).toMatchObject({
      labels: ['5.24', '5.25'],
    });
    expect(await designate('2018-10-10', null, 'installed', 'put in')).toMatchObject({ labels: ['5.26'] });
    const on = async (at: string) =>
      (await play.do('ssc-chair', showText, { instrument: 'sec', reference: 'G3.28(a)', on: at })).provisions[0]?.text;
    expect(await on('2018-10-31')).toContain('designed, put in');
    expect(await on('2019-02-28')).toContain('drawn, put in');
    expect(await on('2019-03-01')).toContain('designed, put in');
  });
});

test('the proposer drafts anew until the report is handed in, and then no more', async () => {
  await withCase(async (play) => {
    await play.raise('SECMP0067', [replaced('g3-28-a', from.text, '; and', '; or')]);
    const drafted = {
      modification: 'SECMP0067',
      against: '5.23',
      amendments: [replaced('g3-28-a', from.text, '; and', ';')],
    };
    expect(await play.try('cinderpath', draftLegalText, drafted)).toMatchObject({
      ok: false,
      rejection: { code: 'wrong-actor' },
    });
    const view = await play.do('ssc-chair', draftLegalText, drafted);
    expect(view).toMatchObject({ legalText: { revision: 2, against: '5.23', over: null } });
    const unfit = { ...drafted, amendments: [replaced('g3-28-a', 'and', 'and', 'or')] };
    expect(await play.try('ssc-chair', draftLegalText, unfit)).toMatchObject({
      ok: false,
      rejection: { code: 'text-does-not-apply', place: { field: 'amendments' } },
    });
    await play.to('2018-10-09T09:00:00Z');
    await play.do('code-administrator', submitPaper, { modification: 'SECMP0067', step: 'report' });
    expect(await play.try('ssc-chair', draftLegalText, drafted)).toMatchObject({
      ok: false,
      rejection: { code: 'too-late', citation: { source: 'SEC' } },
    });
  });
});
