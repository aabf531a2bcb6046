import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../../test/support/proposal.ts';
import { addDays, day } from '../kernel/day.ts';
import { fold } from '../kernel/decider.ts';
import { contains } from '../kernel/interval.ts';
import { decideMembership, type MembershipCommand, type MembershipContext } from './decide-membership.ts';
import {
  alternatesOn,
  evolveMembership,
  holderOn,
  isRecorded,
  type Membership,
  type MembershipEvent,
  membersOn,
  NO_MEMBERS,
} from './membership.ts';

const BOARD = RULES.bodies.find((one) => one.id === 'change-board');
const PANEL = RULES.bodies.find((one) => one.id === 'panel');
if (BOARD === undefined || PANEL === undefined) throw new Error('the rulebook has no Change Board or no Panel');
const [BODY, PLAIN] = [BOARD, PANEL];
const SEAT = 'large-supplier-1';
const ADA = { account: 'ada', name: 'Ada' };
const BEN = { account: 'ben', name: 'Ben' };
const secretary = { id: 'secretary', name: 'Code Administrator', role: 'code-administrator' } as const;
const FIRST = day('2018-10-01');
const context: MembershipContext = { body: BODY, code: 'sec', actor: secretary, today: FIRST };

const appoint = (person = ADA, from = FIRST, until: typeof FIRST | null = null): MembershipCommand => ({
  type: 'appoint-member',
  seat: SEAT,
  person,
  from,
  until,
});
const end = (person = ADA, until = day('2018-11-01')): MembershipCommand => ({
  type: 'end-membership',
  seat: SEAT,
  person,
  until,
  reasons: 'Moved on.',
});
const stand = (person = BEN, only: readonly string[] | null = null): MembershipCommand => ({
  type: 'name-alternate',
  seat: SEAT,
  person,
  from: day('2018-10-20'),
  until: day('2018-10-27'),
  only,
});

function having(commands: readonly MembershipCommand[], asked = context): Membership {
  return commands.reduce((state, command) => {
    const decision = decideMembership(command, state, asked);
    if (!decision.ok) throw new Error(decision.rejection.sentence);
    return fold(state, evolveMembership, decision.events);
  }, NO_MEMBERS);
}

function refusal(command: MembershipCommand, state: Membership, asked = context) {
  const decision = decideMembership(command, state, asked);
  if (decision.ok) throw new Error('it was not refused');
  return decision.rejection;
}

describe('a member of a body', () => {
  test('holds the seat from the first day of the term to the day before it ends', () => {
    const state = having([appoint(ADA, FIRST, day('2019-10-01')), end()]);
    expect(holderOn(state, SEAT, day('2018-10-31'))?.person).toEqual(ADA);
    expect(holderOn(state, SEAT, day('2018-11-01'))).toBeNull();
    expect(holderOn(state, SEAT, day('2018-09-30'))).toBeNull();
    expect(isRecorded(state, SEAT)).toBe(true);
    expect(isRecorded(state, 'small-supplier-1')).toBe(false);
  });

  test('is followed by another on the day on which the term ends', () => {
    const state = having([appoint(), end(), appoint(BEN, day('2018-11-01'))]);
    expect(membersOn(state, day('2018-11-01')).map((term) => term.person)).toEqual([BEN]);
  });

  test('is not appointed where somebody sits in those days, and the refusal says who', () => {
    expect(refusal(appoint(BEN, day('2018-12-01')), having([appoint()]))).toMatchObject({
      code: 'seat-taken',
      sentence: `Ada sits in the seat "${SEAT}" from 1 October 2018 on; that membership must end first.`,
      citation: BODY.citation,
    });
  });

  test('of a body without seats sits there beside others, once', () => {
    const panel = { ...context, body: PLAIN };
    const member = (person: typeof ADA): MembershipCommand => ({
      type: 'appoint-member',
      seat: null,
      person,
      from: FIRST,
      until: null,
    });
    const state = having([member(ADA), member(BEN)], panel);
    expect(membersOn(state, FIRST)).toHaveLength(2);
    expect(refusal(member(ADA), state, panel).code).toBe('seat-taken');
    expect(refusal({ ...member(ADA), seat: SEAT } as MembershipCommand, state, panel).place).toEqual({ field: 'seat' });
  });

  test('of an unknown seat, without a name, or with a term that ends before it begins is refused', () => {
    const state = NO_MEMBERS;
    expect(refusal({ ...appoint(), seat: 'moon' } as MembershipCommand, state).sentence).toContain(
      'there is no seat "moon"; expected one of large-supplier-1',
    );
    expect(refusal(appoint({ account: 'x', name: ' ' }), state).sentence).toBe('Say who it is.');
    expect(refusal(appoint(ADA, FIRST, FIRST), state).place).toEqual({ field: 'until' });
    expect(refusal(end(BEN), having([appoint()])).code).toBe('not-found');
  });
});

