import { z } from 'zod';
import { operation } from '../operation.ts';
import { actedSchema, meetingField } from './meetings.ts';
import { makeMinutes } from './minutes.ts';

/** Makes the next version of the minutes with other words; what the record holds is taken in anew and nobody edits it. */
export const editMinutes = operation({
  name: 'edit-minutes',
  room: 'meeting',
  kind: 'write',
  summary:
    'Makes the next version of the minutes with the words given by item; what the record holds stands beside them.',
  roles: ['code-administrator'],
  input: z.strictObject({
    meeting: meetingField,
    words: z
      .record(z.string(), z.string().max(50_000))
      .meta({ description: 'Words by item; an item that is left out keeps those of the version before.' }),
  }),
  output: actedSchema,
  run: (context, { meeting, words }) => makeMinutes(context, meeting, 'edit-minutes', words),
});
