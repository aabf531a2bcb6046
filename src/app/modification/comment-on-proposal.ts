import { z } from 'zod';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Comments on a proposal as its critical friend, for its proposer to answer. */
export const commentOnProposal = operation({
  name: 'comment-on-proposal',
  room: 'modification',
  kind: 'write',
  summary: 'Comments on a proposal as its critical friend, for whom the process names, until its first report.',
  roles: SIGNED_IN,
  input: z.strictObject({ modification: modificationField, text: z.string() }),
  output: modificationViewSchema,
  run: async (context, { modification, text }) =>
    actOnProposal(context, modification, { type: 'comment-on-proposal', text }),
});
