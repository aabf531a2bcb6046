import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { dueSteps, meetingFor } from '../../core/modification/meeting/collect.ts';
import { modificationField, type ReadProposal, readProposal } from '../modification/proposals.ts';
import { type Context, done, operation } from '../operation.ts';
import { readMeetings } from './meetings.ts';

/** A step of a modification, and the meeting at which it is due. */
const dueAtSchema = z
  .strictObject({ step: z.string(), meeting: z.string(), body: z.string(), day: daySchema })
  .meta({ id: 'DueAtMeeting' });

/** At which meetings the steps of a modification are due. */
export const meetingsDue = operation({
  name: 'meetings-due',
  room: 'meeting',
  kind: 'read',
  summary: 'Says at which meetings that are called the steps of a modification are due.',
  roles: 'anyone',
  input: z.strictObject({ modification: modificationField }),
  output: z.strictObject({ due: z.array(dueAtSchema).readonly() }),
  run: async (context, { modification }) => {
    const read = await readProposal(context, modification, null);
    return read.ok ? done({ due: await dueOf(context, read.value) }) : read;
  },
});

async function dueOf(
  context: Context,
  { state, rules }: ReadProposal,
): Promise<readonly z.output<typeof dueAtSchema>[]> {
  if (state.status !== 'open') return [];
  const { today } = context;
  const { code } = state.content;
  const meetings = (await readMeetings(context, null)).filter((one) => one.code === code);
  return [...new Set(meetings.map(({ body }) => body))].flatMap((body) =>
    dueSteps(body, { life: state, rules }, today).flatMap(({ step, day }) => {
      const meeting = meetingFor(body, day, meetings, today);
      return meeting === null ? [] : [{ step, meeting: meeting.id, body, day: meeting.day }];
    }),
  );
}
