import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { SIGNED_IN } from '../modification/proposals.ts';
import { done, operation, refuse } from '../operation.ts';
import { mayRemove } from './saved-view.ts';

/** Removes a saved view: one's own, or a shared one by the Code Administrator. */
export const removeView = operation({
  name: 'remove-view',
  room: 'register',
  kind: 'write',
  summary: 'Removes a saved view: your own, or as the Code Administrator a shared one.',
  roles: SIGNED_IN,
  input: z.strictObject({ view: z.string().min(1).meta({ description: 'The view by id.' }) }),
  output: z.strictObject({ removed: z.string() }),
  run: async ({ ports, actor }, { view }) => {
    const found = await ports.store.views.read(view);
    // One that is somebody else's own is as if it were not there.
    if (found === null || (!found.shared && found.by.id !== actor.id)) {
      return refuse(rejection('not-found', 'There is no such view.', { place: { field: 'view' } }));
    }
    if (!mayRemove(found, actor)) {
      return refuse(
        rejection('wrong-actor', `The view "${found.title}" is removed by ${found.by.name} or the Code Administrator.`),
      );
    }
    await ports.store.views.remove(view);
    return done({ removed: found.title });
  },
});
