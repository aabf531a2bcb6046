import type { Hono } from 'hono';
import { listParties } from '../../app/party/list-parties.ts';
import { showAlternative } from '../../app/refinement/show-alternative.ts';
import { showRefinement } from '../../app/refinement/show-refinement.ts';
import { countFor, unsettledIn } from '../modification/conflict-parts.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env } from '../site.ts';
import { alternativePage } from './alternative.page.ts';
import { refinementPage } from './refinement.page.ts';

/** How a modification is refined. */
export function refinementRoutes(app: Hono<Env>): void {
  app.get('/modifications/:id/refinement', async (c) => {
    const view = c.get('view');
    const modification = c.req.param('id');
    const [shown, listed, count] = await Promise.all([
      ask(view, showRefinement, { modification }),
      ask(view, listParties, {}),
      countFor(view, modification),
    ]);
    if (!shown.ok) return refusePage(c, shown.rejection);
    const parties = listed.ok ? listed.value.parties : [];
    return show(c, refinementPage(view, { refinement: shown.value, parties, unsettled: unsettledIn(count) }));
  });
  app.get('/modifications/:id/refinement/:alternative', async (c) => {
    const view = c.get('view');
    const { id: modification, alternative } = c.req.param();
    const [shown, count] = await Promise.all([
      ask(view, showAlternative, { modification, alternative }),
      countFor(view, modification),
    ]);
    return shown.ok ? show(c, alternativePage(shown.value, unsettledIn(count))) : refusePage(c, shown.rejection);
  });
}
