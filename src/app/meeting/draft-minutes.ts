import { z } from 'zod';
import { operation } from '../operation.ts';
import { actedSchema, meetingField } from './meetings.ts';
import { makeMinutes } from './minutes.ts';

/** Drafts the minutes from attendance, agenda and what the record holds of the day. */
export const draftMinutes = operation({
  name: 'draft-minutes',
  room: 'meeting',
  kind: 'write',
  summary: 'Drafts the minutes of a meeting from its attendance and agenda and what the record holds of its day.',
  roles: ['code-administrator'],
  input: z.strictObject({ meeting: meetingField }),
  output: actedSchema,
  run: (context, { meeting }) => makeMinutes(context, meeting, 'draft-minutes', {}),
});
