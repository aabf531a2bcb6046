import { z } from 'zod';
import { operation } from '../operation.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';

/** Issues the minutes of a meeting. */
export const issueMinutes = operation({
  name: 'issue-minutes',
  room: 'meeting',
  kind: 'write',
  summary: 'Issues the latest version of the minutes of a meeting.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
  }),
  output: actedSchema,
  run: (context, { meeting }) => actOnMeeting(context, meeting, { type: 'issue-minutes' }),
});
