import { z } from 'zod';
import { operation } from '../operation.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';

/** Issues agenda and papers of a meeting. */
export const issuePapers = operation({
  name: 'issue-papers',
  room: 'meeting',
  kind: 'write',
  summary: 'Issues agenda and papers of a meeting; what is due by then is on the agenda.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
  }),
  output: actedSchema,
  run: (context, { meeting }) => actOnMeeting(context, meeting, { type: 'issue-papers' }),
});
