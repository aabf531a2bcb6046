import type { Hono } from 'hono';
import { attachFile } from '../../app/consultation/attach-file.ts';
import { discardResponse } from '../../app/consultation/discard-response.ts';
import { removeFile } from '../../app/consultation/remove-file.ts';
import { saveResponse } from '../../app/consultation/save-response.ts';
import { showOwnResponse } from '../../app/consultation/show-own-response.ts';
import { respond } from '../../app/modification/respond.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { leaveDone } from '../requests.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type WebContext } from '../site.ts';
import { sentFile } from '../upload/upload-form.ts';
import { RESPONSE_FORM, responsePage } from './response.page.ts';

const PATH = '/modifications/:id/consultations/:step/response';

/** The form of a response: whatever button is pressed, what was written is saved first, so that nothing is lost. */
export function responseRoutes(app: Hono<Env>): void {
  app.get(PATH, (c) => formPage(c, c.req.query('party') || null));
  app.post(PATH, async (c) => {
    const fields = await fieldsOf(c);
    const party = fields.one('party');
    const about = { modification: c.req.param('id'), step: c.req.param('step'), party };
    const wanted = fields.one('do') ?? 'save';
    const back = `${c.req.path}${party === c.get('actor').party ? '' : `?party=${encodeURIComponent(party ?? '')}`}`;
    const view = c.get('view');
    const revision = Number(fields.one('revision') ?? 0);
    if (wanted === 'discard') {
      const discarded = await ask(view, discardResponse, { ...about, revision });
      if (!discarded.ok) return again(c, party, fields.entered, discarded.rejection);
      leaveDone(c, 'The draft is discarded.');
      return c.redirect(back.replace(/\/response(\?.*)?$/, ''), 303);
    }
    const { answers, confidential, parties } = fields;
    const saved = await ask(view, saveResponse, { ...about, revision, answers, confidential, parties });
    if (!saved.ok) return again(c, party, fields.entered, saved.rejection);
    if (wanted === 'attach') {
      const sent = await sentFile(c);
      if ('rejection' in sent) return again(c, party, {}, sent.rejection);
      const file = Buffer.from(sent.file.bytes).toString('base64');
      const sealed = fields.one('sealed-file') === 'true';
      const added = await ask(view, attachFile, { ...about, fileName: sent.file.fileName, file, confidential: sealed });
      if (!added.ok) return again(c, party, {}, added.rejection);
      leaveDone(c, `${added.value.name} is added, and the draft is saved.`);
      return c.redirect(`${back}#files`, 303);
    }
    if (wanted.startsWith('remove:')) {
      const removed = await ask(view, removeFile, { ...about, attachment: wanted.slice('remove:'.length) });
      if (!removed.ok) return again(c, party, {}, removed.rejection);
      leaveDone(c, 'The file is taken away, and the draft is saved.');
      return c.redirect(`${back}#files`, 303);
    }
    if (wanted !== 'send') {
      leaveDone(c, 'The draft is saved. It is not sent.');
      return c.redirect(back, 303);
    }
    const own = await ask(view, showOwnResponse, about);
    if (!own.ok) return refusePage(c, own.rejection);
    const attachments = [...fields.all('keep'), ...own.value.files.map((one) => one.id)];
    const version = Number(fields.one('version') ?? 1);
    const given = { answers, confidential, parties, attachments, version, replaces: fields.all('replaces') };
    const sent = await ask(view, respond, { ...about, ...given });
    if (!sent.ok) return again(c, party, {}, sent.rejection);
    const codes = sent.value.receipts.map(({ code }) => code).join(', ');
    leaveDone(c, `Your response is received${sent.value.late ? ', late' : ''}. Receipt: ${codes}`);
    return c.redirect(`${c.req.path.replace(/\/response$/, '')}`, 303);
  });
}

async function formPage(c: WebContext, party: string | null): Promise<Response> {
  const view = c.get('view');
  if (view.actor.role === 'public') return refusePage(c, rejection('not-signed-in', 'Who responds is signed in.'));
  const modification = c.req.param('id') ?? '';
  const own = await ask(view, showOwnResponse, { modification, step: c.req.param('step') ?? '', party });
  return own.ok ? show(c, responsePage(view, modification, own.value)) : refusePage(c, own.rejection);
}

/** The form once more, with why it was refused; what was written is in the draft, or is shown as it was entered. */
function again(
  c: WebContext,
  party: string | null,
  entered: Readonly<Record<string, readonly string[]>>,
  why: Rejection,
): Promise<Response> {
  c.set('view', { ...c.get('view'), refusal: { form: RESPONSE_FORM, entered, rejection: why } });
  return formPage(c, party);
}

async function fieldsOf(c: WebContext) {
  const body = await c.req.parseBody({ all: true });
  const all = (name: string): string[] => {
    const value = body[name];
    return (Array.isArray(value) ? value : [value]).filter(
      (one): one is string => typeof one === 'string' && one !== '',
    );
  };
  const entered: Record<string, readonly string[]> = {};
  const answers: Record<string, string> = {};
  for (const name of Object.keys(body).filter((one) => one.startsWith('answers.'))) {
    entered[name] = all(name);
    // a browser sends each end of a line as two characters
    answers[name.slice('answers.'.length)] = (all(name)[0] ?? '').replace(/\r\n/g, '\n');
  }
  return {
    all,
    one: (name: string) => all(name)[0] ?? null,
    entered,
    answers,
    confidential: all('confidential'),
    parties: all('parties'),
  };
}
