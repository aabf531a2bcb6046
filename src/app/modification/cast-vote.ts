import { z } from 'zod';
import { positionSchema } from '../../core/modification/ballot/ballot-event.schema.ts';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN, stepField } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Casts the vote of a seat, once, with reasons, before the ballot closes. */
export const castVote = operation({
  name: 'cast-vote',
  room: 'modification',
  kind: 'write',
  summary: 'Casts the vote of a seat, once, with reasons, before the ballot closes.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    seat: z.string().min(1).nullable().default(null).meta({ description: 'Seat by id; left out, your own.' }),
    position: positionSchema,
    reasons: z.string().default('').meta({ description: 'Against the objectives of the code.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'cast-vote', ...asked }),
});
