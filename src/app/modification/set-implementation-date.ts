import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, partField, SIGNED_IN, stepField } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Sets the day of implementation that a late decision left open, or moves one that is still to come. */
export const setImplementationDate = operation({
  name: 'set-implementation-date',
  room: 'modification',
  kind: 'write',
  summary: 'Sets the day of implementation that a late decision left open, or moves one that is still to come.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    part: partField,
    day: daySchema,
    reasons: z.string().default(''),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, part, ...asked }) =>
    actOnProposal(context, modification, { type: 'set-implementation-date', ...asked, ...(part && { part }) }),
});
