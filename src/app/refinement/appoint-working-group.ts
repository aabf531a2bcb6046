import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { actOnProposal, modificationField, SIGNED_IN } from '../modification/proposals.ts';
import { modificationViewSchema } from '../modification/view.schema.ts';
import { operation } from '../operation.ts';

/** Appoints the Working Group of a modification with its terms of reference, or changes the one that stands. */
export const appointWorkingGroup = operation({
  name: 'appoint-working-group',
  room: 'refinement',
  kind: 'write',
  summary: 'Appoints the Working Group of a modification with its terms of reference, or changes the one that stands.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    members: z.array(
      z.strictObject({
        name: z.string().min(1).meta({ description: 'Who acts for the Working Group under this name is the member.' }),
        party: z.string().min(1).nullable().default(null).meta({ description: 'Party by id; left out, none.' }),
      }),
    ),
    chair: z.string().min(1).meta({ description: 'A member by name.' }),
    questions: z.array(z.string()).meta({ description: 'What the terms of reference ask the group.' }),
    due: daySchema.meta({ description: 'Day by which the questions are to be answered.' }),
    reasons: z.string().default('').meta({ description: 'Why it is changed; not needed to appoint the first.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'appoint-working-group', ...asked }),
});
