import { z } from 'zod';
import { meetingTimeFields } from '../../core/modification/meeting/meeting-event.schema.ts';
import { operation } from '../operation.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';

/** Moves a meeting to another day, time or place. */
export const moveMeeting = operation({
  name: 'move-meeting',
  room: 'meeting',
  kind: 'write',
  summary: 'Moves a meeting that is still to be held to another day, time or place, with reasons.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
    ...meetingTimeFields,
    reasons: z.string().meta({ description: 'Why, in words that are public.' }),
  }),
  output: actedSchema,
  run: (context, { meeting, ...asked }) => actOnMeeting(context, meeting, { type: 'move-meeting', ...asked }),
});
