import { z } from 'zod';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { done, operation } from '../operation.ts';
import { alsoOpenSchema, revisionField } from './draft.schema.ts';
import { readAsDrafter } from './drafts.ts';
import { modificationField, SIGNED_IN } from './proposals.ts';

/** Says that someone still has a working draft open, and learns who else has and whether it was saved meanwhile. */
export const keepDraftOpen = operation({
  name: 'keep-draft-open',
  room: 'modification',
  kind: 'write',
  summary: 'Says that a window has the working draft open, and tells which others have and at which revision it is.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    window: z.string().min(1).max(60).meta({ description: 'Tells windows apart; chosen by the window.' }),
    leaving: z.boolean().default(false).meta({ description: 'Whether the window closes.' }),
  }),
  output: z.strictObject({
    revision: revisionField,
    by: z.string().nullable().meta({ description: 'Who saved, discarded or put it forward last.' }),
    at: instantSchema.nullable(),
    alsoOpen: z.array(alsoOpenSchema),
  }),
  run: async (context, { modification, window, leaving }) => {
    const may = await readAsDrafter(context, modification);
    if (!may.ok) return may;
    const { drafts } = context.ports.store;
    const { id, name } = context.actor;
    if (leaving) await drafts.closed(modification, window);
    const all = leaving ? [] : await drafts.opened(modification, { id, name, window });
    const others = all.filter((one) => one.window !== window);
    const kept = await drafts.read(modification);
    return done({
      revision: kept?.revision ?? 0,
      by: kept?.by.name ?? null,
      at: kept?.at ?? null,
      alsoOpen: others.map((one) => ({ name: one.name, own: one.id === id, since: one.since })),
    });
  },
});
