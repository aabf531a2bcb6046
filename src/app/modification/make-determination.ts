import { z } from 'zod';
import { timetableSchema } from '../../core/modification/timetable/timetable.schema.ts';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Records what a body decides of a question of the process, with its reasons. */
export const makeDetermination = operation({
  name: 'make-determination',
  room: 'modification',
  kind: 'write',
  summary: 'Records what a body decides of a question of the process, with its reasons.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: z.string().min(1).meta({ description: 'Step of the profile by id: urgency.' }),
    outcome: z.string().min(1).meta({ description: 'One of the outcomes of the step: agreed, refused.' }),
    reasons: z.string().default(''),
    directions: z.string().default('').meta({ description: 'For an outcome that sends back: what is to be done.' }),
    solution: z.string().min(1).nullable().default(null).meta({
      description: 'The solution that is approved, by id, where there are several; left out, as the vote said.',
    }),
    timetable: timetableSchema.nullable().default(null).meta({ description: 'For a step that sets one.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, solution, ...asked }) =>
    actOnProposal(context, modification, {
      type: 'make-determination',
      ...asked,
      ...(solution !== null && { solution }),
    }),
});
