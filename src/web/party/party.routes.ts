import type { Hono } from 'hono';
import { listDuties } from '../../app/obligation/list-duties.ts';
import { listParties } from '../../app/party/list-parties.ts';
import { showParty } from '../../app/party/show-party.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { partyJudgements } from '../obligation/party-judgements.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site } from '../site.ts';
import { partiesPage } from './parties.page.ts';
import { partyPage } from './party.page.ts';

/** The parties of the record, and what binds each on a day. */
export function partyRoutes(app: Hono<Env>, site: Site): void {
  app.get('/parties', async (c) => {
    const parties = await ask(c.get('view'), listParties, {});
    if (!parties.ok) return refusePage(c, parties.rejection);
    const rules = await site.ports.rulebooks.current('sec');
    return show(c, partiesPage(c.get('view'), parties.value.parties, rules));
  });
  app.get('/parties/:id', async (c) => {
    const view = c.get('view');
    const party = c.req.param('id');
    const on = c.req.query('on')?.trim() || formatDay(view.today);
    const shown = await ask(view, showParty, { party });
    if (!shown.ok) return refusePage(c, shown.rejection);
    const duties = await ask(view, listDuties, { party, on });
    if (!duties.ok) return refusePage(c, duties.rejection);
    return show(c, partyPage(view, shown.value, duties.value, await partyJudgements(view, party)));
  });
}
