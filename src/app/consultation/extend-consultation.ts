import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { actOnProposal, modificationField, SIGNED_IN, stepField } from '../modification/proposals.ts';
import { modificationViewSchema } from '../modification/view.schema.ts';
import { operation } from '../operation.ts';

/** Lets a consultation that runs close later, with reasons, by whom and at least as long as its profile says. */
export const extendConsultation = operation({
  name: 'extend-consultation',
  room: 'consultation',
  kind: 'write',
  summary: 'Lets a consultation that runs close on a later day, with reasons.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    to: daySchema.meta({ description: 'Its new last day.' }),
    reasons: z.string().default(''),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'extend-consultation', ...asked }),
});
