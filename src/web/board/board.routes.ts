import type { Hono } from 'hono';
import { listViews } from '../../app/register/list-views.ts';
import { showBoard } from '../../app/register/show-board.ts';
import { inputOfFields } from '../fields.ts';
import { viewsPart } from '../register/views-part.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site } from '../site.ts';
import { askedOf, boardPage, queryOf } from './board.page.ts';

/** The board of open modifications. */
export function boardRoutes(app: Hono<Env>, site: Site): void {
  app.get('/board', async (c) => {
    const view = c.get('view');
    const asked = askedOf(new URL(c.req.url).searchParams);
    const { as: _, ...fields } = asked;
    const [board, views, { bodies }] = await Promise.all([
      ask(view, showBoard, inputOfFields(showBoard.input, Object.entries(fields))),
      ask(view, listViews, { page: 'board' }),
      site.ports.rulebooks.current('sec'),
    ]);
    if (!board.ok) return refusePage(c, board.rejection);
    const holders = [
      { value: '', title: 'anybody' },
      ...(view.session === null ? [] : [{ value: 'me', title: 'me' }]),
      ...bodies.map(({ id, inSentence }) => ({ value: id, title: inSentence })),
      { value: 'proposer', title: 'the Proposer' },
    ];
    const saved = viewsPart(view, 'board', views.ok ? views.value.views : [], queryOf(asked));
    return show(c, boardPage(view, board.value, { asked, holders, views: saved }));
  });
}
