import { type Day, writeDay } from '../kernel/day.ts';
import { accepted, type Decision, refused } from '../kernel/decider.ts';
import { contains, type Interval, intersect } from '../kernel/interval.ts';
import { type Rejection, type RejectionCode, rejection } from '../kernel/rejection.ts';
import type { Actor } from './actor.ts';
import {
  type Alternate,
  holderOn,
  isPerson,
  isRecorded,
  isSame,
  type Membership,
  type MembershipEvent,
  type Person,
  type Term,
} from './membership.ts';
import type { Body } from './party.ts';

/** What can be asked of the membership of a body. */
export type MembershipCommand = { readonly person: Person } & (
  | { readonly type: 'appoint-member'; readonly seat: string | null; readonly from: Day; readonly until: Day | null }
  | { readonly type: 'end-membership'; readonly seat: string | null; readonly until: Day; readonly reasons: string }
  | {
      readonly type: 'name-alternate';
      readonly seat: string;
      readonly from: Day;
      readonly until: Day | null;
      readonly only: readonly string[] | null;
    }
  | { readonly type: 'end-alternate'; readonly seat: string; readonly until: Day }
);

/** What a decision about a membership may know: the body as its code has it, who acts and when. */
export interface MembershipContext {
  readonly body: Body;
  readonly code: string;
  readonly actor: Actor;
  readonly today: Day;
}

/** What a command comes to for the membership of a body. Never throws. */
export function decideMembership(
  command: MembershipCommand,
  state: Membership,
  context: MembershipContext,
): Decision<MembershipEvent> {
  const fault = formFault(command, context) ?? actorFault(command, state, context);
  if (fault !== null) return refused(fault);
  const { body, code, today: on } = context;
  const about = { body: body.id, code, on };
  switch (command.type) {
    case 'appoint-member': {
      const { type: _, ...term } = command;
      const taken = takenBy(term, state, context);
      return taken === null ? accepted({ type: 'member-appointed', ...about, ...term }) : refused(taken);
    }
    case 'end-membership': {
      const { type: _, ...end } = command;
      const term = state.terms.find((one) => one.seat === end.seat && isRunning(one, end));
      return term === undefined
        ? refused(notThere(end, context, 'is no member'))
        : accepted({ type: 'membership-ended', ...about, ...end, person: term.person });
    }
    case 'name-alternate': {
      const { type: _, ...named } = command;
      const twice = state.alternates.find((one) => isOverlapping(one, named) && covers(one, named.only));
      if (twice === undefined) return accepted({ type: 'alternate-named', ...about, ...named });
      const sentence = `${named.person.name} stands in for "${named.seat}" already, ${daysOf(twice)}.`;
      return refused(faultAt('seat-taken', sentence, 'from', context));
    }
    case 'end-alternate': {
      const { type: _, ...end } = command;
      const alternate = state.alternates.find((one) => one.seat === end.seat && isRunning(one, end));
      return alternate === undefined
        ? refused(notThere(end, context, 'does not stand in'))
        : accepted({ type: 'alternate-ended', ...about, ...end, person: alternate.person });
    }
  }
}

/** What is wrong with a command by itself: an unknown seat, no name, days that are none. */
function formFault(command: MembershipCommand, context: MembershipContext): Rejection | null {
  const { body } = context;
  const { seat, person } = command;
  if (body.seats.length === 0 ? seat !== null : !body.seats.some((one) => one.id === seat)) {
    const known = body.seats.map((one) => one.id).join(', ');
    const expected = known === '' ? 'no seat, because its members have none' : `one of ${known}`;
    const given = seat === null ? 'no seat is given' : `there is no seat "${seat}"`;
    return faultAt('input-invalid', `For ${body.inSentence} ${given}; expected ${expected}.`, 'seat', context);
  }
  if (person.name.trim() === '') return faultAt('input-invalid', 'Say who it is.', 'person', context);
  if ('from' in command && command.until !== null && command.until <= command.from) {
    const sentence = `It would end on ${writeDay(command.until)}, before it begins on ${writeDay(command.from)}; expected a later day, or none.`;
    return faultAt('input-invalid', sentence, 'until', context);
  }
  return null;
}

/** Members are for the Code Administrator to record; for a seat, its holder too may say who stands in. */
function actorFault(command: MembershipCommand, state: Membership, context: MembershipContext): Rejection | null {
  const { actor, body, today } = context;
  if (actor.role === 'code-administrator') return null;
  const { type, seat } = command;
  const isAboutAlternate = type === 'name-alternate' || type === 'end-alternate';
  if (isAboutAlternate && seat !== null) {
    const holder = holderOn(state, seat, today);
    if (isRecorded(state, seat) ? holder !== null && isPerson(holder.person, actor) : actor.seat === seat) return null;
  }
  const what = isAboutAlternate ? `say who stands in for the seat "${seat}"` : `say who sits in ${body.inSentence}`;
  const who = isAboutAlternate ? 'its holder or the Code Administrator' : 'the Code Administrator';
  const sentence = `To ${what} is for ${who}, not for ${actor.name}.`;
  return { ...faultAt('wrong-actor', sentence, 'seat', context), unblock: [{ who, by: what, until: null }] };
}

/** That somebody sits there in those days. */
function takenBy(term: Omit<Term, 'ended'>, { terms }: Membership, context: MembershipContext): Rejection | null {
  const sitting = terms.find(
    (one) => one.seat === term.seat && (term.seat !== null || isSame(one.person, term.person)) && isSharing(one, term),
  );
  if (sitting === undefined) return null;
  const where = term.seat === null ? context.body.inSentence : `the seat "${term.seat}"`;
  const sentence = `${sitting.person.name} sits in ${where} ${daysOf(sitting)}; that membership must end first.`;
  return faultAt('seat-taken', sentence, 'seat', context);
}

/** A time that has not ended by a day, of the person meant where a body has several without seats. */
function isRunning(one: Term | Alternate, end: { readonly person: Person; readonly until: Day }): boolean {
  return isSame(one.person, end.person) && one.from <= end.until && (one.until === null || one.until > end.until);
}

/** Whether a naming that is there already is for all that a new one is for. */
function covers({ only }: Alternate, wanted: readonly string[] | null): boolean {
  return only === null || (wanted?.every((one) => only.includes(one)) ?? false);
}

function isOverlapping(one: Alternate, other: { readonly seat: string; readonly person: Person } & Interval): boolean {
  return one.seat === other.seat && isSame(one.person, other.person) && isSharing(one, other);
}

function isSharing(a: Interval, b: Interval): boolean {
  // An appointment that ended before it began holds no day.
  return contains(a, a.from) && intersect(a, b) !== null;
}

function notThere(
  { seat, person, until }: { readonly seat: string | null; readonly person: Person; readonly until: Day },
  context: MembershipContext,
  what: string,
): Rejection {
  const where = seat === null ? `of ${context.body.inSentence}` : `for the seat "${seat}"`;
  return faultAt('not-found', `${person.name} ${what} ${where} on ${writeDay(until)}.`, 'person', context);
}

function daysOf({ from, until }: Interval): string {
  return until === null ? `from ${writeDay(from)} on` : `from ${writeDay(from)} until ${writeDay(until)}`;
}

function faultAt(code: RejectionCode, sentence: string, field: string, { body }: MembershipContext): Rejection {
  return rejection(code, sentence, { citation: body.citation, place: { field } });
}
