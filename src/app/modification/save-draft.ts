import { z } from 'zod';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import { composeDraft, outsideOf } from '../../core/code/draft-part.ts';
import { versionLabelSchema } from '../../core/code/version.schema.ts';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { done, operation, refuse } from '../operation.ts';
import { draftChecksSchema, elsewhereField, partField, revisionField } from './draft.schema.ts';
import { checksOf } from './draft-checks.ts';
import { draftChanged, instructionsOf, openDraftOf } from './drafts.ts';
import { modificationField, SIGNED_IN } from './proposals.ts';

/**
 * Keeps a working draft, if it is still at the revision that the drafter has seen: of two who save, the second is asked.
 * The amendments are those of a part of the code, against the version; those of the draft outside it stay, unless others are given for them.
 */
export const saveDraft = operation({
  name: 'save-draft',
  room: 'modification',
  kind: 'write',
  summary: 'Keeps the working draft of a legal text, or of one part of it, if nobody else has saved meanwhile.',
  roles: SIGNED_IN,
  takesText: true,
  input: z.strictObject({
    modification: modificationField,
    revision: revisionField,
    against: versionLabelSchema.meta({ description: 'Label of the version that it amends: 5.23.' }),
    part: partField,
    amendments: z.array(amendmentSchema).meta({ description: 'Of the part, against the version.' }),
    outside: z.array(amendmentSchema).nullable().default(null).meta({
      description: 'Of what stands outside the part, against the version; left out, those of the draft stay.',
    }),
  }),
  output: z.strictObject({
    revision: revisionField,
    at: instantSchema,
    amendments: z.number().int().meta({ description: 'Of the whole draft.' }),
    elsewhere: elsewhereField,
    checks: draftChecksSchema,
  }),
  run: async (context, { modification, revision, against, part, amendments, outside }) => {
    const opened = await openDraftOf(context, modification);
    if (!opened.ok) return opened;
    const { version, drafted, kept, proposal, closed } = opened.value;
    if (closed !== null) return refuse(closed);
    if ((kept?.revision ?? 0) !== revision) return refuse(draftChanged(kept, revision));
    if (version.label !== against) {
      const sentence = `The draft is against version ${version.label} now, not against ${against}; open it again.`;
      return refuse(rejection('text-does-not-apply', sentence, { place: { field: 'against' } }));
    }
    const composed = composeDraft(version.text, drafted, part, amendments, outside);
    if (!composed.ok) {
      return refuse(rejection('text-does-not-apply', composed.fault, { place: { field: 'amendments' } }));
    }
    const { id, name } = context.actor;
    const begunOn = kept?.state === 'open' ? kept.begunOn : proposal.state.legalText.revision;
    const whole = { modification, against, amendments: composed.amendments, begunOn, state: 'open' as const };
    const result = await context.ports.store.drafts.keep({ ...whole, by: { id, name } }, revision);
    if (!result.ok) return refuse(draftChanged(result.found, revision));
    return done({
      revision: result.draft.revision,
      at: result.draft.at,
      amendments: composed.amendments.length,
      elsewhere: [...instructionsOf(version.text, outsideOf(version.text, composed.text, part))],
      checks: checksOf(opened.value, composed.amendments, composed.text),
    });
  },
});
