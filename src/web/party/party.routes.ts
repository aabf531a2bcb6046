import type { Hono } from 'hono';
import { listDuties } from '../../app/obligation/list-duties.ts';
import { listFacts } from '../../app/party/list-facts.ts';
import { listParties } from '../../app/party/list-parties.ts';
import { showParty } from '../../app/party/show-party.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { partyJudgements } from '../obligation/party-judgements.ts';
import { endOfDay } from '../page/asked.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site } from '../site.ts';
import { subjectsOf } from './fact-form.ts';
import { factsPage } from './facts.page.ts';
import { partiesPage } from './parties.page.ts';
import { partyPage } from './party.page.ts';

/** How many facts a page shows at most. */
const MOST_FACTS = 200;

/** The parties of the record, the facts about them, and what binds each on a day. */
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
    const [duties, listed] = await Promise.all([ask(view, listDuties, { party, on }), ask(view, listParties, {})]);
    if (!duties.ok) return refusePage(c, duties.rejection);
    const others = listed.ok ? listed.value.parties.filter(({ id }) => id !== party) : [];
    const rules = await site.ports.rulebooks.current('sec');
    const choices = others.map(({ id, name }) => ({ value: id, title: name }));
    const judged = await partyJudgements(
      view,
      party,
      new Map([
        ...shown.value.groups.map(({ id, title }) => [id, title] as const),
        ...rules.obligations.map(({ id, title }) => [id, title] as const),
      ]),
    );
    return show(c, partyPage(view, shown.value, duties.value, judged, { others: choices, rules }));
  });
  app.get('/facts', async (c) => {
    const view = c.get('view');
    const given = (name: string) => c.req.query(name)?.trim() ?? '';
    const [kind, subject, knownAt] = [given('kind'), given('subject'), given('knownAt')];
    const state = given('state') === 'all' ? 'all' : 'standing';
    const code = given('code') || 'sec';
    const knownUntil = endOfDay(knownAt === '' ? null : knownAt);
    const [listed, parties] = await Promise.all([
      ask(view, listFacts, {
        code,
        kind: kind === '' ? null : kind,
        subject: subject === '' ? null : subject,
        state,
        knownAt: knownUntil,
        limit: MOST_FACTS,
      }),
      ask(view, listParties, {}),
    ]);
    if (!listed.ok) return refusePage(c, listed.rejection);
    const { factKinds } = await site.ports.rulebooks.current(code);
    const known = parties.ok ? parties.value.parties : [];
    const choices = known.map(({ id, name }) => ({ value: id, title: name }));
    return show(
      c,
      factsPage(view, { code, kind, subject, state, knownAt, correct: given('correct') }, listed.value, {
        parties: choices,
        subjects: subjectsOf(known),
        factKinds,
      }),
    );
  });
}
