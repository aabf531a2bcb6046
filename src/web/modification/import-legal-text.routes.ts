import type { Hono } from 'hono';
import { z } from 'zod';
import { draftLegalText } from '../../app/modification/draft-legal-text.ts';
import { importLegalText } from '../../app/text/import-legal-text.ts';
import { showLegalText } from '../../app/text/show-legal-text.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { leaveDone } from '../requests.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site, type WebContext } from '../site.ts';
import { type HeldFile, HeldFiles } from '../upload/held-files.ts';
import { sentFile, textsOf } from '../upload/upload-form.ts';
import { countFor, unsettledIn } from './conflict-parts.ts';
import { importLegalTextPage, legalTextPreviewPage } from './import-legal-text.page.ts';

const PATH = '/modifications/:id/legal-text';

/** The legal text of a modification back from a Word file with tracked changes. */
export function importLegalTextRoutes(app: Hono<Env>, site: Site): void {
  const files = new HeldFiles(() => site.ports.random.id());
  app.get(`${PATH}/import`, (c) => notSignedIn(c) ?? formPage(c));
  app.post(`${PATH}/import`, async (c) => {
    const refused = notSignedIn(c);
    if (refused !== null) return refused;
    const sent = await sentFile(c);
    if ('rejection' in sent) return refusedForm(c, sent.rejection);
    const held = files.keep(c.get('binding'), sent.file);
    return preview(c, held, sent.file);
  });
  app.post(`${PATH}/import/confirm`, async (c) => {
    const view = c.get('view');
    const modification = c.req.param('id');
    const { held = '', against = '' } = await textsOf(c);
    const file = files.find(c.get('binding'), held);
    if (file === null) {
      const why = rejection('not-found', 'The file waits no more; choose it again.', { place: { field: 'file' } });
      return refusedForm(c, why);
    }
    const imported = await ask(view, importLegalText, inputOf(modification, file));
    if (!imported.ok) return refusedForm(c, imported.rejection);
    // re-based since the preview: what is confirmed is what was seen
    if (imported.value.against.label !== against) return preview(c, held, file);
    const { amendments } = z.encode(importLegalText.output, imported.value);
    const drafted = await ask(view, draftLegalText, { modification, against, amendments });
    if (!drafted.ok) return refusedForm(c, drafted.rejection);
    files.drop(held);
    leaveDone(c, `The changes of ${file.fileName} are the legal text.`);
    return c.redirect(`/modifications/${modification}/legal-text`, 303);
  });
}

async function preview(c: WebContext, held: string, file: HeldFile): Promise<Response> {
  const view = c.get('view');
  const modification = c.req.param('id') ?? '';
  const [text, imported] = [
    await ask(view, showLegalText, { modification }),
    await ask(view, importLegalText, inputOf(modification, file)),
  ];
  if (!text.ok) return refusePage(c, text.rejection);
  if (!imported.ok) return refusedForm(c, imported.rejection);
  const { title } = text.value;
  const { fileName } = file;
  const unsettled = unsettledIn(await countFor(view, modification));
  return show(
    c,
    legalTextPreviewPage(view, { modification, title, fileName, held, imported: imported.value, unsettled }),
  );
}

async function formPage(c: WebContext): Promise<Response> {
  const view = c.get('view');
  const modification = c.req.param('id') ?? '';
  const [text, count] = await Promise.all([ask(view, showLegalText, { modification }), countFor(view, modification)]);
  if (!text.ok) return refusePage(c, text.rejection);
  return show(c, importLegalTextPage(view, text.value, unsettledIn(count)));
}

/** The form again, with why it was refused; a file has to be chosen again. */
function refusedForm(c: WebContext, why: Rejection): Promise<Response> {
  const place = { ...why.place, field: 'file' };
  c.set('view', { ...c.get('view'), refusal: { form: 'import', entered: {}, rejection: { ...why, place } } });
  return formPage(c);
}

function notSignedIn(c: WebContext): Promise<Response> | null {
  if (c.get('actor').role !== 'public') return null;
  return refusePage(c, rejection('not-signed-in', 'Who brings a file is signed in.'));
}

function inputOf(modification: string, { fileName, bytes }: HeldFile) {
  return { modification, fileName, file: Buffer.from(bytes).toString('base64') };
}
