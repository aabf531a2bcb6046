import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN, stepField } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Opens a consultation on the days given, or as planned, or for the least time from today. */
export const openConsultation = operation({
  name: 'open-consultation',
  room: 'modification',
  kind: 'write',
  summary: 'Opens a consultation on the days given, or as planned, or for the least time from today.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    from: daySchema.nullable().default(null).meta({ description: 'First day; left out, as planned or today.' }),
    to: daySchema.nullable().default(null).meta({ description: 'Last day; left out, as planned or the least length.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'open-consultation', ...asked }),
});
