import { z } from 'zod';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Another takes on a modification that was withdrawn, in the time that the process gives: it goes on as theirs. */
export const adoptProposal = operation({
  name: 'adopt-proposal',
  room: 'modification',
  kind: 'write',
  summary: 'Takes on a modification that its proposer withdrew: it goes on where it was, with the new proposer.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    party: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'Party by id that adopts it; left out, that of the person who asks.' }),
    reasons: z.string().default(''),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, party, reasons }) =>
    actOnProposal(context, modification, { type: 'adopt-proposal', party, reasons }),
});
