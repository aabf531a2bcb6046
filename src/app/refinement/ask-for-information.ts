import { z } from 'zod';
import { actOnProposal, modificationField, SIGNED_IN } from '../modification/proposals.ts';
import { modificationViewSchema } from '../modification/view.schema.ts';
import { operation } from '../operation.ts';

/** Asks for information that an assessment needs; where the profile says so, its clock stops until it is given. */
export const askForInformation = operation({
  name: 'ask-for-information',
  room: 'refinement',
  kind: 'write',
  summary:
    'Asks for information that an assessment needs; where the profile says so, its clock stops until it is given.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    assessment: z.string().min(1).meta({ description: 'Assessment by id: preliminary-1.' }),
    question: z.string().min(1),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'ask-for-information', ...asked }),
});
