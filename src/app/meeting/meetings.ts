import { z } from 'zod';
import { writeDay } from '../../core/kernel/day.ts';
import { dayOfInstant, type Instant } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { coversDay, isWorkingDay } from '../../core/kernel/working-days.ts';
import {
  type Concerned,
  collected,
  meetingBefore,
  type OutsideDecision,
  outsideDecisions,
} from '../../core/modification/meeting/collect.ts';
import { bodyMeeting, decideMeeting } from '../../core/modification/meeting/decide-meeting.ts';
import { replayMeeting } from '../../core/modification/meeting/evolve-meeting.ts';
import { type AgendaItem, isAhead, type Meeting, type MeetingState } from '../../core/modification/meeting/meeting.ts';
import type { MeetingCommand } from '../../core/modification/meeting/meeting-command.ts';
import type { MeetingEvent } from '../../core/modification/meeting/meeting-event.ts';
import { settledOn } from '../../core/modification/meeting/recorded.ts';
import { meetingsOf } from '../../core/modification/timetable/meeting-days.ts';
import type { Actor } from '../../core/party/actor.ts';
import { meetsOn } from '../../core/party/meeting-calendar.ts';
import type { Body } from '../../core/party/party.ts';
import { actOn } from '../act.ts';
import { readOpenProposals, readProposal } from '../modification/proposals.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';
import type { ConfidentialContent, RecordedEvent, RecordStore } from '../ports.ts';

/** How an operation asks which meeting it is about. */
export const meetingField = z.string().min(1).meta({ description: 'Meeting by id: panel-2018-10-12.' });

/** What an act on a meeting gives back. */
export const actedSchema = z
  .strictObject({
    meeting: z.string(),
    status: z.string().meta({ description: 'Where the meeting stands now.' }),
    version: z.number().int().meta({ description: 'Events in its stream.' }),
    warnings: z
      .array(z.string())
      .readonly()
      .default([])
      .meta({ description: 'What is odd about its day: no Working Day, or not on the calendar of the body.' }),
    made: z.string().nullable().meta({ description: 'What was made: a paper by number, an action by id, …' }),
  })
  .meta({ id: 'MeetingActed' });

/** The stream of a meeting. */
export function streamOfMeeting(meeting: string): string {
  return `meeting/${meeting}`;
}

/** What a stream came to, by store and stream: of a meeting that has not changed, no event is read again. */
const kept = new WeakMap<RecordStore, Map<string, { readonly version: number; readonly state: MeetingState }>>();

/** Every meeting, in order of days, as known at an instant. */
export async function readMeetings(
  { ports: { store } }: Pick<Context, 'ports'>,
  knownAt: Instant | null,
): Promise<readonly Meeting[]> {
  const known = kept.get(store) ?? new Map();
  kept.set(store, known);
  const heads = await store.heads(knownAt, 'meeting/');
  const states = await Promise.all(
    heads.map(async ({ stream, version }): Promise<MeetingState> => {
      const before = known.get(stream);
      if (before?.version === version) return before.state;
      const state = replayMeeting((await store.read(stream, knownAt)).map(eventOf));
      if (knownAt === null) known.set(stream, { version, state });
      return state;
    }),
  );
  return states.flatMap((state) => (state.status === 'none' ? [] : [state])).toSorted((a, b) => a.day - b.day);
}

/** A meeting with the others, and with what its agenda collects. */
export interface ReadMeeting {
  readonly meeting: Meeting;
  readonly all: readonly Meeting[];
  readonly body: Body;
  /** Items that it collects by itself. */
  readonly due: readonly AgendaItem[];
  readonly outside: readonly OutsideDecision[];
}

/** A meeting as it stands, or stood at an instant. */
export async function readMeeting(context: Context, id: string, knownAt: Instant | null): Promise<Result<ReadMeeting>> {
  const all = await readMeetings(context, knownAt);
  const meeting = all.find((one) => one.id === id);
  if (meeting === undefined) return refuse(noMeeting(id));
  const body = await bodyOf(context, meeting);
  return done({ meeting, all, body, ...(await collectedFor(context, meeting, all, knownAt)) });
}

/** That the record holds no meeting of that name. */
function noMeeting(id: string) {
  return rejection('not-found', `The record holds no meeting "${id}".`, { place: { field: 'meeting' } });
}

/** The body of a meeting as the rulebook that it was called under names it. */
export async function bodyOf(
  { ports }: Pick<Context, 'ports'>,
  { rulebook, body }: Pick<Meeting, 'rulebook' | 'body'>,
): Promise<Body> {
  const { bodies } = await ports.rulebooks.byDigest(rulebook);
  const found = bodies.find((one) => one.id === body);
  if (found === undefined) throw new Error(`The rulebook ${rulebook} has no body "${body}".`);
  return found;
}

/** What the agenda of a meeting that is still ahead collects by itself, and the decisions outside meetings among it. */
async function collectedFor(
  context: Context,
  meeting: Meeting,
  all: readonly Meeting[],
  knownAt: Instant | null,
): Promise<Pick<ReadMeeting, 'due' | 'outside'>> {
  const today = knownAt === null ? context.today : dayOfInstant(knownAt);
  const concerned = await concernedBy(context, meeting, all, knownAt);
  const outside = outsideDecisions(meeting, all, concerned);
  if (!isAhead(meeting)) return { due: [], outside };
  const open = concerned.filter(({ status }) => status === 'open');
  return { due: collected(meeting, all, open, outside, today), outside };
}

