import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import {
  checkAttachment,
  cleanFileName,
  MOST_ATTACHMENTS,
  packedParts,
} from '../../core/modification/consultation/attachment.ts';
import { modificationField, SIGNED_IN, stepField } from '../modification/proposals.ts';
import { done, operation, refuse } from '../operation.ts';
import { bytesSchema } from '../text/document-fields.ts';
import { attachmentSchema, partyField } from './response-fields.ts';
import { ownConsultation } from './response-owner.ts';
import { unpack } from './unpack.ts';

/** Adds a file to the draft of a response, if it is of a kind that is taken and nothing in it runs. */
export const attachFile = operation({
  name: 'attach-file',
  room: 'consultation',
  kind: 'write',
  summary: 'Adds a file to the draft of a response, checked by its name, its size, its form and for what would run.',
  roles: SIGNED_IN,
  takesFile: true,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    party: partyField,
    fileName: z.string().min(1).max(1000),
    file: bytesSchema,
    confidential: z.boolean().default(false).meta({ description: 'Whether only the Code Administrator reads it.' }),
  }),
  output: attachmentSchema,
  run: async (context, { modification, step, party, fileName, file, confidential }) => {
    const own = await ownConsultation(context, { modification, step, party });
    if (!own.ok) return own;
    const drafts = context.ports.store.responseDrafts;
    const place = { file: cleanFileName(fileName), field: 'file' };
    if ((await drafts.files(own.value.key)).length >= MOST_ATTACHMENTS) {
      const sentence = `The draft has ${MOST_ATTACHMENTS} files already, the most that go with a response.`;
      return refuse(rejection('input-invalid', sentence, { place }));
    }
    const unpacked: (string | null)[] = [];
    for (const part of packedParts(fileName, file)) unpacked.push(await unpack(part));
    const checked = checkAttachment(fileName, file, unpacked);
    if (!checked.ok) return refuse(rejection('input-invalid', checked.sentence, { place }));
    const about = { ...checked.value, bytes: file.length, sealed: confidential };
    const added = { id: context.ports.random.id(), ...about };
    await drafts.addFile(own.value.key, { ...added, body: Buffer.from(file).toString('base64') });
    return done(added);
  },
});
