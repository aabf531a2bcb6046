import type { Hono } from 'hono';
import { listBodies } from '../../app/body/list-bodies.ts';
import { showBody } from '../../app/body/show-body.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site } from '../site.ts';
import { bodiesPage, bodyPage } from './body.page.ts';

/** The bodies of the code and who sits in them. */
export function bodyRoutes(app: Hono<Env>, site: Site): void {
  app.get('/bodies', async (c) => {
    const listed = await ask(c.get('view'), listBodies, {});
    return listed.ok ? show(c, bodiesPage(listed.value.bodies)) : refusePage(c, listed.rejection);
  });
  app.get('/bodies/:id', async (c) => {
    const view = c.get('view');
    const on = c.req.query('on')?.trim() || null;
    const shown = await ask(view, showBody, { body: c.req.param('id'), on });
    if (!shown.ok) return refusePage(c, shown.rejection);
    const accounts = view.actor.role === 'code-administrator' ? await site.accounts.list() : [];
    return show(c, bodyPage(view, shown.value, accounts));
  });
}
