import type { Hono } from 'hono';
import { listDuties } from '../../app/obligation/list-duties.ts';
import { listEvidence } from '../../app/obligation/list-evidence.ts';
import { recordEvidence } from '../../app/obligation/record-evidence.ts';
import { showEvidenceFile } from '../../app/obligation/show-evidence-file.ts';
import { addDays, formatDay } from '../../core/kernel/day.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { leaveDone } from '../requests.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type WebContext } from '../site.ts';
import { sentFile, textsOf } from '../upload/upload-form.ts';
import { EVIDENCE_FORM, evidencePage } from './evidence.page.ts';

const YEAR = 365;

/** What shows that a party meets its duties, for who may read it, and the form by which a person records it. */
export function evidenceRoutes(app: Hono<Env>): void {
  app.get('/parties/:id/evidence', (c) => page(c));
  app.post('/parties/:id/evidence', async (c) => {
    const texts = await textsOf(c);
    const [obligation, subject, of] = placeOf(texts.place ?? '');
    const sent = await sentFile(c);
    const body = await c.req.parseBody();
    const hasFile = body.file instanceof File && body.file.size > 0;
    if (hasFile && 'rejection' in sent) return again(c, texts, sent.rejection);
    const attached =
      hasFile && 'file' in sent
        ? { fileName: sent.file.fileName, file: Buffer.from(sent.file.bytes).toString('base64') }
        : {};
    const { title = '', note = '', shows } = texts;
    const input = { party: c.req.param('id'), obligation, subject, of, title, note, ...attached };
    const recorded = await ask(c.get('view'), recordEvidence, { ...input, ...(shows ? { shows } : {}) });
    if (!recorded.ok) return again(c, texts, recorded.rejection);
    leaveDone(c, `“${title}” is recorded.`);
    return c.redirect(c.req.path, 303);
  });
  app.get('/parties/:id/evidence/:evidence', async (c) => {
    const { id: party, evidence } = c.req.param();
    const shown = await ask(c.get('view'), showEvidenceFile, { party, evidence });
    if (!shown.ok) return refusePage(c, shown.rejection);
    const { name, mediaType, file } = shown.value;
    const plain = name.replace(/[^\w .-]/g, '_');
    c.header('Content-Disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`);
    c.header('Content-Type', mediaType);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cache-Control', 'private, no-store');
    c.set('policy', "default-src 'none'; sandbox");
    return c.body(Uint8Array.from(file));
  });
}

async function page(c: WebContext): Promise<Response> {
  const view = c.get('view');
  const party = c.req.param('id') ?? '';
  const listed = await ask(view, listEvidence, { party });
  if (!listed.ok) return refusePage(c, listed.rejection);
  const [from, to] = [formatDay(addDays(view.today, -YEAR)), formatDay(addDays(view.today, YEAR))];
  const duties = await ask(view, listDuties, { party, from, to });
  return duties.ok
    ? show(c, evidencePage(view, duties.value, listed.value.evidence, c.req.query('place') ?? null))
    : refusePage(c, duties.rejection);
}

function again(c: WebContext, texts: Readonly<Record<string, string>>, why: Rejection): Promise<Response> {
  const entered = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, [value]]));
  c.set('view', { ...c.get('view'), refusal: { form: EVIDENCE_FORM, entered, rejection: placed(why) } });
  return page(c);
}

/** The form asks for a duty, its systems and its due day in one field. */
function placed(why: Rejection): Rejection {
  const field = why.place?.field ?? '';
  if (!['obligation', 'subject', 'of'].includes(field)) return why;
  return rejection(why.code, why.sentence, { ...why, place: { field: 'place' } });
}

function placeOf(text: string): readonly [string, string | null, string | null] {
  try {
    const [obligation, subject, of] = JSON.parse(text) as unknown[];
    const orNull = (value: unknown) => (typeof value === 'string' ? value : null);
    return [String(obligation ?? ''), orNull(subject), orNull(of)];
  } catch {
    return ['', null, null];
  }
}
