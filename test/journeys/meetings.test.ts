import { expect, test } from 'vitest';
import { addAgendaItem } from '../../src/app/meeting/add-agenda-item.ts';
import { approveMinutes } from '../../src/app/meeting/approve-minutes.ts';
import { draftMeetingPack } from '../../src/app/meeting/draft-meeting-pack.ts';
import { draftMeetingPaper } from '../../src/app/meeting/draft-meeting-paper.ts';
import { draftMinutes } from '../../src/app/meeting/draft-minutes.ts';
import { editMinutes } from '../../src/app/meeting/edit-minutes.ts';
import { holdMeeting } from '../../src/app/meeting/hold-meeting.ts';
import { issueMinutes } from '../../src/app/meeting/issue-minutes.ts';
import { issuePapers } from '../../src/app/meeting/issue-papers.ts';
import { placeAction } from '../../src/app/meeting/place-action.ts';
import { showMeeting } from '../../src/app/meeting/show-meeting.ts';
import { showMeetingPaper } from '../../src/app/meeting/show-meeting-paper.ts';
import { tablePaper } from '../../src/app/meeting/table-paper.ts';
import { uploadPaper } from '../../src/app/meeting/upload-paper.ts';
import { castVote } from '../../src/app/modification/cast-vote.ts';
import { openBallot } from '../../src/app/modification/open-ballot.ts';
import { operations } from '../../src/app/operations.ts';
import { playAct } from '../../src/app/record/play-act.ts';
import type { Document } from '../../src/core/document/block.ts';
import { textOf } from '../../src/core/document/text.ts';
import { day } from '../../src/core/kernel/day.ts';
import { renderPack, renderPaper } from '../../src/format/paper.ts';
import { readPdf } from '../conformance/support/read-pdf.ts';
import { type Play, seed, withCase } from '../support/play.ts';

const PANEL = 'panel-2018-10-12';
const NOVEMBER = 'panel-2018-11-09';
const BOARD = 'change-board-2018-10-24';

/** Plays the script of the case up to an instant. */
async function playUntil({ record }: Play, until: string): Promise<void> {
  for (const act of seed.acts.filter(({ at }) => at <= until && at > record.ports.clock.now())) {
    const played = await playAct(record.ports, operations, seed, act);
    if (!played.ok) throw new Error(played.rejection.sentence);
  }
}

/** A PDF of two pages that another program could have made. */
const FOREIGN = await renderPaper(
  {
    id: 'foreign',
    title: 'A paper from elsewhere',
    language: 'en-GB',
    dated: day('2018-10-05'),
    author: 'Somebody',
    notice: 'A test.',
    cover: { kicker: 'Elsewhere', title: 'A paper from elsewhere', blocks: [] },
    footer: [],
    contents: false,
    blocks: [{ kind: 'paragraph', runs: [{ kind: 'text', text: 'Its second page.' }] }],
  },
  'pdf',
);
const file = Buffer.from(FOREIGN.bytes).toString('base64');

