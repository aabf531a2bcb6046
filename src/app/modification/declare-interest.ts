import { z } from 'zod';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN, stepField } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Declares a voter's interest in a ballot, so that the voter is out of it. */
export const declareInterest = operation({
  name: 'declare-interest',
  room: 'modification',
  kind: 'write',
  summary: 'Declares an interest before voting, which takes the voter out of the ballot.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    seat: z.string().min(1).nullable().default(null).meta({ description: 'Voter by id; left out, your own.' }),
    reasons: z.string().default('').meta({ description: 'Which interest it is.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'declare-interest', ...asked }),
});
