import { z } from 'zod';
import { actOnProposal, modificationField, SIGNED_IN } from '../modification/proposals.ts';
import { modificationViewSchema } from '../modification/view.schema.ts';
import { operation } from '../operation.ts';

/** Records the vote of a member of the Working Group on an alternative; with enough in favour it becomes a solution. */
export const voteOnAlternative = operation({
  name: 'vote-on-alternative',
  room: 'refinement',
  kind: 'write',
  summary:
    'Records the vote of a member of the Working Group on an alternative; with enough in favour it is a solution.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    alternative: z.string().min(1).meta({ description: 'Alternative by id: alternative-1.' }),
    member: z.string().min(1).nullable().default(null).meta({ description: 'Member by id; left out, yourself.' }),
    position: z.enum(['for', 'against']),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'vote-on-alternative', ...asked }),
});