test('the Panel of 12 October 2018 collects SECMP0065, binds its papers, and is minuted from the record', async () => {
  await withCase(async (play, record) => {
    const secretary = 'code-administrator';
    await playUntil(play, '2018-10-05T09:30:00Z');
    const before = await play.do(secretary, showMeeting, { meeting: PANEL });
    expect(before.agenda).toMatchObject([{ id: 'SECMP0065', origin: 'due', number: 1 }]);
    expect(before.agenda[0]?.asked.map(({ step }) => step)).toContain('progress');
    expect((await play.do(secretary, showMeeting, { meeting: BOARD })).agenda[0]?.asked).toMatchObject([
      { step: 'ballot' },
    ]);
    expect((await play.do(secretary, showMeeting, { meeting: NOVEMBER })).agenda).toEqual([]);

    // what it decides is tabled from the record with the number that the paper of 2018 bears, and late as it was
    await playUntil(play, '2018-10-09T10:30:00Z');
    const report = { meeting: PANEL, modification: 'SECMP0065', paper: 'initial-modification-report', sequence: 15 };
    expect(await play.do(secretary, tablePaper, report)).toMatchObject({ made: 'SECP 61_1210_15' });
    const secret = { meeting: PANEL, title: 'Costs of the service', confidential: true };
    await play.do(secretary, addAgendaItem, secret);
    const uploaded = { meeting: PANEL, item: 'costs-of-the-service', fileName: 'costs.pdf', file, access: 'members' };
    expect(await play.do(secretary, uploadPaper, uploaded)).toMatchObject({ made: 'SECP 61_1210_16' });
    const open = await play.try(secretary, uploadPaper, { ...uploaded, access: 'public' });
    expect(open.ok ? '' : open.rejection.sentence).toContain('members only');
    const notes = Buffer.from('notes').toString('base64');
    const broken = await play.try(secretary, uploadPaper, { ...uploaded, file: notes });
    expect(broken.ok ? '' : broken.rejection.sentence).toBe(
      'costs.pdf cannot be a paper: it is no PDF by its first bytes',
    );
    await play.do(secretary, issuePapers, { meeting: PANEL });
    const issued = await play.do(secretary, showMeeting, { meeting: PANEL });
    expect(issued.agenda[0]?.papers).toMatchObject([{ number: 'SECP 61_1210_15', late: true }]);

    // a reader neither reads what is for members nor finds it in the public pack
    const closed = await play.try('nobody', showMeetingPaper, { meeting: PANEL, paper: 'SECP 61_1210_16' });
    expect(closed.ok ? '' : closed.rejection.code).toBe('wrong-actor');
    const members = await play.do('panel-chair', draftMeetingPack, { meeting: PANEL, audience: 'members' });
    expect(members.pack.parts.map(({ bookmark }) => bookmark)).toEqual([
      'SECP 61_1210_15 SECMP0065: Stage 01: Initial Modification Report',
      'SECP 61_1210_16 costs',
    ]);
    const bundle = await renderPack(members.pack, members.files);
    const read = await readPdf(bundle.bytes);
    expect(read.outline).toEqual(['Agenda', ...members.pack.parts.map(({ bookmark }) => bookmark)]);
    expect(read.marked).toBe(true);
    expect(read.pages.at(-1)?.furniture).toContain(`Page ${read.pages.length} of ${read.pages.length}`);
    expect(await renderPack(members.pack, members.files)).toEqual(bundle);
    const publicPack = await play.do('nobody', draftMeetingPack, { meeting: PANEL, audience: 'public' });
    expect(publicPack.files).toEqual([]);
    expect(JSON.stringify(publicPack.pack.cover)).toContain('SECP 61_1210_16 For members only');
    expect(publicPack.pack.parts).toHaveLength(1);

    // held, and minuted from what the record holds of the day
    await playUntil(play, '2018-10-12T11:00:00Z');
    const attendance = [
      { name: 'Panel Chair', presence: 'present' },
      { name: 'A guest', presence: 'attending' },
    ];
    await play.do(secretary, holdMeeting, { meeting: PANEL, attendance, carried: ['costs-of-the-service'] });
    const action = { meeting: PANEL, what: 'ask for the agreement of the Authority', owner: 'Code Administrator' };
    await play.do(secretary, placeAction, { ...action, due: '2018-10-15', item: 'SECMP0065' });
    await play.do(secretary, draftMinutes, { meeting: PANEL });
    const words = { SECMP0065: 'The Panel heard the proposer.', 'costs-of-the-service': 'The secret sum was named.' };
    await play.do(secretary, editMinutes, { meeting: PANEL, words });
    const unread = await play.try('nobody', draftMeetingPaper, { meeting: PANEL, paper: 'minutes' });
    expect(unread.ok).toBe(false);
    await play.do(secretary, issueMinutes, { meeting: PANEL });
    const minutes = textOf(await play.do('nobody', draftMeetingPaper, { meeting: PANEL, paper: 'minutes' }));
    expect(minutes).toContain('The Panel heard the proposer.');
    expect(minutes).toContain('Agreed, decided by the Panel');
    expect(minutes).toContain('Carried over to the next meeting.');
    expect(minutes).not.toContain('secret sum');
    const forMembers = await play.do('panel-chair', draftMeetingPaper, { meeting: PANEL, paper: 'minutes' });
    expect(textOf(forMembers)).toContain('The secret sum was named.');
    expect(forMembers.footer).toContain('For members only');
    expect(await wordsOfPdf(forMembers)).toContain('The secret sum was named.');
    const first = await play.do('panel-chair', draftMeetingPaper, { meeting: PANEL, paper: 'minutes', version: 1 });
    expect(textOf(first)).not.toContain('The Panel heard the proposer.');

    // the next meeting approves them, asks for the action and deals with what was carried over
    const next = await play.do(secretary, showMeeting, { meeting: NOVEMBER });
    expect(next.agenda.map(({ id, origin }) => [id, origin])).toEqual([
      [`minutes-${PANEL}`, 'minutes'],
      ['actions', 'actions'],
      ['costs-of-the-service', 'carried'],
    ]);
    const early = await play.try(secretary, approveMinutes, { meeting: PANEL, at: NOVEMBER });
    expect(early.ok ? '' : early.rejection.sentence).toContain('still to come');
    expect(await record.store.verify()).toMatchObject({ ok: true });
  });
});

test('a vote that is open at a meeting never reads as a decision in its minutes', async () => {
  await withCase(async (play) => {
    const secretary = 'code-administrator';
    await playUntil(play, '2018-10-22T12:00:00Z');
    await play.do(secretary, issuePapers, { meeting: BOARD });
    await play.to('2018-10-24T10:00:00+01:00');
    await play.do(secretary, openBallot, { modification: 'SECMP0065', step: 'ballot' });
    const vote = { modification: 'SECMP0065', step: 'ballot', position: 'approve', reasons: 'Objective (g).' };
    await play.do('seat-large-supplier-1', castVote, vote);
    const attendance = [{ name: 'Large Supplier member 1', seat: 'large-supplier-1', presence: 'present' }];
    await play.do(secretary, holdMeeting, { meeting: BOARD, attendance });
    await play.do(secretary, draftMinutes, { meeting: BOARD });
    const draft = textOf(await play.do(secretary, draftMeetingPaper, { meeting: BOARD, paper: 'minutes' }));
    expect(draft).toContain('the vote was open until');
    expect(draft).not.toMatch(/outcome “/);
    expect(draft).not.toContain('Objective (g)');
  });
});

/** What a paper says as a PDF. */
async function wordsOfPdf(paper: Document): Promise<string> {
  return (await readPdf((await renderPaper(paper, 'pdf')).bytes)).words;
}
