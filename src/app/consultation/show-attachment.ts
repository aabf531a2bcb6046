import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { modificationField, readProposal } from '../modification/proposals.ts';
import { done, operation, refuse } from '../operation.ts';
import { bytesSchema } from '../text/document-fields.ts';
import { isPublished, mayReadWhole, readContent } from './responses.ts';

/** A file of a response, for those who may read it: its party, the Code Administrator, and everybody once it is published. */
export const showAttachment = operation({
  name: 'show-attachment',
  room: 'consultation',
  kind: 'read',
  summary: 'Gives a file of a response to those who may read it.',
  roles: 'anyone',
  input: z.strictObject({
    modification: modificationField,
    attachment: z.string().min(1).meta({ description: 'The file by id.' }),
  }),
  output: z.strictObject({ name: z.string(), mediaType: z.string(), file: bytesSchema }),
  run: async (context, { modification, attachment }) => {
    const read = await readProposal(context, modification, null);
    if (!read.ok) return read;
    const { state, rules } = read.value;
    for (const step of rules.profile.steps) {
      const held = state.consultations[step.id];
      if (held === undefined) continue;
      for (const response of [...held.responses, ...held.replaced]) {
        const reference = response.attachments?.find((one) => one.id === attachment);
        if (reference === undefined) continue;
        const isLast = held.responses.includes(response);
        const everybody = isLast && !reference.sealed && isPublished(step, state);
        if (!everybody && !mayReadWhole(context.actor, response)) continue;
        const content = await readContent(context.ports, response, reference.sealed ? 'sealed' : 'open');
        const told = content?.attachments.find((one) => one.id === attachment);
        const kept = await context.ports.store.confidential(attachment);
        if (told === undefined || kept === null) break;
        return done({
          name: told.name,
          mediaType: told.mediaType,
          file: new Uint8Array(Buffer.from(kept.body, 'base64')),
        });
      }
    }
    // whether there is such a file is not told to whoever may not read it
    return refuse(rejection('not-found', `${modification} has no file "${attachment}" that you may read.`));
  },
});
