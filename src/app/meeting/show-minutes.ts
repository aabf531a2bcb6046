import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { done, operation, refuse } from '../operation.ts';
import { meetingField, readMeeting } from './meetings.ts';
import { wordsOf } from './minutes.ts';

/** The latest version of the minutes item by item, with the words of confidential ones, for who edits them. */
export const showMinutes = operation({
  name: 'show-minutes',
  room: 'meeting',
  kind: 'read',
  summary: 'Shows the latest version of the minutes item by item, to be edited.',
  roles: ['code-administrator'],
  input: z.strictObject({ meeting: meetingField }),
  output: z.strictObject({
    version: z.number().int(),
    items: z
      .array(
        z.strictObject({
          item: z.string(),
          title: z.string(),
          confidential: z.boolean(),
          words: z.string(),
          recorded: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
  }),
  run: async (context, { meeting: id }) => {
    const read = await readMeeting(context, id, null);
    if (!read.ok) return read;
    const last = read.value.meeting.minutes.at(-1);
    if (last === undefined) return refuse(rejection('not-found', `The minutes of ${id} have not been drafted yet.`));
    const words = await wordsOf(context, read.value.meeting);
    const { version, items } = last;
    return done({ version, items: items.map((item) => ({ ...item, words: words[item.item] ?? '' })) });
  },
});
