import { z } from 'zod';
import { done, operation, refuse } from '../operation.ts';
import { draftViewSchema, revisionField } from './draft.schema.ts';
import { draftChanged, openDraftOf } from './drafts.ts';
import { modificationField, SIGNED_IN } from './proposals.ts';

/** Sets a working draft aside; the legal text stands as it was. Until another is begun it can be taken up again. */
export const discardDraft = operation({
  name: 'discard-draft',
  room: 'modification',
  kind: 'write',
  summary: 'Discards the working draft of a legal text; until another is begun it can be taken up again.',
  roles: SIGNED_IN,
  input: z.strictObject({ modification: modificationField, revision: revisionField }),
  output: z.strictObject({
    revision: revisionField,
    against: draftViewSchema.shape.against,
    amendments: draftViewSchema.shape.amendments.meta({ description: 'To save again is to undo.' }),
  }),
  run: async (context, { modification, revision }) => {
    const opened = await openDraftOf(context, modification);
    if (!opened.ok) return opened;
    const { kept } = opened.value;
    if (kept === null || kept.state !== 'open') return refuse(draftChanged(kept, revision));
    const { id, name } = context.actor;
    const { against, amendments, begunOn } = kept;
    const set = { modification, against, amendments, begunOn, state: 'discarded' as const, by: { id, name } };
    const result = await context.ports.store.drafts.keep(set, revision);
    if (!result.ok) return refuse(draftChanged(result.found, revision));
    return done({ revision: result.draft.revision, against, amendments: [...amendments] });
  },
});
