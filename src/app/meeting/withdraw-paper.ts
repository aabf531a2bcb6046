import { z } from 'zod';
import { operation } from '../operation.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';

/** Withdraws a paper; its number is not given again. */
export const withdrawPaper = operation({
  name: 'withdraw-paper',
  room: 'meeting',
  kind: 'write',
  summary: 'Withdraws a paper of a meeting, with reasons; its number is not given again.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
    number: z.string().min(1).meta({ description: 'Paper by number: CB-2018-10/03.' }),
    reasons: z.string().meta({ description: 'Why, in words that are public.' }),
  }),
  output: actedSchema,
  run: (context, { meeting, ...asked }) => actOnMeeting(context, meeting, { type: 'withdraw-paper', ...asked }),
});
