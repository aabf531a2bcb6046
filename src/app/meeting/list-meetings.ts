import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { addDays } from '../../core/kernel/day.ts';
import { agendaOf } from '../../core/modification/meeting/agenda.ts';
import { collected } from '../../core/modification/meeting/collect.ts';
import { type Meeting, standingOf } from '../../core/modification/meeting/meeting.ts';
import { nextMeetingOf } from '../../core/modification/timetable/meeting-days.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { readOpenProposals } from '../modification/proposals.ts';
import { type Context, done, operation } from '../operation.ts';
import { actionViewSchema, meetingRowSchema } from './meeting.schema.ts';
import { readMeetings } from './meetings.ts';
import { actionView } from './show-meeting.ts';

/** How many meetings of each body that nobody has called yet are told. */
const EXPECTED = 2;

/** The meetings of all bodies, and those that their calendars still expect. */
export const listMeetings = operation({
  name: 'list-meetings',
  room: 'meeting',
  kind: 'read',
  summary:
    'Lists the meetings of all bodies with the actions that they left open, and those that are expected and not called.',
  roles: 'anyone',
  input: z.strictObject({}),
  output: z.strictObject({
    meetings: z.array(meetingRowSchema).readonly(),
    expected: z
      .array(
        z.strictObject({
          code: z.string(),
          body: z.strictObject({ id: z.string(), title: z.string() }),
          day: daySchema,
          paperDay: daySchema.nullable(),
          number: z.number().nullable(),
        }),
      )
      .readonly()
      .meta({ description: 'The next meetings by the calendars of the bodies that nobody has called.' }),
    actions: z
      .array(actionViewSchema)
      .readonly()
      .meta({ description: 'Actions that are not closed, soonest due first.' }),
  }),
  run: async (context) => {
    const { today } = context;
    const meetings = await readMeetings(context, null);
    const open = await readOpenProposals(context, null);
    const concerned = open.map(({ state, rules }) => ({ life: state, rules }));
    const rulebooks = await context.ports.rulebooks.shipped();
    const rows = meetings.map((meeting) => {
      const { id, code, body, number, day, startsAt, place, paperDay, status } = meeting;
      const ours = concerned.filter(({ life }) => life.content.code === code);
      const due = status === 'planned' ? collected(meeting, meetings, ours, [], today) : [];
      const title = rulebooks.find((one) => one.code === code)?.bodies.find((one) => one.id === body)?.title ?? body;
      const items = agendaOf(meeting, due).length;
      return { id, code, body: { id: body, title }, number, day, startsAt, place, paperDay, status, items };
    });
    const actions = meetings
      .flatMap((meeting) => meeting.actions.map((action) => ({ action, meeting: meeting.id })))
      .filter(({ action }) => ['open', 'overdue'].includes(standingOf(action, today)))
      .map(({ action, meeting }) => actionView(action, meeting, today))
      .toSorted((a, b) => a.due - b.due);
    return done({
      meetings: rows,
      expected: rulebooks.flatMap((one) => expectedOf(context, one, meetings)).toSorted((a, b) => a.day - b.day),
      actions,
    });
  },
});

/** The next meetings by the calendars of a code's bodies that nobody has called. */
function expectedOf({ today }: Context, rulebook: Rulebook, meetings: readonly Meeting[]) {
  const rules = { ...rulebook, meetings: rulebook.meetingCalendars, releases: rulebook.releaseCalendar };
  return rulebook.meetingCalendars.flatMap(({ body }) => {
    const found = [];
    const isCalled = (day: number) =>
      meetings.some((one) => one.body === body && one.code === rulebook.code && one.day === day);
    for (let from = today; found.length < EXPECTED; ) {
      const next = nextMeetingOf(body, from, rules, { parametersOn: today, urgent: false });
      if (next === null) break;
      if (!isCalled(next.day)) found.push(next);
      from = addDays(next.day, 1);
    }
    const title = rulebook.bodies.find((one) => one.id === body)?.title ?? body;
    return found.map(({ day, paperDay, number }) => ({
      code: rulebook.code,
      body: { id: body, title },
      day,
      paperDay,
      number,
    }));
  });
}
