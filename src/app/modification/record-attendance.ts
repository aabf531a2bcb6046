import { z } from 'zod';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN, stepField } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Records who attends a vote and who sent apologies, in place of what was recorded before. */
export const recordAttendance = operation({
  name: 'record-attendance',
  room: 'modification',
  kind: 'write',
  summary: 'Records who attends a vote and who sent apologies, in place of what was recorded before.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    present: z.array(z.string().min(1)).default([]).meta({ description: 'Who attends, by seat or Party.' }),
    apologies: z.array(z.string().min(1)).default([]).meta({ description: 'Who sent apologies.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'record-attendance', ...asked }),
});
