import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { type Day, formatDay } from '../../core/kernel/day.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { MeetingTime } from '../../core/modification/meeting/meeting.ts';
import type { MeetingCommand } from '../../core/modification/meeting/meeting-command.ts';
import { clockTimeSchema } from '../../core/modification/meeting/meeting-event.schema.ts';
import { nextMeetingOf, papersFor } from '../../core/modification/timetable/meeting-days.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { operation, refuse } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { actedSchema, actOnMeeting, withWarnings } from './meetings.ts';
import { numberField } from './move-meeting.ts';

/** Calls a body together on a day. */
export const callMeeting = operation({
  name: 'call-meeting',
  room: 'meeting',
  kind: 'write',
  summary: 'Calls a meeting of a body on a day, at a place, with the day by which its papers go out.',
  roles: ['code-administrator'],
  input: z.strictObject({
    code: codeField,
    body: z.string().min(1).meta({ description: 'Body by id: change-board.' }),
    day: daySchema,
    startsAt: clockTimeSchema.default('10:00').meta({ description: 'London time.' }),
    place: z.string().min(1).default('to be told'),
    paperDay: daySchema
      .nullable()
      .default(null)
      .meta({ description: 'Last day for papers; left out, as many Working Days before as the rulebook says.' }),
    number: numberField.meta({ description: 'How the body counts its meetings; left out, as its calendar says.' }),
  }),
  output: actedSchema,
  run: async (context, asked) => {
    const { code, body } = asked;
    const rulebook = await context.ports.rulebooks.current(code);
    if (!rulebook.bodies.some((one) => one.id === body)) {
      const known = rulebook.bodies.map(({ id }) => id).join(', ');
      const sentence = `There is no body "${body}"; expected one of ${known}.`;
      return refuse(rejection('input-invalid', sentence, { place: { field: 'body' } }));
    }
    const command = callingOf(asked, rulebook, context.today);
    const acted = await actOnMeeting(context, command.meeting, command);
    return acted.ok ? withWarnings(context, acted.value) : acted;
  },
});

/** A meeting as it is asked for. */
interface Asked extends Omit<MeetingTime, 'paperDay'> {
  readonly code: string;
  readonly body: string;
  readonly paperDay: Day | null;
  readonly number: number | null;
}

/** What calls a meeting: what was not told follows from the calendar of the body as it stands on a day. */
export function callingOf(
  asked: Asked,
  rulebook: Rulebook,
  today: Day,
): Extract<MeetingCommand, { type: 'call-meeting' }> {
  const { code, body, day, startsAt, place } = asked;
  const rules = { ...rulebook, meetings: rulebook.meetingCalendars, releases: rulebook.releaseCalendar };
  const reading = { parametersOn: today, urgent: false };
  const planned = nextMeetingOf(body, day, rules, reading);
  const paperDay = asked.paperDay ?? papersFor(body, day, rules, reading).paperDay ?? day;
  const number = asked.number ?? (planned?.day === day ? planned.number : null);
  const time = { day, startsAt, place, paperDay };
  return {
    type: 'call-meeting',
    meeting: `${body}-${formatDay(day)}`,
    code,
    body,
    number,
    rulebook: rulebook.digest,
    ...time,
  };
}
