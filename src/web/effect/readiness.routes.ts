import type { Hono } from 'hono';
import { showReadiness } from '../../app/effect/show-readiness.ts';
import { listParties } from '../../app/party/list-parties.ts';
import { inputOfFields } from '../fields.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site } from '../site.ts';
import { readinessPage } from './readiness.page.ts';

/** From which day duties can be shown to be met: `/obligations/readiness`. */
export function readinessRoutes(app: Hono<Env>, site: Site): void {
  app.get('/obligations/readiness', async (c) => {
    const view = c.get('view');
    const fields = [...new URL(c.req.url).searchParams.entries()];
    const report = await ask(view, showReadiness, inputOfFields(showReadiness.input, fields));
    if (!report.ok) return refusePage(c, report.rejection);
    const { factKinds, instruments } = await site.ports.rulebooks.current('sec');
    const parties = await ask(view, listParties, {});
    if (!parties.ok) return refusePage(c, parties.rejection);
    return show(
      c,
      readinessPage(view, {
        report: report.value,
        factKinds,
        parties: parties.value.parties.map(({ id, name }) => ({ id, name })),
        instruments: new Map(instruments.map((one) => [one.id, one.shortTitle])),
        fields: new Map(fields),
      }),
    );
  });
}
