import type { Hono } from 'hono';
import { partToOpen, showDraft } from '../../app/modification/show-draft.ts';
import { showObligationChanges } from '../../app/modification/show-obligation-changes.ts';
import { countFor, unsettledIn } from '../modification/conflict-parts.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env } from '../site.ts';
import { draftPage, notDrafterPage } from './draft.page.ts';

/** The page on which a legal text is drafted. */
export function draftRoutes(app: Hono<Env>): void {
  app.get('/modifications/:id/draft', async (c) => {
    const view = c.get('view');
    const modification = c.req.param('id');
    const asked = c.req.query('part');
    const drafted = await ask(view, showDraft, { modification, part: asked || null });
    const unsettled = unsettledIn(await countFor(view, modification));
    if (!drafted.ok) {
      const { code } = drafted.rejection;
      const told = code === 'wrong-actor' || code === 'not-signed-in' || code === 'proposal-closed';
      return told
        ? show(c, notDrafterPage(view, modification, drafted.rejection, unsettled))
        : refusePage(c, drafted.rejection);
    }
    const part = partToOpen(drafted.value, asked);
    if (part !== null) return c.redirect(`/modifications/${modification}/draft?part=${part}`);
    const obligations = await ask(view, showObligationChanges, { modification, text: 'draft' });
    return show(c, draftPage(view, drafted.value, unsettled, obligations.ok ? obligations.value : null));
  });
}
