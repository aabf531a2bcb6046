import { z } from 'zod';
import { PURPOSES } from '../../core/modification/meeting/meeting.ts';
import { operation } from '../operation.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';

/** Changes an item of an agenda, or its place. */
export const changeAgendaItem = operation({
  name: 'change-agenda-item',
  room: 'meeting',
  kind: 'write',
  summary: 'Changes the title, purpose, classification or place of an item of an agenda.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
    item: z.string().min(1).meta({ description: 'Item of the agenda by id: SECMP0065.' }),
    title: z.string().min(1).nullable().default(null),
    purpose: z.enum(PURPOSES).nullable().default(null),
    confidential: z
      .boolean()
      .nullable()
      .default(null)
      .meta({ description: 'Whether its papers and words are for members.' }),
    place: z
      .number()
      .int()
      .positive()
      .nullable()
      .default(null)
      .meta({ description: 'Its place on the agenda, from 1.' }),
  }),
  output: actedSchema,
  run: (context, { meeting, ...asked }) => actOnMeeting(context, meeting, { type: 'change-agenda-item', ...asked }),
});
