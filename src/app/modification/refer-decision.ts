import { z } from 'zod';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN, stepField } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Refers a decision, with grounds, while its window runs. */
export const referDecision = operation({
  name: 'refer-decision',
  room: 'modification',
  kind: 'write',
  summary: 'Refers a decision, with grounds, while its window runs.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    party: z.string().min(1).nullable().default(null).meta({ description: 'Party by id; left out, your own.' }),
    grounds: z.string().default(''),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'refer-decision', ...asked }),
});
