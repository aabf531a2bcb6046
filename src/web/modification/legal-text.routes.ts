import type { Hono } from 'hono';
import { z } from 'zod';
import { showObligationChanges } from '../../app/modification/show-obligation-changes.ts';
import { runDecoded } from '../../app/run-operation.ts';
import { exportLegalText } from '../../app/text/export-legal-text.ts';
import { showLegalText } from '../../app/text/show-legal-text.ts';
import { endOfDay } from '../page/asked.ts';
import { missingPage, refusePage, show } from '../respond.ts';
import { ask, type Env, type WebContext } from '../site.ts';
import { countFor, unsettledIn } from './conflict-parts.ts';
import { legalTextPage } from './legal-text.page.ts';

/** The legal text of a modification against a text that is chosen, each of its texts for ever, and its files. */
export function legalTextRoutes(app: Hono<Env>): void {
  app.get('/modifications/:id/legal-text', (c) => legalTextRoute(c, null));
  app.get('/modifications/:id/legal-text/:part', (c) => {
    const part = c.req.param('part');
    if (/^[1-9]\d{0,5}$/.test(part)) return legalTextRoute(c, Number(part));
    const format = FORMATS.get(part);
    return format === undefined ? missingPage(c) : fileRoute(c, format);
  });
}

const FORMATS: ReadonlyMap<string, string> = new Map([
  ['file.docx', 'docx'],
  ['file.akn.xml', 'akn'],
]);

async function legalTextRoute(c: WebContext, revision: number | null): Promise<Response> {
  const view = c.get('view');
  const modification = c.req.param('id') ?? '';
  const knownAt = endOfDay(c.req.query('knownAt')?.trim() || null);
  const compare = c.req.query('compare')?.trim() || 'base';
  const caller = { ports: view.site.ports, actor: view.actor };
  const [base, count] = await Promise.all([
    ask(view, showLegalText, { modification, revision, knownAt }),
    countFor(view, modification),
  ]);
  if (!base.ok) return refusePage(c, base.rejection);
  const text =
    compare === 'base' ? base : await runDecoded(showLegalText, caller, { modification, revision, compare, knownAt });
  if (c.req.query('format') === 'json') {
    return text.ok ? c.json(z.encode(showLegalText.output, text.value) as never) : refusePage(c, text.rejection);
  }
  const shown = text.ok ? { text: text.value, why: null } : { text: base.value, why: text.rejection.sentence };
  const read = revision === null ? await ask(view, showObligationChanges, { modification }) : null;
  const obligations = read?.ok ? read.value : null;
  return show(c, legalTextPage({ ...shown, compare, revision, unsettled: unsettledIn(count), obligations }));
}

async function fileRoute(c: WebContext, format: string): Promise<Response> {
  const file = await ask(c.get('view'), exportLegalText, { modification: c.req.param('id') ?? '', format });
  if (!file.ok) return refusePage(c, file.rejection);
  const { fileName, mediaType, bytes } = file.value;
  c.header('Content-Disposition', `attachment; filename="${fileName}"`);
  c.header('Content-Type', mediaType);
  return c.body(Uint8Array.from(bytes));
}
