import { z } from 'zod';
import { partsSchema } from '../../core/modification/proposal.schema.ts';
import { operation, refuse } from '../operation.ts';
import { revisionField } from './draft.schema.ts';
import { draftChanged, openDraftOf } from './drafts.ts';
import { actOnProposal, modificationField, SIGNED_IN } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Makes the working draft the legal text of its modification. */
export const putForwardDraft = operation({
  name: 'put-forward-draft',
  room: 'modification',
  kind: 'write',
  summary: 'Puts the working draft forward as the legal text of its modification.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    revision: revisionField,
    parts: partsSchema
      .nullable()
      .default(null)
      .meta({ description: 'How it is divided into parts that take effect by themselves; left out, it is not.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, revision, parts }) => {
    const opened = await openDraftOf(context, modification);
    if (!opened.ok) return opened;
    const { kept, version, amendments, proposal } = opened.value;
    if (kept === null || kept.state !== 'open' || kept.revision !== revision) {
      return refuse(draftChanged(kept, revision));
    }
    const division = parts && { parts };
    const drafted = { type: 'draft-legal-text', against: version.label, amendments, ...division } as const;
    const acted = await actOnProposal(context, modification, drafted);
    if (!acted.ok) return acted;
    const { id, name } = context.actor;
    const { revision: begunOn } = proposal.state.legalText;
    const set = { modification, against: version.label, amendments, begunOn, state: 'put-forward' as const };
    // whoever saved meanwhile keeps their draft: it is one on the text that was put forward just now
    await context.ports.store.drafts.keep({ ...set, by: { id, name } }, revision);
    return acted;
  },
});
