import { z } from 'zod';
import { actOnProposal, modificationField, SIGNED_IN } from '../modification/proposals.ts';
import { modificationViewSchema } from '../modification/view.schema.ts';
import { operation } from '../operation.ts';

/** Requests an assessment of a modification from whoever runs the systems, with questions; its clock begins. */
export const requestAssessment = operation({
  name: 'request-assessment',
  room: 'refinement',
  kind: 'write',
  summary: 'Requests an assessment of a modification from whoever runs the systems, with questions; its clock begins.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    kind: z.string().min(1).meta({ description: 'Kind by id: preliminary, impact.' }),
    questions: z.array(z.string()),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'request-assessment', ...asked }),
});
