import { z } from 'zod';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN, stepField } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Opens a ballot about the legal text as it now stands and freezes the list of voters. */
export const openBallot = operation({
  name: 'open-ballot',
  room: 'modification',
  kind: 'write',
  summary: 'Opens a ballot and freezes the list of voters.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    closes: instantSchema.nullable().default(null).meta({ description: 'When it closes; left out, as planned.' }),
    weights: z
      .record(z.string().min(1), z.number().positive())
      .default({})
      .meta({ description: 'Weights of voters by id, where the rules of the code want them given.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, ({ legalText: { against, amendments, revision } }) => {
      const digest = context.ports.random.digest(JSON.stringify({ against, amendments }));
      return { type: 'open-ballot', ...asked, text: { against, revision, digest } };
    }),
});
