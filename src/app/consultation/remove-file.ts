import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { modificationField, SIGNED_IN, stepField } from '../modification/proposals.ts';
import { done, operation, refuse } from '../operation.ts';
import { partyField } from './response-fields.ts';
import { ownConsultation } from './response-owner.ts';

/** Takes a file away from the draft of a response. */
export const removeFile = operation({
  name: 'remove-file',
  room: 'consultation',
  kind: 'write',
  summary: 'Takes a file away from the draft of a response.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    party: partyField,
    attachment: z.string().min(1).meta({ description: 'The file by id.' }),
  }),
  output: z.strictObject({ attachment: z.string() }),
  run: async (context, { modification, step, party, attachment }) => {
    const own = await ownConsultation(context, { modification, step, party });
    if (!own.ok) return own;
    const removed = await context.ports.store.responseDrafts.removeFile(own.value.key, attachment);
    if (!removed) return refuse(rejection('not-found', `The draft has no file "${attachment}".`));
    return done({ attachment });
  },
});
