import { z } from 'zod';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Changes the path of a modification after it was determined; both stay in its dated history. */
export const changePath = operation({
  name: 'change-path',
  room: 'modification',
  kind: 'write',
  summary:
    'Changes the path of a modification after it was determined, for whom the process lets; its history is kept.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    outcome: z.string().min(1).meta({ description: 'Another outcome of the step that determined the path: refused.' }),
    reasons: z.string().default(''),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, outcome, reasons }) =>
    actOnProposal(context, modification, { type: 'change-path', outcome, reasons }),
});
