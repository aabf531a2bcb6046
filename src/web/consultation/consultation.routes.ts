import type { Hono } from 'hono';
import { z } from 'zod';
import { collateConsultation } from '../../app/consultation/collate-consultation.ts';
import { setQuestionnaire } from '../../app/consultation/set-questionnaire.ts';
import { showAttachment } from '../../app/consultation/show-attachment.ts';
import { showOwnResponse } from '../../app/consultation/show-own-response.ts';
import { showModification } from '../../app/modification/show-modification.ts';
import { listParties } from '../../app/party/list-parties.ts';
import { collationDocument } from '../../core/document/collation-paper.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { collationCsv } from '../../format/collation-csv.ts';
import { PAPER_FORMATS, renderPaper } from '../../format/paper.ts';
import { formFields, only } from '../act.ts';
import { PAPER_POLICY } from '../paper/paper.routes.ts';
import { leaveDone } from '../requests.ts';
import { missingPage, refusePage, show } from '../respond.ts';
import { ask, type Env, type Site, type WebContext } from '../site.ts';
import { consultationPage } from './consultation.page.ts';
import { fieldOnForm, QUESTIONNAIRE_FORM, questionnairePage, questionsOfFields } from './questionnaire.page.ts';
import { receiptRoutes } from './receipt.routes.ts';
import { responseRoutes } from './response.routes.ts';

/** Sets of responses: as everybody may read them, or as the reader may. */
const AUDIENCES = ['public', 'reader'] as const;

const PATH = '/modifications/:id/consultations/:step';

/** Consultations of a modification: what is asked and answered, one's own response, what can be taken out, and receipts. */
export function consultationRoutes(app: Hono<Env>, site: Site): void {
  receiptRoutes(app);
  responseRoutes(app);
  app.get(PATH, (c) => consultation(c));
  app.get(`${PATH}/questionnaire`, (c) => questionnaire(c));
  app.post(`${PATH}/questionnaire`, async (c) => {
    const fields = await formFields(c);
    const { id: modification, step } = c.req.param();
    const asked = {
      questions: questionsOfFields(fields),
      replaces: Number(only(fields, 'replaces') ?? 1),
      reasons: only(fields, 'reasons') ?? '',
    };
    const set = await ask(c.get('view'), setQuestionnaire, { modification, step, ...asked });
    if (!set.ok) {
      const entered: Record<string, string[]> = {};
      const field = set.rejection.place?.field ?? '';
      const onForm = fieldOnForm(fields, field);
      const sentence = set.rejection.sentence.replace(`${field}: `, () => `${onForm}: `);
      const why = onForm === field ? set.rejection : { ...set.rejection, sentence, place: { field: onForm } };
      for (const [name, value] of fields) entered[name] = [...(entered[name] ?? []), value];
      c.set('view', { ...c.get('view'), refusal: { form: QUESTIONNAIRE_FORM, entered, rejection: why } });
      return questionnaire(c);
    }
    leaveDone(c, 'The questions are set.');
    return c.redirect(`/modifications/${modification}`, 303);
  });
  app.get(`${PATH}/attachments/:attachment`, async (c) => {
    const { id: modification, attachment } = c.req.param();
    const shown = await ask(c.get('view'), showAttachment, { modification, attachment });
    if (!shown.ok) return refusePage(c, shown.rejection);
    const { name, mediaType, file } = shown.value;
    const plain = name.replace(/[^\w .-]/g, '_');
    c.header('Content-Disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`);
    c.header('Content-Type', mediaType);
    c.header('X-Content-Type-Options', 'nosniff');
    c.set('policy', "default-src 'none'; sandbox");
    return c.body(Uint8Array.from(file));
  });
  app.get(`${PATH}/:file{responses\\.[a-z]+}`, async (c) => {
    const { id: modification, step, file } = c.req.param();
    const end = file.split('.')[1] ?? '';
    const set = c.req.query('set') ?? 'reader';
    const audience = AUDIENCES.find((one) => one === set);
    if (audience === undefined) {
      const sentence = `set is "${set.slice(0, 40)}"; expected one of ${AUDIENCES.join(', ')}, or none.`;
      return refusePage(c, rejection('input-invalid', sentence, { place: { field: 'set' } }));
    }
    const collated = await ask(c.get('view'), collateConsultation, { modification, step, audience });
    if (!collated.ok) return refusePage(c, collated.rejection);
    const name = `${modification}-${step}-responses${audience === 'public' ? '-public' : ''}.${end}`;
    c.header('Content-Disposition', `${end === 'html' ? 'inline' : 'attachment'}; filename="${name}"`);
    if (end === 'csv') return c.body(collationCsv(collated.value), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
    if (end === 'json') return c.json(z.encode(collateConsultation.output, collated.value));
    const format = PAPER_FORMATS.find((one) => one === end);
    if (format === undefined) return missingPage(c);
    const paper = await renderPaper(collationDocument(collated.value, dayOfInstant(site.ports.clock.now())), format);
    if (format === 'html') c.set('policy', PAPER_POLICY);
    return c.body(Uint8Array.from(paper.bytes), 200, { 'Content-Type': paper.mediaType });
  });
}

async function consultation(c: WebContext): Promise<Response> {
  const view = c.get('view');
  const [modification, step] = [c.req.param('id') ?? '', c.req.param('step') ?? ''];
  const [collated, shown] = await Promise.all([
    ask(view, collateConsultation, { modification, step }),
    ask(view, showModification, { modification }),
  ]);
  if (!collated.ok) return refusePage(c, collated.rejection);
  if (!shown.ok) return refusePage(c, shown.rejection);
  const held = shown.value.consultations.find((one) => one.step === step);
  const own = view.actor.party === undefined ? null : await ask(view, showOwnResponse, { modification, step });
  const recorder = view.actor.role === 'code-administrator' && shown.value.status === 'open';
  const parties = recorder ? await ask(view, listParties, {}) : null;
  const answered = new Set(collated.value.responses.map((one) => one.party));
  const without = parties?.ok === true ? parties.value.parties.filter((one) => !answered.has(one.id)) : [];
  return show(
    c,
    consultationPage(view, {
      collation: collated.value,
      own: own?.ok === true ? own.value : null,
      extendedBy: held?.extendedBy ?? [],
      recordable: without.map(({ id, name }) => ({ value: id, title: name })),
    }),
  );
}

async function questionnaire(c: WebContext): Promise<Response> {
  const view = c.get('view');
  const [modification, step] = [c.req.param('id') ?? '', c.req.param('step') ?? ''];
  const shown = await ask(view, showModification, { modification });
  if (!shown.ok) return refusePage(c, shown.rejection);
  const at = shown.value.questionnaires.find((one) => one.step === step);
  return at === undefined ? missingPage(c) : show(c, questionnairePage(view, modification, at));
}