type Read = Concerned & { readonly status: 'open' | 'closed' };

/** Open modifications of the code, and those that closed since the body met last. */
export async function concernedBy(
  context: Context,
  meeting: Meeting,
  all: readonly Meeting[],
  knownAt: Instant | null,
): Promise<readonly Read[]> {
  const { store } = context.ports;
  const open = await readOpenProposals(context, knownAt);
  const since = meetingBefore(meeting, all)?.day ?? null;
  const heads = since === null ? [] : await store.heads(knownAt, 'modification/');
  const moved = new Set(
    heads.filter(({ recordedAt }) => dayOfInstant(recordedAt) >= (since ?? 0)).map(({ stream }) => stream),
  );
  const rows = moved.size === 0 ? [] : await store.register(knownAt);
  const ended = rows.filter(({ id, status }) => status !== 'open' && moved.has(`modification/${id}`));
  const closed = await Promise.all(ended.map(({ id }) => readProposal(context, id, knownAt)));
  return [...open, ...closed.flatMap((one) => (one.ok ? [one.value] : []))]
    .filter(({ state }) => state.content.code === meeting.code)
    .map(({ state, rules }) => ({ life: state, rules, status: state.status }));
}

/** What a command comes to for a meeting, or for one that is called. */
export async function actOnMeeting(
  context: Context,
  id: string,
  command: MeetingCommand,
  confidential: readonly ConfidentialContent[] = [],
): Promise<Result<z.output<typeof actedSchema>>> {
  const known = await knownFor(context, id, command);
  if (!known.ok) return known;
  const { body, due, settled, others } = known.value;
  const acted = await actOn<MeetingState, MeetingEvent>(
    context,
    command.type,
    streamOfMeeting(id),
    bodyMeeting,
    (state) =>
      decideMeeting(command, state, {
        ...context,
        body: body?.inSentence ?? 'the body',
        scheme: body?.papers?.scheme ?? null,
        due,
        settled,
        others,
      }),
    confidential,
  );
  if (!acted.ok) return acted;
  const { state, version, events } = acted.value;
  return done({ meeting: id, status: state.status, version, warnings: [], made: madeBy(events) });
}

/** The answer to a call or a move, with what is odd about the day. */
export async function withWarnings(
  context: Context,
  acted: z.output<typeof actedSchema>,
): Promise<Result<z.output<typeof actedSchema>>> {
  const read = await readMeeting(context, acted.meeting, null);
  return read.ok ? done({ ...acted, warnings: await dayWarnings(context, read.value.meeting) }) : read;
}

/** What is odd about the day of a meeting that is still ahead, in sentences. */
export async function dayWarnings(context: Pick<Context, 'ports'>, meeting: Meeting): Promise<readonly string[]> {
  if (!isAhead(meeting)) return [];
  const { meetingCalendars, calendars } = await context.ports.rulebooks.byDigest(meeting.rulebook);
  const found = meetingsOf(meeting.body, { meetings: meetingCalendars, calendars });
  const workingDays = found?.workingDays ?? calendars[0];
  const { day } = meeting;
  return [
    ...(workingDays === undefined || !coversDay(workingDays, day) || isWorkingDay(workingDays, day)
      ? []
      : [`${writeDay(day)} is not a Working Day.`]),
    ...(found === null || meetsOn(found.meetings, found.workingDays, day)
      ? []
      : [`${writeDay(day)} is not on the meeting calendar of the body.`]),
  ];
}

/** What a decision knows beside the meeting. */
async function knownFor(context: Context, id: string, command: MeetingCommand) {
  if (command.type === 'call-meeting') return done({ body: null, due: [], settled: [], others: [] });
  const read = await readMeeting(context, id, null);
  if (!read.ok) return read;
  const { meeting, all, body, due } = read.value;
  const settled = command.type === 'hold-meeting' ? await settledAt(context, meeting, all) : [];
  return done({ body, due, settled, others: all.filter((one) => one.id !== meeting.id) });
}

/** Items by id of which a body settled on the day of its meeting all that it was asked. */
async function settledAt(context: Context, meeting: Meeting, all: readonly Meeting[]): Promise<readonly string[]> {
  const concerned = await concernedBy(context, meeting, all, null);
  const isSettled = (item: AgendaItem) =>
    concerned.some(
      (one) => one.life.content.id === item.modification && settledOn(meeting.day, meeting.body, item, one),
    );
  return meeting.items.filter(isSettled).map(({ id }) => id);
}

function madeBy(events: readonly MeetingEvent[]): string | null {
  for (const event of events) {
    if (event.type === 'meeting-paper-tabled') return event.paper.number;
    if (event.type === 'action-placed') return event.action.id;
    if (event.type === 'minutes-drafted') return `version ${event.minutes.version}`;
  }
  return null;
}

/** Whether somebody reads what is for members of a body: those who act in it, the Code Administrator and the Authority. */
export function readsForMembers({ role }: Pick<Actor, 'role'>, body: string): boolean {
  return role === 'code-administrator' || role === 'authority' || role === body;
}

function eventOf({ event }: RecordedEvent): MeetingEvent {
  return event as MeetingEvent;
}
