import { type Day, formatDay, writeDay } from '../kernel/day.ts';
import type { ProposalRules } from '../modification/context.ts';
import { planAsOf } from '../modification/implementation/implementation.ts';
import type { MeetingAct } from '../modification/meeting/whats-next-meeting.ts';
import type { Step } from '../modification/profile/profile.ts';
import type { ProposalLife } from '../modification/state.ts';
import { aimedRelease } from '../modification/timetable/aimed-release.ts';
import { type DayRules, meetingsOf, type Reading, withPaperDay } from '../modification/timetable/meeting-days.ts';
import { bodyOf } from '../modification/timetable/plan-days.ts';
import { heldTimetable, type PlannedStep } from '../modification/timetable/timetable.ts';
import { type Role, rolesInSentence } from '../party/actor.ts';
import { meetingsBetween } from '../party/meeting-calendar.ts';
import type { CalendarEntry } from './calendar-entries.ts';
import { sentenceCase } from './prose.ts';

/** A day in a calendar to which people subscribe: it keeps its identity when it moves, and says so when it falls away. */
export interface FeedEntry extends CalendarEntry {
  /** How often it has changed: a calendar takes the higher number for the later word. */
  readonly sequence: number;
  readonly status: 'tentative' | 'confirmed' | 'cancelled';
  /** The day on which it came to be as it is. */
  readonly changedOn: Day;
  /** The modification by id; null for what is of none. */
  readonly modification: string | null;
  /** The body by id at whose meeting it is; null for what is at none. */
  readonly body: string | null;
  /** Roles whose act it is, or who take part. */
  readonly roles: readonly Role[];
}

/** One state of a step's days in time: how a timetable had it, and from when on. */
interface Layer {
  readonly on: Day;
  readonly rows: readonly PlannedStep[];
}

/** The days of a modification, each with how often it has changed; what a later timetable leaves out is cancelled. */
export function feedEntries(life: ProposalLife, rules: ProposalRules): readonly FeedEntry[] {
  const { profile } = rules;
  const layers = layersOf(life, rules);
  const steps = [...new Set(layers.flatMap(({ rows }) => rows.map((row) => row.step)))];
  const { standing } = heldTimetable(life, profile);
  const settled = standing === 'agreed' || standing === 'set';
  const entries = steps.flatMap((id): FeedEntry[] => {
    const step = profile.steps.find((one) => one.id === id);
    const days = layers.map(({ on, rows }) => ({ on, row: rows.find((row) => row.step === id) ?? null }));
    const known = days.findLast(({ row }) => row !== null)?.row;
    if (step === undefined || known == null) return [];
    const changes = days.filter(({ row }, at) => at > 0 && !sameDays(row, days[at - 1]?.row ?? null));
    const isOver = life.done.some((one) => one.step === id);
    const isCancelled = !isOver && (days.at(-1)?.row === null || hasEnded(life));
    return [
      {
        ...base(life, step, known, rules),
        sequence: changes.length + (settled || isOver ? 1 : 0) + (isCancelled && days.at(-1)?.row !== null ? 1 : 0),
        status: isCancelled ? 'cancelled' : settled || isOver ? 'confirmed' : 'tentative',
        changedOn: changes.at(-1)?.on ?? life.raisedOn,
      },
    ];
  });
  return [...entries, ...implementationEntry(life, rules)].toSorted((a, b) => a.from - b.from);
}

function base(life: ProposalLife, step: Step, { from, to }: PlannedStep, rules: ProposalRules) {
  const { id, title } = life.content;
  const takingPart: readonly Role[] = step.kind === 'consultation' ? ['party'] : (step.voting?.voters ?? []);
  return {
    id: `${id}-${step.id}`.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    title: `${id} ${step.title}`,
    from,
    to,
    description: `${title}. ${rolesInSentence(step.by, rules.bodies)}: ${step.act}.`,
    modification: id,
    body: bodyOf(step, rules),
    roles: [...new Set([...step.by, ...takingPart])],
  };
}

/** Every timetable that held, in order, and last of all what became of the steps that have begun. */
function layersOf(life: ProposalLife, { profile }: ProposalRules): readonly Layer[] {
  const held = life.timetables.map(({ on }, at): Layer => {
    const upTo = { ...life, timetables: life.timetables.slice(0, at + 1) };
    return { on, rows: heldTimetable(upTo, profile).timetable.steps };
  });
  const first: Layer = { on: life.raisedOn, rows: life.content.timetable.steps };
  const last = held.at(-1) ?? first;
  const rows = last.rows.map((row) => {
    const consultation = life.consultations[row.step];
    const done = life.done.find((one) => one.step === row.step);
    if (consultation !== undefined) return { ...row, from: consultation.from, to: done?.on ?? row.to };
    return done === undefined ? row : { ...row, from: done.on, to: done.on };
  });
  const on = life.done.at(-1)?.on ?? life.raisedOn;
  return [first, ...held, { on, rows }];
}

