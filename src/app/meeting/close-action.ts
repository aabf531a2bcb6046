import { z } from 'zod';
import { operation } from '../operation.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';

/** Closes an action that a meeting placed. */
export const closeAction = operation({
  name: 'close-action',
  room: 'meeting',
  kind: 'write',
  summary: 'Closes an action of a meeting as done, or drops it with reasons.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
    action: z.string().min(1).meta({ description: 'Action by id.' }),
    outcome: z.enum(['done', 'dropped']).default('done'),
    note: z.string().default('').meta({ description: 'What came of it; needed when it is dropped.' }),
  }),
  output: actedSchema,
  run: (context, { meeting, ...asked }) => actOnMeeting(context, meeting, { type: 'close-action', ...asked }),
});
