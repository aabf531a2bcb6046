import type { Hono } from 'hono';
import { checkDocument } from '../../app/text/check-document.ts';
import { importDocument } from '../../app/text/import-document.ts';
import { listInstruments } from '../../app/text/list-instruments.ts';
import { formatDay, writeDay } from '../../core/kernel/day.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { leaveDone } from '../requests.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site, type WebContext } from '../site.ts';
import { type HeldFile, HeldFiles } from '../upload/held-files.ts';
import { sentFile, textsOf } from '../upload/upload-form.ts';
import { importPage, importPreviewPage, type Taking } from './import.page.ts';

/** The Code Administrator's import: choose a file, see what becomes of it, store it. */
export function importRoutes(app: Hono<Env>, site: Site): void {
  const files = new HeldFiles(() => site.ports.random.id());
  app.get('/import', async (c) => {
    return mayImport(c) ?? formPage(c, takingOf(c.req.query()));
  });
  app.post('/import', async (c) => {
    const refused = mayImport(c);
    if (refused !== null) return refused;
    const [texts, sent] = [await textsOf(c), await sentFile(c)];
    const given = takingOf(texts);
    const { fresh = '' } = texts;
    const taking = { ...given, instrument: fresh === '' ? given.instrument : fresh };
    if ('rejection' in sent) return refusedForm(c, taking, texts, sent.rejection);
    if (taking.instrument === '') return refusedForm(c, taking, texts, NO_CODE);
    const checked = await ask(c.get('view'), checkDocument, inputOf(taking, sent.file));
    if (!checked.ok) return refusedForm(c, taking, texts, checked.rejection);
    const held = files.keep(c.get('binding'), sent.file);
    const { fileName } = sent.file;
    return show(c, importPreviewPage(c.get('view'), { fileName, held, taking, checked: checked.value }));
  });
  app.post('/import/confirm', async (c) => {
    const texts = await textsOf(c);
    const { held = '', label = '', anyway = '' } = texts;
    const taking = takingOf(texts);
    const { instrument } = taking;
    const stored = files.storedAs(c.get('binding'), held);
    if (stored !== null) {
      leaveDone(c, `It is stored already: ${stored} Nothing was stored a second time.`);
      return c.redirect(`/${encodeURIComponent(instrument)}`, 303);
    }
    const file = files.find(c.get('binding'), held);
    if (file === null) {
      const why = rejection('not-found', 'The file waits no more; choose it again.', { place: { field: 'file' } });
      return mayImport(c) ?? refusedForm(c, taking, {}, why);
    }
    const view = c.get('view');
    const checked = await ask(view, checkDocument, inputOf(taking, file));
    if (checked.ok && (checked.value.label ?? '') !== label) {
      // something else was stored since the preview: what is confirmed is what was seen
      return show(c, importPreviewPage(view, { fileName: file.fileName, held, taking, checked: checked.value }));
    }
    if (checked.ok && checked.value.names !== null && anyway !== 'true') {
      return show(
        c,
        importPreviewPage(view, { fileName: file.fileName, held, taking, checked: checked.value }, true),
        400,
      );
    }
    const taken = await ask(view, importDocument, inputOf(taking, file));
    if (!taken.ok) return mayImport(c) ?? refusedForm(c, taking, {}, taken.rejection);
    const { label: made, title, inForceFrom } = taken.value;
    const sentence = `${file.fileName} is version ${made} of the ${title}, in force from ${writeDay(inForceFrom)}.`;
    files.store(held, sentence);
    leaveDone(c, sentence);
    return c.redirect(`/${encodeURIComponent(instrument)}?on=${formatDay(inForceFrom)}`, 303);
  });
}

const NO_CODE = rejection('input-invalid', 'No code was chosen; expected one of the list, or the id of a new one.', {
  place: { field: 'instrument' },
});

function takingOf({
  instrument = '',
  document = '',
  asOf = '',
  madeBy = '',
}: Readonly<Record<string, string>>): Taking {
  return { instrument, document, asOf, madeBy };
}

function mayImport(c: WebContext): Promise<Response> | null {
  const { role } = c.get('actor');
  if (role === 'code-administrator') return null;
  const sentence = 'Documents are imported by the Code Administrator.';
  return refusePage(c, rejection(role === 'public' ? 'not-signed-in' : 'wrong-actor', sentence));
}

async function formPage(c: WebContext, taking: Taking): Promise<Response> {
  const instruments = await ask(c.get('view'), listInstruments, {});
  if (!instruments.ok) return refusePage(c, instruments.rejection);
  return show(c, importPage(c.get('view'), instruments.value, taking));
}

/** The form again, with why it was refused and what was entered; a file has to be chosen again. */
function refusedForm(
  c: WebContext,
  taking: Taking,
  texts: Readonly<Record<string, string>>,
  why: Rejection,
): Promise<Response> {
  const entered = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, [value]]));
  const place = why.place?.field === undefined ? { place: { ...why.place, field: 'file' } } : {};
  c.set('view', { ...c.get('view'), refusal: { form: 'import', entered, rejection: { ...why, ...place } } });
  return formPage(c, taking);
}

function inputOf({ instrument, document, asOf, madeBy }: Taking, { fileName, bytes }: HeldFile) {
  return {
    instrument,
    document: document === '' ? null : document,
    asOf: asOf === '' ? null : asOf,
    madeBy: madeBy === '' ? null : madeBy,
    fileName,
    file: Buffer.from(bytes).toString('base64'),
  };
}
