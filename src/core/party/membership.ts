import type { Day } from '../kernel/day.ts';
import { contains, type Interval } from '../kernel/interval.ts';
import type { Actor } from './actor.ts';

/** Somebody who sits in a body. Without an account they are known by their name alone. */
export interface Person {
  /** Account by id, as the log names who acts. */
  readonly account: string | null;
  readonly name: string;
}

/** Somebody's time in a body; `seat` is null in a body whose members have no seats. `until` is the first day after it. */
export interface Term extends Interval {
  readonly seat: string | null;
  readonly person: Person;
  /** Why it ended before its time; null when it runs as it was given. */
  readonly ended: string | null;
}

/** Somebody who stands in for the holder of a seat. */
export interface Alternate extends Interval {
  readonly seat: string;
  readonly person: Person;
  /** What for, as streams of the record (`modification/SECMP0065`, `meeting/…`); null: whatever comes up in that time. */
  readonly only: readonly string[] | null;
}

/** Stream `body/<id>`: who sits in a body, for whom, from when to when. Bodies of several codes may share an id. */
export type MembershipEvent = { readonly body: string; readonly code: string; readonly on: Day } & (
  | {
      readonly type: 'member-appointed';
      readonly seat: string | null;
      readonly person: Person;
      readonly from: Day;
      readonly until: Day | null;
    }
  | {
      readonly type: 'membership-ended';
      readonly seat: string | null;
      readonly person: Person;
      readonly until: Day;
      readonly reasons: string;
    }
  | {
      readonly type: 'alternate-named';
      readonly seat: string;
      readonly person: Person;
      readonly from: Day;
      readonly until: Day | null;
      readonly only: readonly string[] | null;
    }
  | {
      readonly type: 'alternate-ended';
      readonly seat: string;
      readonly person: Person;
      readonly until: Day;
    }
);

/** Everybody who was ever appointed to a body or named for a seat of it, in order. */
export interface Membership {
  readonly terms: readonly Term[];
  readonly alternates: readonly Alternate[];
}

/** Of a body in which nobody was appointed. */
export const NO_MEMBERS: Membership = { terms: [], alternates: [] };

/** Members after one more event. Total: an end of what there is not changes nothing. */
export function evolveMembership(state: Membership, event: MembershipEvent): Membership {
  const { seat, person, until } = event;
  switch (event.type) {
    case 'member-appointed':
      return { ...state, terms: [...state.terms, { seat, person, from: event.from, until, ended: null }] };
    case 'membership-ended': {
      const terms = state.terms.map((term) =>
        term.seat === seat && isSame(term.person, person) && runsOn(term, event.until)
          ? { ...term, until: event.until, ended: event.reasons }
          : term,
      );
      return { ...state, terms };
    }
    case 'alternate-named': {
      const { from, only } = event;
      return { ...state, alternates: [...state.alternates, { seat: event.seat, person, from, until, only }] };
    }
    case 'alternate-ended': {
      const alternates = state.alternates.map((one) =>
        one.seat === seat && isSame(one.person, person) && runsOn(one, event.until)
          ? { ...one, until: event.until }
          : one,
      );
      return { ...state, alternates };
    }
  }
}

/** Whether somebody was ever appointed to a seat: until then whoever's account has the seat holds it. */
export function isRecorded({ terms }: Membership, seat: string): boolean {
  return terms.some((term) => term.seat === seat);
}

/** Who holds a seat on a day; null when it is vacant. */
export function holderOn({ terms }: Membership, seat: string, on: Day): Term | null {
  return terms.find((term) => term.seat === seat && contains(term, on)) ?? null;
}

/** Who is a member on a day, in order of appointment. */
export function membersOn({ terms }: Membership, on: Day): readonly Term[] {
  return terms.filter((term) => contains(term, on));
}

/** Who may stand in for a seat on a day, for a ballot or meeting by its stream. */
export function alternatesOn({ alternates }: Membership, seat: string, on: Day, about: string): readonly Alternate[] {
  return alternates.filter((one) => one.seat === seat && contains(one, on) && (one.only?.includes(about) ?? true));
}

/** Whether an actor is the person; one without an account is told by the name. */
export function isPerson({ account, name }: Person, actor: Pick<Actor, 'id' | 'name'>): boolean {
  return account === null ? name === actor.name : account === actor.id;
}

/** Whether two entries mean the same person. */
export function isSame(a: Person, b: Person): boolean {
  return a.account === b.account && (a.account !== null || a.name === b.name);
}

/** Whether a time still holds on a day or later. */
function runsOn({ until }: Interval, on: Day): boolean {
  return until === null || until > on;
}
