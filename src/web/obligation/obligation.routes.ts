import type { Hono } from 'hono';
import { listObligations } from '../../app/obligation/list-obligations.ts';
import { showCoverage } from '../../app/obligation/show-coverage.ts';
import { showObligation } from '../../app/obligation/show-obligation.ts';
import { listParties } from '../../app/party/list-parties.ts';
import { inputOfFields } from '../fields.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env } from '../site.ts';
import { askedOf } from './asked.ts';
import { coveragePage } from './coverage.page.ts';
import { obligationPage } from './obligation.page.ts';
import { FILTERS, type Filters, obligationsPage } from './obligations.page.ts';

/** The code seen by obligation: `/obligations`, `/obligations/coverage`, `/obligations/secure-smets1-systems`. */
export function obligationRoutes(app: Hono<Env>): void {
  app.get('/obligations', async (c) => {
    const view = c.get('view');
    const asked = askedOf(c);
    const given = FILTERS.map((name) => [name, c.req.query(name)?.trim() ?? ''] as const);
    const filters: Filters = Object.fromEntries(given.filter(([, value]) => value !== ''));
    const input = inputOfFields(listObligations.input, Object.entries(filters));
    const listed = await ask(view, listObligations, { ...input, on: asked.on, knownAt: asked.knownAt });
    if (!listed.ok) return refusePage(c, listed.rejection);
    return show(c, obligationsPage(view, { ...asked, onDay: listed.value.on }, filters, listed.value));
  });
  app.get('/obligations/coverage', async (c) => {
    const view = c.get('view');
    const asked = askedOf(c);
    const shown = await ask(view, showCoverage, { on: asked.on, knownAt: asked.knownAt });
    if (!shown.ok) return refusePage(c, shown.rejection);
    return show(c, coveragePage(view, { ...asked, onDay: shown.value.on }, shown.value));
  });
  app.get('/obligations/:id', async (c) => {
    const view = c.get('view');
    const asked = askedOf(c);
    const [shown, parties] = await Promise.all([
      ask(view, showObligation, { obligation: c.req.param('id'), on: asked.on, knownAt: asked.knownAt }),
      ask(view, listParties, {}),
    ]);
    if (!shown.ok) return refusePage(c, shown.rejection);
    const known = parties.ok ? parties.value.parties : [];
    return show(c, obligationPage(view, { ...asked, onDay: shown.value.on }, shown.value, known));
  });
}
