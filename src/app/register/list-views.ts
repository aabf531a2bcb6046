import { z } from 'zod';
import { done, operation } from '../operation.ts';
import { pageField, savedViewSchema, shownView } from './saved-view.ts';

/** The views that somebody can open: their own and the shared. */
export const listViews = operation({
  name: 'list-views',
  room: 'register',
  kind: 'read',
  summary: 'Lists saved views: your own, and those that are shared.',
  roles: 'anyone',
  input: z.strictObject({ page: pageField.nullable().default(null) }),
  output: z.strictObject({ views: z.array(savedViewSchema) }),
  run: async ({ ports, actor }, { page }) => {
    const views = await ports.store.views.list(actor.role === 'public' ? null : actor.id);
    const asked = views.filter((view) => page === null || view.page === page);
    return done({ views: asked.map((view) => shownView(view, actor)) });
  },
});
