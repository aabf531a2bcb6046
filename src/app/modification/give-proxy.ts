import { z } from 'zod';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN, stepField } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Gives the vote of a seat to another voter on the list, where the rules allow it, or takes it back. */
export const giveProxy = operation({
  name: 'give-proxy',
  room: 'modification',
  kind: 'write',
  summary: 'Gives the vote of a seat to another voter on the list, where the rules allow it, or takes it back.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    seat: z.string().min(1).nullable().default(null).meta({ description: 'Seat or Party by id; left out, your own.' }),
    to: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'Who votes for it, by seat or Party; left out, the vote is taken back.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'give-proxy', ...asked }),
});
