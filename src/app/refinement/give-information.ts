import { z } from 'zod';
import { actOnProposal, modificationField, SIGNED_IN } from '../modification/proposals.ts';
import { modificationViewSchema } from '../modification/view.schema.ts';
import { operation } from '../operation.ts';

/** Gives the information that an assessment needs; its clock goes on. */
export const giveInformation = operation({
  name: 'give-information',
  room: 'refinement',
  kind: 'write',
  summary: 'Gives the information that an assessment needs; its clock goes on.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    assessment: z.string().min(1).meta({ description: 'Assessment by id: preliminary-1.' }),
    request: z.string().min(1).meta({ description: 'Request for information by its number: 1.' }),
    answer: z.string().min(1),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'give-information', ...asked }),
});
