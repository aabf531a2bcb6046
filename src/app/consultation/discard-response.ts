import { z } from 'zod';
import { modificationField, SIGNED_IN, stepField } from '../modification/proposals.ts';
import { done, operation, refuse } from '../operation.ts';
import { partyField, responseDraftChanged } from './response-fields.ts';
import { ownConsultation } from './response-owner.ts';

/** Drops the draft of a response with its files; what was sent stays. */
export const discardResponse = operation({
  name: 'discard-response',
  room: 'consultation',
  kind: 'write',
  summary: 'Drops the draft of a response with its files; what was sent stays.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    party: partyField,
    revision: z.int().nonnegative().meta({ description: 'The revision seen last; 0 where files alone were added.' }),
  }),
  output: z.strictObject({ discarded: z.boolean() }),
  run: async (context, { modification, step, party, revision }) => {
    const own = await ownConsultation(context, { modification, step, party });
    if (!own.ok) return own;
    const drafts = context.ports.store.responseDrafts;
    const found = await drafts.read(own.value.key);
    if ((found?.revision ?? 0) !== revision) return refuse(responseDraftChanged(found, revision));
    await drafts.discard(own.value.key);
    return done({ discarded: found !== null });
  },
});
