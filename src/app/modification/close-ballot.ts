import { z } from 'zod';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN, stepField } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Closes a ballot in which every seat has voted; at its closing time the clock does. */
export const closeBallot = operation({
  name: 'close-ballot',
  room: 'modification',
  kind: 'write',
  summary: 'Closes a ballot in which every seat has voted; at its closing time the clock does.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'close-ballot', ...asked }),
});
