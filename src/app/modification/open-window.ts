import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN, stepField } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Gives the last day of a window whose length no rule of the code says. */
export const openWindow = operation({
  name: 'open-window',
  room: 'modification',
  kind: 'write',
  summary: 'Gives the last day of a window whose length the rules leave to whoever starts it.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    lastDay: daySchema.meta({ description: 'The last day on which the decision can be referred.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'open-window', ...asked }),
});
