import type { Hono } from 'hono';
import { draftResolution } from '../../app/modification/draft-resolution.ts';
import { listConflicts } from '../../app/modification/list-conflicts.ts';
import { resolveConflict } from '../../app/modification/resolve-conflict.ts';
import { showConflict } from '../../app/modification/show-conflict.ts';
import { showModification } from '../../app/modification/show-modification.ts';
import { runDecoded } from '../../app/run-operation.ts';
import { formFields, localPath, only, showAgain } from '../act.ts';
import { inputOfFields } from '../fields.ts';
import { leaveDone } from '../requests.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type WebContext } from '../site.ts';
import { conflictsPage, modificationConflictsPage } from './conflicts.page.ts';
import { type Previewed, settlePage } from './settle.page.ts';

/** Conflicts among open modifications: all of them, those of one, and the forms that settle one. */
export function conflictRoutes(app: Hono<Env>): void {
  app.get('/conflicts', async (c) => {
    const view = c.get('view');
    const listed = await ask(view, listConflicts, {});
    if (!listed.ok) return refusePage(c, listed.rejection);
    const given = (name: string) => c.req.query(name)?.trim() ?? '';
    const choice = {
      words: given('q'),
      kind: given('class'),
      document: given('document'),
      state: given('state') || 'unsettled',
      sort: given('sort') || 'document',
    };
    return show(c, conflictsPage(view, listed.value, choice));
  });
  app.get('/modifications/:id/conflicts', async (c) => {
    const view = c.get('view');
    const modification = c.req.param('id');
    const [shown, listed] = await Promise.all([
      ask(view, showModification, { modification }),
      ask(view, listConflicts, { modification }),
    ]);
    if (!shown.ok) return refusePage(c, shown.rejection);
    if (!listed.ok) return refusePage(c, listed.rejection);
    return show(c, modificationConflictsPage(shown.value, listed.value));
  });
  app.get('/modifications/:id/conflicts/settle', (c) => {
    const given = (name: string) => c.req.query(name)?.trim() ?? '';
    return settleRoute(c, { with: given('with'), class: given('class'), provision: given('provision') }, null);
  });
  app.post('/modifications/:id/conflicts/settle', (c) => settling(app, c));
}

async function settleRoute(
  c: WebContext,
  asked: { readonly with: string; readonly class: string; readonly provision: string },
  previewed: Previewed | null,
): Promise<Response> {
  const view = c.get('view');
  const input = { ...asked, modification: c.req.param('id') ?? '' };
  const shown = await runDecoded(showConflict, { ports: view.site.ports, actor: view.actor }, input);
  if (!shown.ok) return refusePage(c, shown.rejection);
  return show(c, settlePage(view, shown.value, previewed));
}

/** A form of words: drafted, and then either shown with what follows or recorded. */
async function settling(app: Hono<Env>, c: WebContext): Promise<Response> {
  const view = c.get('view');
  const caller = { ports: view.site.ports, actor: view.actor };
  const fields = await formFields(c);
  const own = fields.filter(([name]) => name !== 'reasons');
  const drafted = await runDecoded(draftResolution, caller, inputOfFields(draftResolution.input, own));
  if (!drafted.ok) return showAgain(app, c, fields, drafted.rejection);
  const preview = drafted.value;
  if (only(fields, '_do') !== 'record') {
    const given = (name: string) => only(fields, name) ?? '';
    const asked = { with: given('with'), class: given('class'), provision: given('provision') };
    return settleRoute(c, asked, { form: given('_form'), filled: new Map(fields), preview });
  }
  const { modification, with: other, class: kind, provision, resolution } = preview;
  const reasons = only(fields, 'reasons') ?? '';
  const record = { modification, with: other, class: kind, provision, resolution, reasons };
  const result = await runDecoded(resolveConflict, caller, record);
  if (!result.ok) return showAgain(app, c, fields, result.rejection);
  leaveDone(c, 'It is settled and recorded with your reasons.');
  return c.redirect(localPath(only(fields, '_back')), 303);
}
