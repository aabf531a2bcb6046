import { z } from 'zod';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Whoever proposed an open modification takes it back. Where others may adopt it, it rests until they do or their time is over. */
export const withdrawProposal = operation({
  name: 'withdraw-proposal',
  room: 'modification',
  kind: 'write',
  summary:
    'Withdraws an open modification, for whoever proposed it, until it is decided; others may then adopt it where the process says so.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    reasons: z.string().default('').meta({ description: 'Why (required).' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, reasons }) =>
    actOnProposal(context, modification, { type: 'withdraw-proposal', reasons }),
});
