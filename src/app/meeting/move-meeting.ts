import { z } from 'zod';
import { meetingTimeFields } from '../../core/modification/meeting/meeting-event.schema.ts';
import { operation } from '../operation.ts';
import { actedSchema, actOnMeeting, meetingField, withWarnings } from './meetings.ts';

/** How an operation asks which of its meetings the body counts this as. */
export const numberField = z.number().int().positive().nullable().default(null);

/** Moves a meeting to another day, time or place. */
export const moveMeeting = operation({
  name: 'move-meeting',
  room: 'meeting',
  kind: 'write',
  summary:
    'Moves a meeting that is still to be held to another day, time or place, or gives it its number, with reasons.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
    ...meetingTimeFields,
    number: numberField.meta({ description: 'How the body counts its meetings; left out, as before.' }),
    reasons: z.string().meta({ description: 'Why, in words that are public.' }),
  }),
  output: actedSchema,
  run: async (context, { meeting, ...asked }) => {
    const acted = await actOnMeeting(context, meeting, { type: 'move-meeting', ...asked });
    return acted.ok ? withWarnings(context, acted.value) : acted;
  },
});
