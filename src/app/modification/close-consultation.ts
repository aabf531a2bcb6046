import { z } from 'zod';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN, stepField } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Closes a consultation whose time has run out; normally the clock does. */
export const closeConsultation = operation({
  name: 'close-consultation',
  room: 'modification',
  kind: 'write',
  summary: 'Closes a consultation whose time has run out; normally the clock does.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'close-consultation', ...asked }),
});
