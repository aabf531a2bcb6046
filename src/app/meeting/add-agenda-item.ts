import { z } from 'zod';
import { PURPOSES } from '../../core/modification/meeting/meeting.ts';
import { slugOf } from '../../core/modification/meeting/slug.ts';
import { operation } from '../operation.ts';
import { actedSchema, actOnMeeting, meetingField } from './meetings.ts';

/** Puts an item on an agenda that does not collect it by itself. */
export const addAgendaItem = operation({
  name: 'add-agenda-item',
  room: 'meeting',
  kind: 'write',
  summary: 'Puts an item on the agenda of a meeting, or brings one back that was left out.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
    title: z.string().min(1).max(300).meta({ description: 'Public, even of a confidential item.' }),
    id: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'Its identifier, to bring it back; left out, its modification or its title.' }),
    purpose: z.enum(PURPOSES).default('discussion'),
    confidential: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether its papers and what is said of it are for members only.' }),
    modification: z.string().min(1).nullable().default(null).meta({ description: 'Modification by id.' }),
  }),
  output: actedSchema,
  run: (context, { meeting, id, ...asked }) => {
    const named = id ?? asked.modification ?? slugOf(asked.title);
    return actOnMeeting(context, meeting, { type: 'add-agenda-item', id: named, ...asked });
  },
});
