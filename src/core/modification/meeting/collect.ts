import type { Day } from '../../kernel/day.ts';
import { dayOfInstant } from '../../kernel/instant.ts';
import type { ProposalRules } from '../context.ts';
import { statusOf } from '../profile/net.ts';
import type { Step } from '../profile/profile.ts';
import type { ProposalLife } from '../state.ts';
import { scheduleOf } from '../timetable/schedule.ts';
import { type AgendaItem, isAhead, type Meeting, standingOf } from './meeting.ts';

/** A modification under its rules, as an agenda looks at it. */
export interface Concerned {
  readonly life: ProposalLife;
  readonly rules: ProposalRules;
}

/** A decision of a body that it made on a day without a meeting. */
export interface OutsideDecision {
  readonly modification: string;
  readonly step: string;
  readonly title: string;
  readonly outcome: string;
  readonly on: Day;
}

/** A step that a body takes, and the first day on which that is planned or possible. */
interface DueStep {
  readonly step: string;
  readonly day: Day;
}

/** Whether a step is one that a body takes at its meetings. */
export function isTakenBy(step: Step, body: string): boolean {
  if (step.kind === 'ballot') return step.voting?.body === body;
  return (step.kind === 'determination' || step.kind === 'dating') && step.by.some((role) => role === body);
}

/** The steps that a body is to take, each with the day from which it is due; open ones without a day are due at once. */
export function dueSteps(body: string, { life, rules }: Concerned, today: Day): readonly DueStep[] {
  return rules.profile.steps
    .filter((step) => isTakenBy(step, body))
    .flatMap((step): DueStep[] => {
      const { kind } = statusOf(step, life, rules.profile);
      if (kind !== 'open' && kind !== 'waiting') return [];
      const { from, until } = scheduleOf(step, life, rules);
      const planned = from ?? (until === null ? null : dayOfInstant(until));
      if (planned !== null) return [{ step: step.id, day: planned }];
      return kind === 'open' ? [{ step: step.id, day: today }] : [];
    });
}

/** The meeting at which something falls that is due from a day: the first of the body that is still to be held then. */
export function meetingFor<M extends Pick<Meeting, 'body' | 'day' | 'status'>>(
  body: string,
  from: Day,
  meetings: readonly M[],
  today: Day,
): M | null {
  const [first] = meetings
    .filter((one) => one.body === body && isAhead(one) && one.day >= today && one.day >= from)
    .toSorted((a, b) => a.day - b.day);
  return first ?? null;
}

/** The meeting of the body that was held last before one. */
export function meetingBefore(meeting: Pick<Meeting, 'body' | 'day'>, meetings: readonly Meeting[]): Meeting | null {
  const held = meetings.filter((one) => one.body === meeting.body && one.day < meeting.day && wasHeld(one));
  return held.toSorted((a, b) => b.day - a.day)[0] ?? null;
}

/** What an agenda collects by itself: all that falls at this meeting and at no other. */
export function collected(
  meeting: Meeting,
  meetings: readonly Meeting[],
  concerned: readonly Concerned[],
  outside: readonly OutsideDecision[],
  today: Day,
): readonly AgendaItem[] {
  const { body } = meeting;
  const before = meetingBefore(meeting, meetings);
  const isNext = meetingFor(body, today, meetings, today)?.id === meeting.id;
  const due = concerned.flatMap(({ life, rules }): AgendaItem[] => {
    const steps = dueSteps(body, { life, rules }, today)
      .filter((one) => meetingFor(body, one.day, meetings, today)?.id === meeting.id)
      .map(({ step }) => step);
    const { id, title } = life.content;
    const origin = before?.items.some((item) => item.modification === id) ? 'carried' : 'due';
    return steps.length === 0 ? [] : [{ ...PLAIN, id, title: `${id} ${title}`, origin, modification: id, steps }];
  });
  return isNext ? [...fromBefore(meeting, meetings, outside), ...due, ...carriedFrom(before, due)] : due;
}

const PLAIN = { purpose: 'decision', confidential: false, modification: null, steps: [] } as const;

/** Minutes to approve, actions outstanding, and what was decided since without a meeting. */
function fromBefore(
  meeting: Meeting,
  meetings: readonly Meeting[],
  outside: readonly OutsideDecision[],
): readonly AgendaItem[] {
  const earlier = meetings.filter((one) => one.body === meeting.body && one.day < meeting.day);
  const minutes = earlier
    .filter((one) => wasHeld(one) && one.status !== 'minutes-approved')
    .map(
      (one): AgendaItem => ({ ...PLAIN, id: `minutes-${one.id}`, title: `Minutes of ${one.id}`, origin: 'minutes' }),
    );
  const open = earlier.flatMap(({ actions }) => actions).some((one) => one.closed === null);
  const actions: AgendaItem = {
    ...PLAIN,
    id: 'actions',
    title: 'Actions outstanding',
    origin: 'actions',
    purpose: 'discussion',
  };
  const noted: AgendaItem = {
    ...PLAIN,
    id: 'decisions-outside',
    title: 'Decisions made outside meetings',
    origin: 'outside',
    purpose: 'information',
  };
  return [...minutes, ...(open ? [actions] : []), ...(outside.length > 0 ? [noted] : [])];
}

/** Items of the meeting before that it carried over and that are not due by themselves. */
function carriedFrom(before: Meeting | null, due: readonly AgendaItem[]): readonly AgendaItem[] {
  return (before?.items ?? [])
    .filter(({ id }) => before?.carried.includes(id) && !due.some((one) => one.id === id))
    .filter(({ origin }) => origin === 'added' || origin === 'carried')
    .map((item) => ({ ...item, origin: 'carried' }));
}

/** Decisions of a body after the meeting before and on a day without a meeting, in the order of their days. */
export function outsideDecisions(
  meeting: Pick<Meeting, 'body' | 'day'>,
  meetings: readonly Meeting[],
  concerned: readonly Concerned[],
): readonly OutsideDecision[] {
  const since = meetingBefore(meeting, meetings)?.day ?? null;
  if (since === null) return [];
  const days = new Set(
    meetings.filter((one) => one.body === meeting.body && one.status !== 'cancelled').map(({ day }) => day),
  );
  return concerned
    .flatMap(({ life, rules }) =>
      life.done.flatMap(({ step: id, outcome, on }): OutsideDecision[] => {
        const step = rules.profile.steps.find((one) => one.id === id);
        const isOurs = step !== undefined && isTakenBy(step, meeting.body);
        if (!isOurs || on <= since || on >= meeting.day || days.has(on)) return [];
        const title = step.outcomes.find((one) => one.id === outcome)?.title ?? outcome;
        return [{ modification: life.content.id, step: id, title: step.title, outcome: title, on }];
      }),
    )
    .toSorted((a, b) => a.on - b.on);
}

/** Actions of earlier meetings of the body that are not closed, those overdue first. */
export function outstandingActions(meeting: Pick<Meeting, 'body' | 'day'>, meetings: readonly Meeting[], today: Day) {
  return meetings
    .filter((one) => one.body === meeting.body && one.day < meeting.day)
    .flatMap(({ actions }) => actions)
    .filter(({ closed }) => closed === null)
    .map((action) => ({ ...action, standing: standingOf(action, today) }))
    .toSorted((a, b) => a.due - b.due);
}

function wasHeld({ status }: Meeting): boolean {
  return status !== 'cancelled' && !isAhead({ status });
}
