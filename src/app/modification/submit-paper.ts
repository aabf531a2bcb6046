import { z } from 'zod';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Hands in a paper that the process waits for: the report to the Panel, the report with the responses. */
export const submitPaper = operation({
  name: 'submit-paper',
  room: 'modification',
  kind: 'write',
  summary: 'Hands in a paper that the process waits for: the report to the Panel, the report with the responses.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: z.string().min(1).meta({ description: 'Step of the profile by id: report.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'submit-paper', ...asked }),
});
