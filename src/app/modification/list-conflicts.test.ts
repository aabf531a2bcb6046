import { expect, test } from 'vitest';
import { reasons, replaced, seed, seedWords, withCase } from '../../../test/support/play.ts';
import { conflictsText } from '../../cli/conflicts-text.ts';
import type { Amendment } from '../../core/code/amendment.ts';
import { designateVersion } from '../text/designate-version.ts';
import { listPending } from '../text/list-pending.ts';
import { listVersions } from '../text/list-versions.ts';
import { countConflicts } from './count-conflicts.ts';
import { resolveConflict } from './resolve-conflict.ts';
import { showConflict } from './show-conflict.ts';

const repealed: Amendment = {
  kind: 'repeal',
  at: { parent: 'g3', after: 'g3-26' },
  provision: {
    id: 'g3-27',
    kind: 'clause',
    number: 'G3.27',
    heading: null,
    text: seedWords('g3-27'),
    children: [],
  },
};
const numbered: Amendment = {
  kind: 'insert',
  at: { parent: 'g3-28', after: 'g3-28-a' },
  provision: { id: 'g3-28-x', kind: 'paragraph', number: '(c)', heading: null, text: 'other words;', children: [] },
};
const left = 'Not compared with SECMP0065 at G3.26, where it cannot be mapped over version 5.24.';

test('a text held up at one provision is compared at all others, and what is not compared is told', async () => {
  await withCase(async (play) => {
    await play.raise('SECMP0065', seed.proposal.legalText);
    const designated = await play.do('code-administrator', designateVersion, {
      instrument: 'sec',
      inForceFrom: '2018-10-10',
      source: 'A minister',
      amendments: [replaced('g3-26', seedWords('g3-26'), 'Each Supplier Party', 'Every Supplier Party')],
    });
    expect(designated).toMatchObject({ labels: ['5.24'], others: [{ modification: 'SECMP0065', rebased: false }] });
    await play.raise('SECMP0067', [
      replaced('g3-28-a', seedWords('g3-28-a'), '; and', '; or'),
      replaced('g3-26', seedWords('g3-26'), 'best endeavours', 'utmost'),
    ]);
    await play.raise('SECMP0068', [repealed, numbered]);

    const one = await play.conflicts({ modification: 'SECMP0067' });
    expect(one).toMatchObject({
      open: 1,
      conflicts: [{ class: 'same-words', reference: 'G3.28(a)', waits: { modification: 'SECMP0065' } }],
      stuck: [],
      notCompared: [{ modification: 'SECMP0065', over: '5.24', at: ['G3.26'], sentence: left }],
    });
    expect(one.conflicts[0]?.sides.map(({ modification }) => modification)).toEqual(['SECMP0065', 'SECMP0067']);
    const other = await play.conflicts({ modification: 'SECMP0068' });
    expect(other.conflicts.map((met) => [met.class, met.reference])).toEqual([
      ['repeal-against-edit', 'G3.27'],
      ['same-number', 'G3.28(c)'],
      ['broken-reference', 'G3.27'],
    ]);
    const first = await play.conflicts({ modification: 'SECMP0068', limit: 2 });
    const rest = await play.conflicts({ modification: 'SECMP0068', limit: 2, after: first.next });
    expect([...first.conflicts, ...rest.conflicts]).toEqual(other.conflicts);
    expect([first.conflicts.length, rest.next, rest.open]).toEqual([2, null, 3]);
    const pending = await play.do('ssc-chair', listPending, { instrument: 'sec' });
    const begun = await play.do('ssc-chair', listPending, { instrument: 'sec', limit: 1 });
    const others = await play.do('ssc-chair', listPending, { instrument: 'sec', after: begun.next });
    expect([...begun.provisions, ...others.provisions]).toEqual(pending.provisions);
    const versions = await play.do('ssc-chair', listVersions, { instrument: 'sec' });
    const early = await play.do('ssc-chair', listVersions, { instrument: 'sec', limit: 2 });
    const late = await play.do('ssc-chair', listVersions, { instrument: 'sec', after: early.next });
    expect([early.versions.length, [...early.versions, ...late.versions]]).toEqual([2, versions.versions]);
    expect(await play.try('ssc-chair', listVersions, { instrument: 'sec', after: first.next })).toMatchObject({
      rejection: { place: { field: 'after' } },
    });
    expect(await play.do('ssc-chair', countConflicts, { modification: 'SECMP0068' })).toMatchObject({
      unsettled: [
        { with: 'SECMP0065', class: 'repeal-against-edit' },
        { with: 'SECMP0065', class: 'same-number' },
        { with: 'SECMP0065', class: 'broken-reference' },
      ],
      stuckOver: null,
      notCompared: [{ sentence: left }],
    });
    expect(await play.conflicts()).toMatchObject({
      open: 4,
      stuck: [{ modification: 'SECMP0065', over: '5.24', clashes: [{ reference: 'G3.26' }] }],
      notCompared: [{ sentence: left.replace('Not compared with SECMP0065', 'SECMP0065 is not compared') }],
    });
    const printed = conflictsText(await play.conflicts({ modification: 'SECMP0065' }));
    expect(printed).toMatch(
      /SECMP0065 cannot be mapped over version 5\.24: .* Can be settled by .*the Code Administrator\./,
    );

    const asked = { modification: 'SECMP0067', with: 'SECMP0065', class: 'same-words', provision: 'g3-28-a' };
    const refused = {
      ok: false,
      rejection: {
        code: 'conflict-unsettled',
        sentence: 'SECMP0065 cannot be mapped over version 5.24, which has to be settled before.',
      },
    };
    expect(await play.try('ssc-chair', showConflict, asked)).toMatchObject(refused);
    const resolution = { kind: 'order', first: 'SECMP0065' };
    expect(await play.try('code-administrator', resolveConflict, { ...asked, reasons, resolution })).toMatchObject(
      refused,
    );
    expect((await play.pending('G3.28(a)')).map(({ modification }) => modification)).toEqual([
      'SECMP0065',
      'SECMP0067',
    ]);
  });
});
