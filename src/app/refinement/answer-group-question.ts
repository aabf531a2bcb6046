import { z } from 'zod';
import { actOnProposal, modificationField, SIGNED_IN } from '../modification/proposals.ts';
import { modificationViewSchema } from '../modification/view.schema.ts';
import { operation } from '../operation.ts';

/** Records what the Working Group answers to a question of its terms of reference; a later answer stands. */
export const answerGroupQuestion = operation({
  name: 'answer-group-question',
  room: 'refinement',
  kind: 'write',
  summary: 'Records what the Working Group answers to a question of its terms of reference; a later answer stands.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    question: z.string().min(1).meta({ description: 'Question by its number: 1.' }),
    answer: z.string().min(1),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'answer-group-question', ...asked }),
});
