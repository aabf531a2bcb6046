import { z } from 'zod';
import { operation } from '../operation.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';

/** Cancels a meeting; what was due at it is due at the next. */
export const cancelMeeting = operation({
  name: 'cancel-meeting',
  room: 'meeting',
  kind: 'write',
  summary: 'Cancels a meeting that is still to be held, with reasons; what was due at it is due at the next.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
    reasons: z.string().meta({ description: 'Why, in words that are public.' }),
  }),
  output: actedSchema,
  run: (context, { meeting, ...asked }) => actOnMeeting(context, meeting, { type: 'cancel-meeting', ...asked }),
});
