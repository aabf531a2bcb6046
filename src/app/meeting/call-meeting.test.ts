import { expect, test } from 'vitest';
import { type Play, withCase } from '../../../test/support/play.ts';
import { showLog } from '../record/show-log.ts';
import { addAgendaItem } from './add-agenda-item.ts';
import { callMeeting } from './call-meeting.ts';
import { draftMeetingPack } from './draft-meeting-pack.ts';
import { moveMeeting } from './move-meeting.ts';
import { showMeeting } from './show-meeting.ts';
import { uploadPaper } from './upload-paper.ts';

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R/Size 4>>
%%EOF`;
const file = Buffer.from(PDF).toString('base64');
const secretary = 'code-administrator';
const code = 'sec';
const SATURDAY = 'panel-2018-10-27';

async function called(play: Play) {
  await play.to('2018-10-09T09:00:00.000Z');
  const answer = await play.do(secretary, callMeeting, { code, body: 'panel', day: '2018-10-27' });
  const item = { meeting: SATURDAY, title: 'Budget' };
  const added = await play.do(secretary, addAgendaItem, item);
  return { answer, item: String(added.made ?? 'budget') };
}

test('a meeting on a day that is no Working Day, or off the calendar of the body, is called with a warning', () =>
  withCase(async (play) => {
    const { answer } = await called(play);
    expect(answer.warnings[0]).toBe('27 October 2018 is not a Working Day.');
    expect((await play.do(secretary, showMeeting, { meeting: SATURDAY })).warnings).toEqual(answer.warnings);
    const usual = await play.do(secretary, showMeeting, { meeting: 'change-board-2018-10-24' });
    expect(usual.warnings).toEqual([]);
    const off = await play.do(secretary, callMeeting, { code, body: 'change-board', day: '2018-10-25' });
    expect(off.warnings).toEqual(['25 October 2018 is not on the meeting calendar of the body.']);
  }));

test('a meeting without a number is told how to get one, gets it, and then takes papers', () =>
  withCase(async (play) => {
    const { item } = await called(play);
    const upload = { meeting: SATURDAY, item, fileName: 'a.pdf', file };
    const refused = await play.try(secretary, uploadPaper, upload);
    expect(refused).toMatchObject({ ok: false, rejection: { sentence: expect.stringContaining('move-meeting') } });
    const time = { day: '2018-10-27', startsAt: '10:00', place: 'London', paperDay: '2018-10-19' };
    const numbered = { meeting: SATURDAY, ...time, number: 62, reasons: 'The Panel counts it.' };
    await play.do(secretary, moveMeeting, numbered);
    expect(await play.do(secretary, showMeeting, { meeting: SATURDAY })).toMatchObject({ number: 62 });
    expect((await play.do(secretary, uploadPaper, upload)).made).toContain('62');
    const other = await play.try(secretary, moveMeeting, { ...numbered, number: 63 });
    expect(other).toMatchObject({ ok: false, rejection: { place: { field: 'number' } } });
  }));

test('title and file name of a paper for members are told to members alone, and file names are cleaned', () =>
  withCase(async (play) => {
    await play.to('2018-10-09T09:00:00.000Z');
    const meeting = 'panel-2018-10-12';
    const item = (await play.do(secretary, addAgendaItem, { meeting, title: 'Budget' })).made ?? 'budget';
    const given = { meeting, item, file, access: 'members', title: 'Pay of Ann Other' };
    await play.do(secretary, uploadPaper, { ...given, fileName: '../pay-of\u202e-ann.pdf' });
    const stream = `meeting/${meeting}`;
    const seenBy = async (account: string) =>
      JSON.stringify([
        await play.do(account, showMeeting, { meeting }),
        await play.do(account, showLog, { stream }),
        (await play.do(account, draftMeetingPack, { meeting })).pack,
      ]);
    const seen = await seenBy('harrowbeck');
    expect(seen).toContain('For members only');
    expect(seen).not.toMatch(/Ann Other|-ann/);
    const own = await seenBy(secretary);
    expect(own).toContain('Pay of Ann Other');
    expect(own).toContain('-ann.pdf');
    expect(own).not.toMatch(/\.\.\/|\u202e/);
    expect(JSON.stringify((await play.do(secretary, draftMeetingPack, { meeting })).pack)).not.toContain('Ann Other');
  }));
