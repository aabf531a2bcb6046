import { z } from 'zod';
import { actOnProposal, modificationField, SIGNED_IN } from '../modification/proposals.ts';
import { modificationViewSchema } from '../modification/view.schema.ts';
import { operation } from '../operation.ts';

/** Agrees the timetable that is proposed, or refuses it. */
export const answerTimetable = operation({
  name: 'answer-timetable',
  room: 'timetable',
  kind: 'write',
  summary: 'Agrees the other timetable that is proposed, so that it takes the place of the one before, or refuses it.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    answer: z.enum(['agreed', 'refused']),
    reasons: z.string().default(''),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, answer, reasons }) =>
    actOnProposal(context, modification, { type: 'answer-timetable', agreed: answer === 'agreed', reasons }),
});
