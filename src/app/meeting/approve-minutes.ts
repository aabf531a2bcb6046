import { z } from 'zod';
import { operation } from '../operation.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';

/** Approves minutes at a later meeting of the body. */
export const approveMinutes = operation({
  name: 'approve-minutes',
  room: 'meeting',
  kind: 'write',
  summary: 'Records that a later meeting of the body approved the minutes that were issued.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
    at: z.string().min(1).meta({ description: 'The meeting by id at which they were approved.' }),
  }),
  output: actedSchema,
  run: (context, { meeting, ...asked }) => actOnMeeting(context, meeting, { type: 'approve-minutes', ...asked }),
});
