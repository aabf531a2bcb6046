import { z } from 'zod';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN, stepField } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Takes back the vote of a seat before the ballot closes, where the rules let a vote be changed. */
export const withdrawVote = operation({
  name: 'withdraw-vote',
  room: 'modification',
  kind: 'write',
  summary: 'Takes back the vote of a seat before the ballot closes, where the rules let a vote be changed.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    seat: z.string().min(1).nullable().default(null).meta({ description: 'Seat or Party by id; left out, your own.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'withdraw-vote', ...asked }),
});
