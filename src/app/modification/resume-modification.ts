import { z } from 'zod';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Takes a modification off hold; each clock that stood still goes on with the Working Days that it had left. */
export const resumeModification = operation({
  name: 'resume-modification',
  room: 'modification',
  kind: 'write',
  summary: 'Takes a modification off hold; each clock goes on with the Working Days that it had left.',
  roles: SIGNED_IN,
  input: z.strictObject({ modification: modificationField, reasons: z.string().default('') }),
  output: modificationViewSchema,
  run: async (context, { modification, reasons }) =>
    actOnProposal(context, modification, { type: 'resume-modification', reasons }),
});
