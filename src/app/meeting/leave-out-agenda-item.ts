import { z } from 'zod';
import { operation } from '../operation.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';

/** Leaves an item out of an agenda. */
export const leaveOutAgendaItem = operation({
  name: 'leave-out-agenda-item',
  room: 'meeting',
  kind: 'write',
  summary: 'Leaves an item out of an agenda, with reasons that stay on it.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
    item: z.string().min(1).meta({ description: 'Item of the agenda by id: SECMP0065.' }),
    reasons: z.string().meta({ description: 'Why, in words that are public.' }),
  }),
  output: actedSchema,
  run: (context, { meeting, ...asked }) => actOnMeeting(context, meeting, { type: 'leave-out-agenda-item', ...asked }),
});