function sameDays(a: PlannedStep | null, b: PlannedStep | null): boolean {
  return a?.from === b?.from && a?.to === b?.to;
}

/** Whether a proposal came to its end without being implemented. */
function hasEnded(life: ProposalLife): boolean {
  return 'end' in life && life.label === null;
}

function implementationEntry(life: ProposalLife, rules: ProposalRules): FeedEntry[] {
  const release = aimedRelease(life, rules);
  const step = rules.profile.steps.find(({ kind }) => kind === 'implementation');
  const done = life.done.find((one) => one.step === step?.id)?.on;
  // A proposal that has ended aims at no day any more, and its calendars are told of the one that it had.
  const had = life.dated.at(-1)?.day ?? planAsOf(life.content, life.raisedOn).day;
  const day = done ?? release?.day ?? had;
  if (step === undefined || day === null) return [];
  const moved = life.dated.length + (done !== undefined && done !== release?.day ? 1 : 0);
  const ended = hasEnded(life);
  return [
    {
      ...base(life, step, { step: step.id, from: day, to: day }, rules),
      sequence: moved + (ended ? 1 : 0),
      status: ended ? 'cancelled' : life.dated.length > 0 || done !== undefined ? 'confirmed' : 'tentative',
      changedOn: life.dated.at(-1)?.on ?? life.raisedOn,
    },
  ];
}

/** The meetings of a body from one day to another with their paper days, and what modifications plan for each. */
export function bodyEntries(
  body: string,
  entries: readonly FeedEntry[],
  rules: DayRules & Pick<ProposalRules, 'bodies'>,
  reading: Reading,
  from: Day,
  to: Day,
): readonly FeedEntry[] {
  const found = meetingsOf(body, rules);
  const name = rules.bodies.find((one) => one.id === body)?.title ?? body;
  const own = entries.filter((entry) => entry.body === body);
  const meetings = found === null ? [] : meetingsBetween(found.meetings, found.workingDays, from, to);
  const shared = { sequence: 0, status: 'confirmed', changedOn: from, modification: null, body, roles: [] } as const;
  return [
    ...own,
    ...meetings.flatMap((meeting): FeedEntry[] => {
      const { paperDay } = withPaperDay(meeting, rules, reading);
      const due = own.filter((entry) => entry.from === meeting.day && entry.status !== 'cancelled');
      const papers =
        due.length === 0 ? 'No paper is planned yet.' : `Planned: ${due.map((entry) => entry.title).join('; ')}.`;
      const number = meeting.number === null ? '' : ` ${meeting.number}`;
      const held = {
        ...shared,
        id: `${body}-${formatDay(meeting.day)}`,
        title: `${name}: meeting${number}`,
        from: meeting.day,
        to: meeting.day,
      };
      const entry: FeedEntry = { ...held, changedOn: meeting.day, description: papers };
      if (paperDay === null) return [entry];
      const paper = {
        id: `${body}-papers-${formatDay(meeting.day)}`,
        title: `${name}: papers go out`,
        from: paperDay,
        to: paperDay,
      };
      return [
        { ...shared, ...paper, changedOn: paperDay, description: `For the meeting of ${writeDay(meeting.day)}.` },
        entry,
      ];
    }),
  ].toSorted((a, b) => a.from - b.from);
}

/** What of modifications concerns somebody: what they do or take part in, and what their body decides. */
export function ownEntries(entries: readonly FeedEntry[], role: Role): readonly FeedEntry[] {
  if (role === 'code-administrator') return entries;
  return entries.filter((entry) => entry.roles.includes(role) || entry.body === role);
}

/** What meetings wait for from somebody and by when, as days of their calendar; what has no day is in none. */
export function meetingEntries(acts: readonly MeetingAct[]): readonly FeedEntry[] {
  return acts.flatMap(({ meeting, body, operation, act, who, until, roles }): FeedEntry[] => {
    if (until === null) return [];
    const which = operation === 'close-action' ? ` ${act}` : '';
    return [
      {
        id: `${meeting} ${operation}${which}`.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
        title: sentenceCase(act),
        from: until,
        to: until,
        description: `The last day for it. Who does it: ${who}.`,
        sequence: 0,
        status: 'confirmed',
        changedOn: until,
        modification: null,
        body,
        roles,
      },
    ];
  });
}
