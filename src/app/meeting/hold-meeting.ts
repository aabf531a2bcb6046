import { z } from 'zod';
import { attendeeSchema } from '../../core/modification/meeting/meeting-event.schema.ts';
import { operation } from '../operation.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';

/** Records that a meeting was held. */
export const holdMeeting = operation({
  name: 'hold-meeting',
  room: 'meeting',
  kind: 'write',
  summary: 'Records who took part in a meeting, and which items it carried over to the next.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
    attendance: z.array(attendeeSchema).max(200).readonly(),
    carried: z
      .array(z.string().min(1))
      .readonly()
      .default([])
      .meta({ description: 'Items by id that were not dealt with and go on the next agenda.' }),
  }),
  output: actedSchema,
  run: (context, { meeting, ...asked }) => actOnMeeting(context, meeting, { type: 'hold-meeting', ...asked }),
});
