import type { Hono } from 'hono';
import { draftMeetingPack } from '../../app/meeting/draft-meeting-pack.ts';
import { draftMeetingPaper } from '../../app/meeting/draft-meeting-paper.ts';
import { listMeetings } from '../../app/meeting/list-meetings.ts';
import { showMeeting } from '../../app/meeting/show-meeting.ts';
import { showMeetingPaper } from '../../app/meeting/show-meeting-paper.ts';
import { showMinutes } from '../../app/meeting/show-minutes.ts';
import { uploadPaper } from '../../app/meeting/upload-paper.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { PAPER_FORMATS, type PaperFile, renderPack, renderPaper } from '../../format/paper.ts';
import { inputOfFields } from '../fields.ts';
import { PAPER_POLICY } from '../paper/paper.routes.ts';
import { leaveDone } from '../requests.ts';
import { missingPage, refusePage, show } from '../respond.ts';
import { ask, type Env, type Site, type WebContext } from '../site.ts';
import { sentFile, textsOf } from '../upload/upload-form.ts';
import { meetingPage } from './meeting.page.ts';
import { meetingsPage } from './meetings.page.ts';
import { editMinutesPage } from './minutes.ts';

/** Meetings of all bodies, one meeting, and its papers as files. */
export function meetingRoutes(app: Hono<Env>, site: Site): void {
  app.get('/meetings', async (c) => {
    const listed = await ask(c.get('view'), listMeetings, {});
    if (!listed.ok) return refusePage(c, listed.rejection);
    const { bodies } = await site.ports.rulebooks.current('sec');
    const choices = bodies.map(({ id, title }) => ({ value: id, title }));
    return show(c, meetingsPage(c.get('view'), listed.value, choices));
  });
  app.get('/meetings/:id', (c) => meetingRoute(c));
  app.get('/meetings/:id/minutes', async (c) => {
    const meeting = c.req.param('id');
    const [shown, minutes] = await Promise.all([
      ask(c.get('view'), showMeeting, { meeting }),
      ask(c.get('view'), showMinutes, { meeting }),
    ]);
    if (!shown.ok) return refusePage(c, shown.rejection);
    if (!minutes.ok) return refusePage(c, minutes.rejection);
    const { version, items } = minutes.value;
    return show(c, editMinutesPage(c.get('view'), shown.value, version, items));
  });
  app.get('/meetings/:id/files/:file', (c) => fileRoute(c));
  app.get('/meetings/:id/papers/:sequence', (c) => paperRoute(c));
  app.post('/meetings/:id/papers', (c) => uploadRoute(c));
}

async function meetingRoute(c: WebContext): Promise<Response> {
  const shown = await ask(c.get('view'), showMeeting, { meeting: c.req.param('id') ?? '' });
  return shown.ok ? show(c, meetingPage(c.get('view'), shown.value)) : refusePage(c, shown.rejection);
}

const FILE = /^(agenda|minutes|pack|public-pack)\.([a-z]+)$/;

async function fileRoute(c: WebContext): Promise<Response> {
  const [, name, ending] = FILE.exec(c.req.param('file') ?? '') ?? [];
  const meeting = c.req.param('id') ?? '';
  const format = PAPER_FORMATS.find((one) => one === ending);
  if (name === undefined || format === undefined) return missingPage(c);
  if (name === 'agenda' || name === 'minutes') {
    const version = Number(c.req.query('version')) || null;
    const paper = await ask(c.get('view'), draftMeetingPaper, { meeting, paper: name, version });
    return paper.ok ? sendFile(c, await renderPaper(paper.value, format)) : refusePage(c, paper.rejection);
  }
  if (format !== 'pdf') return missingPage(c);
  const audience = name === 'pack' ? 'members' : 'public';
  const pack = await ask(c.get('view'), draftMeetingPack, { meeting, audience });
  return pack.ok ? sendFile(c, await renderPack(pack.value.pack, pack.value.files)) : refusePage(c, pack.rejection);
}

async function paperRoute(c: WebContext): Promise<Response> {
  const meeting = c.req.param('id') ?? '';
  const shown = await ask(c.get('view'), showMeeting, { meeting });
  if (!shown.ok) return refusePage(c, shown.rejection);
  const papers = shown.value.agenda.flatMap((item) => item.papers);
  const paper = papers.find(({ sequence }) => String(sequence) === c.req.param('sequence'));
  if (paper === undefined) return missingPage(c);
  const read = await ask(c.get('view'), showMeetingPaper, { meeting, paper: paper.number });
  if (!read.ok) return refusePage(c, read.rejection);
  const { document, file, fileName } = read.value;
  if (document !== null) return sendFile(c, { ...(await renderPaper(document, 'pdf')), fileName });
  return sendFile(c, { bytes: file ?? new Uint8Array(), mediaType: 'application/pdf', fileName }, true);
}

/** What somebody uploaded is never opened as a page of ours. */
function sendFile(c: WebContext, { bytes, mediaType, fileName }: PaperFile, foreign = false): Response {
  const isSaved = foreign || fileName.endsWith('.docx');
  c.header('Content-Disposition', `${isSaved ? 'attachment' : 'inline'}; filename="${fileName}"`);
  c.header('Content-Type', mediaType);
  if (fileName.endsWith('.html')) c.set('policy', PAPER_POLICY);
  return c.body(Uint8Array.from(bytes));
}

async function uploadRoute(c: WebContext): Promise<Response> {
  const meeting = c.req.param('id') ?? '';
  const [texts, sent] = [await textsOf(c), await sentFile(c)];
  if ('rejection' in sent) return refusedUpload(c, texts, sent.rejection);
  const { fileName, bytes } = sent.file;
  const file = Buffer.from(bytes).toString('base64');
  const given = inputOfFields(uploadPaper.input, Object.entries(texts));
  const tabled = await ask(c.get('view'), uploadPaper, { item: '', ...given, meeting, fileName, file });
  if (!tabled.ok) return refusedUpload(c, texts, tabled.rejection);
  leaveDone(c, `${fileName} is tabled as ${tabled.value.made}.`);
  return c.redirect(`/meetings/${encodeURIComponent(meeting)}#papers`, 303);
}

/** The page again, with why the file was refused and what was entered; a file has to be chosen again. */
function refusedUpload(c: WebContext, texts: Readonly<Record<string, string>>, why: Rejection): Promise<Response> {
  const entered = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, [value]]));
  const rejection = { ...why, place: { ...why.place, field: why.place?.field ?? 'file' } };
  c.set('view', { ...c.get('view'), refusal: { form: 'upload-paper', entered, rejection } });
  return meetingRoute(c);
}
