import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import { instantOn } from '../../kernel/instant.ts';
import type { Actor, Role } from '../../party/actor.ts';
import { castableBy } from '../ballot/casters.ts';
import { countingRules } from '../ballot/counting.ts';
import { awaitedIn } from '../ballot/electorate.ts';
import type { ProposalRules } from '../context.ts';
import { statusOf } from '../profile/net.ts';
import type { Step } from '../profile/profile.ts';
import { restAwaits, rests } from '../resting.ts';
import { openBallot, openConsultation } from '../running.ts';
import type { ProposalLife } from '../state.ts';
import type { StandingPlan } from '../timetable/standing-plan.ts';
import { plannedFor } from '../timetable/timetable.ts';
import type { NextAct } from '../what-next.ts';

/** Whom one asks for: a person with what they hold, or a body, a Party or a role as a whole. */
export interface Awaited {
  /** Null for a body that no role of the record stands for. */
  readonly role: Role | null;
  /** A body by id, whose votes are meant. */
  readonly body: string | null;
  readonly seat: string | null;
  readonly party: string | null;
  /** The category of the Party by id; null when it is not known, and then it shuts nobody out. */
  readonly category: string | null;
  /** Whether all who act so are meant, and not one of them. */
  readonly whole: boolean;
  /** A person, who may also vote for another by standing in or by proxy, and the day; absent when no person is meant. */
  readonly person?: { readonly actor: Actor; readonly today: Day };
}

/** Whether an act waits for someone: it is theirs to do, and they have not done it. */
export function awaits(act: NextAct, life: ProposalLife, rules: ProposalRules, who: Awaited): boolean {
  if (rests(life)) return restAwaits(act, life, who);
  const step = rules.profile.steps.find((one) => one.id === act.step);
  if (act.operation === null || step === undefined) return false;
  // Of a person it is the list of voters that says so: an alternate votes whatever the role of their account.
  const isVote = act.operation === 'cast-vote' || act.operation === 'declare-interest';
  if (isVote && who.person !== undefined) return isToVote(step, life, rules, who);
  if (!isTheirs(act.roles, step, who)) return false;
  switch (act.operation) {
    case 'cast-vote':
    case 'declare-interest':
      return isToVote(step, life, rules, who);
    case 'respond':
      return isToRespond(step, life, who);
    case 'refer-decision':
      return isOwn(who.party, who, (party) => !life.referrals.some((one) => one.party === party));
    default:
      return who.role !== 'proposer' || who.party === null || who.party === life.content.proposer.id;
  }
}

/** When an act is due, for an order by time: its latest instant, else its first day; null when it has neither. */
export function dueAt({ from, until }: Pick<NextAct, 'from' | 'until'>): Instant | null {
  return until ?? (from === null ? null : instantOn(from, '00:00'));
}

/** Which of two acts comes first: the overdue, then by time, those without a date last. */
export function byTime<T extends Pick<NextAct, 'from' | 'until' | 'overdue'>>(one: T, other: T): number {
  if (one.overdue !== other.overdue) return one.overdue ? -1 : 1;
  const [at, beside] = [dueAt(one), dueAt(other)];
  if (at === beside) return 0;
  if (at === null || beside === null) return at === null ? 1 : -1;
  return at < beside ? -1 : 1;
}

/** What will be theirs to do once other steps are done. */
export interface Coming {
  readonly step: string;
  readonly act: string;
  /** The first day that the timetable plans for it, or that follows from the days that it plans. */
  readonly from: Day;
}

/** The step still to come that a timetable plans first for someone, or that follows from it; null when there is none. */
export function comingTo(
  life: ProposalLife,
  rules: ProposalRules,
  who: Awaited,
  worked: () => StandingPlan,
): Coming | null {
  const theirs = rules.profile.steps.filter(
    (step) => statusOf(step, life, rules.profile).kind === 'waiting' && isTheirs(takersOf(step), step, who),
  );
  const held = (step: Step) => plannedFor(step.id, life, rules.profile);
  // Asked for only by steps without a day of their own, which then have the one that the timetable shows.
  const rows = theirs.every((step) => held(step) !== null) ? [] : worked().rows;
  const planned = theirs.flatMap((step): Coming[] => {
    const from = held(step)?.from ?? rows.find((row) => row.step === step.id && row.state === 'planned')?.from;
    return from === undefined ? [] : [{ step: step.id, act: step.act, from }];
  });
  return planned.toSorted((a, b) => a.from - b.from)[0] ?? null;
}

/** Who takes part in a step, beside who opens it. */
function takersOf(step: Step): readonly Role[] {
  if (step.kind === 'consultation') return [...step.by, 'party'];
  return step.kind === 'ballot' ? [...step.by, ...(step.voting?.voters ?? ['change-board'])] : step.by;
}

function isTheirs(roles: readonly Role[], step: Step, { role, body }: Awaited): boolean {
  if (role !== null) return roles.includes(role);
  return body !== null && step.voting?.body === body;
}

function isToVote(step: Step, life: ProposalLife, rules: ProposalRules, who: Awaited): boolean {
  const held = openBallot(step.id, life);
  if (held === null) return false;
  const left = awaitedIn(held, countingRules(step, life, rules)).map(({ seat }) => seat);
  if (who.person !== undefined) {
    const place = { step, about: `modification/${life.content.id}` };
    return castableBy(held, place, who.person).some(({ seat }) => left.includes(seat));
  }
  const own = step.voting?.unit === 'party' ? who.party : who.seat;
  return own === null ? who.whole && left.length > 0 : left.includes(own);
}

function isToRespond(step: Step, life: ProposalLife, who: Awaited): boolean {
  if (who.category !== null && step.consultees !== undefined && !step.consultees.includes(who.category)) return false;
  const held = openConsultation(step.id, life);
  return isOwn(who.party, who, (party) => !held?.responses.some((one) => one.party === party));
}

/** What holds of their own seat or Party; who has none is meant only as one of all. */
function isOwn(own: string | null, { whole }: Awaited, holds: (own: string) => boolean): boolean {
  return own === null ? whole : holds(own);
}
