import { z } from 'zod';
import { operation } from '../operation.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';

/** Takes what is due onto an agenda. */
export const collectAgenda = operation({
  name: 'collect-agenda',
  room: 'meeting',
  kind: 'write',
  summary: 'Takes onto an agenda what is due and not on it, also after it was issued.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
  }),
  output: actedSchema,
  run: (context, { meeting }) => actOnMeeting(context, meeting, { type: 'collect-agenda' }),
});
