import { z } from 'zod';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Answers a comment of the critical friend, for whoever proposes. */
export const answerComment = operation({
  name: 'answer-comment',
  room: 'modification',
  kind: 'write',
  summary: 'Answers a comment of the critical friend, for whoever proposes; an answer given before is replaced.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    comment: z.string().min(1).meta({ description: 'Comment by number: 1.' }),
    text: z.string(),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, comment, text }) =>
    actOnProposal(context, modification, { type: 'answer-comment', comment, text }),
});
