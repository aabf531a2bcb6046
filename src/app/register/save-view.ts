import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { SIGNED_IN } from '../modification/proposals.ts';
import { done, operation, refuse } from '../operation.ts';
import { pageField, plainQuery, savedViewSchema, shownView } from './saved-view.ts';

/** Keeps a question about the register under a name, for oneself or for everybody. */
export const saveView = operation({
  name: 'save-view',
  room: 'register',
  kind: 'write',
  summary:
    'Saves a view of the register or the board under a name, for oneself or for everybody; no part of the record.',
  roles: SIGNED_IN,
  input: z.strictObject({
    title: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .meta({ description: 'Its name; one of your own of that name is replaced.' }),
    page: pageField.default('register'),
    query: z.string().max(2000).meta({ description: 'As in the address of the page: status=open&sort=title.' }),
    shared: z.boolean().default(false).meta({ description: 'Whether everybody sees it.' }),
  }),
  output: savedViewSchema,
  run: async ({ ports, actor }, { title, page, query, shared }) => {
    const plain = plainQuery(page, query);
    if (plain === '') {
      const sentence = 'query: nothing is asked that a view could keep; choose something first, such as status=open';
      return refuse(rejection('input-invalid', sentence, { place: { field: 'query' } }));
    }
    const by = { id: actor.id, name: actor.name };
    await ports.store.views.keep({ id: ports.random.id(), title, page, query: plain, shared, by });
    const kept = (await ports.store.views.list(actor.id)).find(
      (one) => one.by.id === actor.id && one.page === page && one.title === title,
    );
    if (kept === undefined) return refuse(rejection('not-found', `The view "${title}" was removed meanwhile.`));
    return done(shownView(kept, actor));
  },
});