describe('an alternate', () => {
  test('stands in on the days and for the ballots named, and on no other', () => {
    const state = having([appoint(), stand(BEN, ['modification/A'])]);
    const named = (on: string, about: string) => alternatesOn(state, SEAT, day(on), about).length;
    expect(named('2018-10-20', 'modification/A')).toBe(1);
    expect(named('2018-10-20', 'modification/B')).toBe(0);
    expect(named('2018-10-19', 'modification/A')).toBe(0);
    expect(named('2018-10-27', 'modification/A')).toBe(0);
  });

  test('is named by the holder of the seat or the Code Administrator, and by nobody else', () => {
    const state = having([appoint()]);
    const as = (id: string, seat?: string) => ({
      ...context,
      actor: { id, name: id, role: 'change-board' as const, ...(seat === undefined ? {} : { seat }) },
    });
    expect(decideMembership(stand(), state, as('ada')).ok).toBe(true);
    expect(refusal(stand(), state, as('ben', SEAT))).toMatchObject({
      code: 'wrong-actor',
      sentence: `To say who stands in for the seat "${SEAT}" is for its holder or the Code Administrator, not for ben.`,
    });
    expect(decideMembership(stand(), NO_MEMBERS, as('anyone', SEAT)).ok).toBe(true);
    expect(refusal(appoint(), NO_MEMBERS, as('ada', SEAT)).code).toBe('wrong-actor');
  });

  test('is not named twice for the same, and stands in no longer once ended', () => {
    const state = having([appoint(), stand(BEN, ['modification/A'])]);
    expect(refusal(stand(BEN, ['modification/A']), state).code).toBe('seat-taken');
    expect(decideMembership(stand(BEN, ['modification/B']), state, context).ok).toBe(true);
    const ended = having([
      appoint(),
      stand(),
      { type: 'end-alternate', seat: SEAT, person: BEN, until: day('2018-10-22') },
    ]);
    expect(alternatesOn(ended, SEAT, day('2018-10-21'), 'x')).toHaveLength(1);
    expect(alternatesOn(ended, SEAT, day('2018-10-22'), 'x')).toHaveLength(0);
  });
});

const person = fc.constantFrom(ADA, BEN);
const dayNear = fc.integer({ min: 0, max: 30 }).map((days) => addDays(FIRST, days));
const term = { seat: fc.constantFrom(SEAT, 'small-supplier-1'), person, from: dayNear };
const command: fc.Arbitrary<MembershipCommand> = fc.oneof(
  fc.record({ type: fc.constant('appoint-member' as const), ...term, until: fc.option(dayNear) }),
  fc.record({
    type: fc.constant('end-membership' as const),
    seat: term.seat,
    person,
    until: dayNear,
    reasons: fc.constant(''),
  }),
);

describe('over any commands', () => {
  test('no seat ever has two holders on a day, and replaying the events gives the same members', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 14 }), dayNear, (commands, on) => {
        const events: MembershipEvent[] = [];
        let state = NO_MEMBERS;
        for (const one of commands) {
          const decision = decideMembership(one, state, context);
          if (!decision.ok) continue;
          events.push(...decision.events);
          state = fold(state, evolveMembership, decision.events);
        }
        const holders = state.terms.filter((one) => one.seat === SEAT && contains(one, on));
        expect(holders.length).toBeLessThan(2);
        expect(fold(NO_MEMBERS, evolveMembership, events)).toEqual(state);
      }),
    );
  });
});
