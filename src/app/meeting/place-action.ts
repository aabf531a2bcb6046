import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { operation } from '../operation.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';

/** Gives somebody something to do. */
export const placeAction = operation({
  name: 'place-action',
  room: 'meeting',
  kind: 'write',
  summary: 'Places an action of a meeting with its owner and the day it is due.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
    what: z.string().min(1).max(2000),
    owner: z.string().min(1).max(200).meta({ description: 'A person, party or body in words.' }),
    due: daySchema,
    item: z.string().min(1).nullable().default(null).meta({ description: 'Item of the agenda by id; left out, none.' }),
  }),
  output: actedSchema,
  run: (context, { meeting, ...asked }) => actOnMeeting(context, meeting, { type: 'place-action', ...asked }),
});
