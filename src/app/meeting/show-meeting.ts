import { z } from 'zod';
import type { Day } from '../../core/kernel/day.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { agendaOf, dueAndMissing } from '../../core/modification/meeting/agenda.ts';
import { asPublic, WITHHELD } from '../../core/modification/meeting/as-public.ts';
import { outstandingActions } from '../../core/modification/meeting/collect.ts';
import {
  type AgendaItem,
  isLate,
  type Meeting,
  type MeetingAction,
  standingOf,
} from '../../core/modification/meeting/meeting.ts';
import { meetingNext } from '../../core/modification/meeting/whats-next-meeting.ts';
import { alternatesOn, holderOn, membersOn } from '../../core/party/membership.ts';
import { readMembership } from '../body/membership.ts';
import { knownAtField } from '../instruments.ts';
import { readProposal } from '../modification/proposals.ts';
import { type Context, done, operation } from '../operation.ts';
import { type MeetingView, meetingViewSchema } from './meeting.schema.ts';
import {
  dayWarnings,
  meetingField,
  type ReadMeeting,
  readMeeting,
  readsForMembers,
  streamOfMeeting,
} from './meetings.ts';

/** A meeting with its agenda, papers, attendance, actions and minutes. */
export const showMeeting = operation({
  name: 'show-meeting',
  room: 'meeting',
  kind: 'read',
  summary: 'Shows a meeting: its agenda with what it collects by itself, papers, attendance, actions and minutes.',
  roles: 'anyone',
  input: z.strictObject({ meeting: meetingField, knownAt: knownAtField }),
  output: meetingViewSchema,
  run: async (context, { meeting, knownAt }) => {
    const read = await readMeeting(context, meeting, knownAt);
    if (!read.ok) return read;
    return done(
      await viewOfMeeting({ ...context, today: knownAt === null ? context.today : dayOfInstant(knownAt) }, read.value),
    );
  },
});

/** A meeting as pages and papers say it. */
export async function viewOfMeeting(context: Context, read: ReadMeeting): Promise<MeetingView> {
  const { meeting, all, body, due, outside } = read;
  const { today } = context;
  const forMembers = readsForMembers(context.actor, meeting.body);
  const papers = meeting.papers.map((paper) => ({
    ...(forMembers ? paper : asPublic(paper)),
    late: isLate(paper, meeting),
    readable: forMembers || paper.access === 'public',
  }));
  const items = agendaOf(meeting, due);
  const agenda = await Promise.all(
    items.map(async (item, at) => ({
      ...item,
      number: at + 1,
      papers: papers.filter((paper) => paper.item === item.id),
      asked: await askedOf(context, item, meeting),
    })),
  );
  const { id, code, number, day, startsAt, place, paperDay, status } = meeting;
  const membership = await readMembership(context.ports, code, meeting.body, null);
  const withdrawn = meeting.withdrawn.map(({ access, ...one }) =>
    forMembers || access === 'public' ? one : { ...one, title: WITHHELD },
  );
  const { leftOut, moves, cancelled, issuedOn, attendance, carried, minutesIssued, minutesApproved } = meeting;
  return {
    ...{ id, code, number, day, startsAt, place, paperDay, status },
    body: { id: body.id, title: body.title },
    seats: body.seats.map((seat) => ({
      id: seat.id,
      title: seat.title,
      holder: holderOn(membership, seat.id, day)?.person.name ?? null,
      alternates: alternatesOn(membership, seat.id, day, streamOfMeeting(id)).map(({ person }) => person.name),
    })),
    members: membersOn(membership, day).flatMap(({ seat, person }) => (seat === null ? [person.name] : [])),
    agenda,
    sinceIssued: issuedOn === null ? [] : dueAndMissing(meeting, due),
    ...{ leftOut, withdrawn, moves, cancelled, issuedOn, attendance, carried, minutesIssued, minutesApproved },
    actions: meeting.actions.map((action) => actionView(action, id, today)),
    outstanding: outstandingActions(meeting, all, today).map((action) =>
      actionView(action, placedAt(action, all), today),
    ),
    outside,
    minutes: meeting.minutes.map(({ version, by, on }) => ({ version, by, on })),
    warnings: await dayWarnings(context, meeting),
    forMembers,
    later: all
      .filter((one) => one.body === meeting.body && one.day > day && one.status !== 'cancelled')
      .map((one) => ({ id: one.id, title: one.id })),
    next: meetingNext(meeting, body.inSentence, today),
  };
}

/** An action as a page says it. */
export function actionView(
  { closed, ...action }: MeetingAction,
  meeting: string,
  today: Day,
): MeetingView['actions'][number] {
  return { ...action, standing: standingOf({ closed, ...action }, today), note: closed?.note ?? '', meeting };
}

function placedAt({ id }: Pick<MeetingAction, 'id'>, all: readonly Meeting[]): string {
  return all.find(({ actions }) => actions.some((one) => one.id === id))?.id ?? '';
}

/** The steps that an item asks the body to take, each with what was decided of it on the day of the meeting. */
async function askedOf(context: Context, item: AgendaItem, meeting: Meeting) {
  if (item.modification === null || item.steps.length === 0) return [];
  const read = await readProposal(context, item.modification, null);
  if (!read.ok) return [];
  const { state, rules } = read.value;
  return item.steps.flatMap((id) => {
    const step = rules.profile.steps.find((one) => one.id === id);
    if (step === undefined) return [];
    const done = state.done.find((one) => one.step === id && one.on === meeting.day);
    const outcome = step.outcomes.find((one) => one.id === done?.outcome)?.title ?? done?.outcome ?? null;
    return [{ step: id, title: step.title, act: step.act, outcome }];
  });
}
