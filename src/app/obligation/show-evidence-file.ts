import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { done, operation, refuse } from '../operation.ts';
import { partyField } from '../party/estate.ts';
import { bytesSchema } from '../text/document-fields.ts';
import { readEvidence } from './read-evidence.ts';

/** The file of a piece of evidence, for those who may read it. */
export const showEvidenceFile = operation({
  name: 'show-evidence-file',
  room: 'obligation',
  kind: 'read',
  summary: 'Gives the file of a piece of evidence to those who may read it.',
  roles: 'anyone',
  input: z.strictObject({ party: partyField, evidence: z.string().min(1).meta({ description: 'Evidence by id.' }) }),
  output: z.strictObject({ name: z.string(), mediaType: z.string(), file: bytesSchema }),
  run: async (context, { party, evidence: id }) => {
    const read = await readEvidence(context, party);
    if (!read.ok) return read;
    const found = read.value.find((one) => one.id === id);
    const kept = found?.file == null ? null : await context.ports.store.confidential(found.file.id);
    if (found?.told?.file == null || kept === null) {
      return refuse(rejection('not-found', `"${id}" has no file.`, { place: { field: 'evidence' } }));
    }
    const { name, mediaType } = found.told.file;
    return done({ name, mediaType, file: new Uint8Array(Buffer.from(kept.body, 'base64')) });
  },
});
