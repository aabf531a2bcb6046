import { z } from 'zod';
import { actOnProposal, modificationField, SIGNED_IN } from '../modification/proposals.ts';
import { modificationViewSchema } from '../modification/view.schema.ts';
import { operation } from '../operation.ts';

/** Delivers an assessment: what it found, what the change costs and how long it takes. */
export const deliverAssessment = operation({
  name: 'deliver-assessment',
  room: 'refinement',
  kind: 'write',
  summary: 'Delivers an assessment: what it found, what the change costs and how long it takes.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    assessment: z.string().min(1).meta({ description: 'Assessment by id: preliminary-1.' }),
    summary: z.string().min(1),
    costFromGbp: z.int().nonnegative().meta({ description: 'Least cost, in whole pounds.' }),
    costToGbp: z.int().nonnegative().meta({ description: 'Most.' }),
    leadTimeMonths: z.number().nonnegative(),
    findings: z.array(z.string()).default([]),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, ...asked }) =>
    actOnProposal(context, modification, { type: 'deliver-assessment', ...asked }),
});
