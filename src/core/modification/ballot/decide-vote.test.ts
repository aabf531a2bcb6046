import { describe, expect, test } from 'vitest';
import { Ballot } from '../../../../test/support/held-ballot.ts';
import { holder, PEOPLE, RULES, refusalOf, SEATS, vote } from '../../../../test/support/proposal.ts';
import { day } from '../../kernel/day.ts';
import type { Actor } from '../../party/actor.ts';
import type { MembershipEvent } from '../../party/membership.ts';
import type { ProposalCommand } from '../command.ts';
import { whatNext } from '../what-next.ts';

const [FIRST = '', SECOND = '', THIRD = ''] = SEATS;
const ballotStep = RULES.profile.steps.find((one) => one.id === 'ballot');
if (ballotStep === undefined) throw new Error('the profile has no ballot');
const { citation } = ballotStep;
const again: ProposalCommand = { type: 'withdraw-vote', step: null, seat: null };
const proxy = (to: string | null): ProposalCommand => ({ type: 'give-proxy', step: null, seat: null, to });

const about = { body: 'change-board', code: 'sec', on: day('2018-10-01') } as const;
const appointed = (seat: string, name: string, until: string | null = null): MembershipEvent => ({
  type: 'member-appointed',
  ...about,
  seat,
  person: { account: name.toLowerCase(), name },
  from: day('2018-10-01'),
  until: until === null ? null : day(until),
});
const named = (seat: string, name: string, from: string, only: readonly string[] | null = null): MembershipEvent => ({
  type: 'alternate-named',
  ...about,
  seat,
  person: { account: name.toLowerCase(), name },
  from: day(from),
  until: day('2018-12-01'),
  only,
});
const person = (name: string, seat?: string): Actor => ({
  id: name.toLowerCase(),
  name,
  role: 'change-board',
  ...(seat === undefined ? {} : { seat }),
});

describe('a vote that may be changed until the ballot closes', () => {
  test('counts as it was cast last, and every change is kept with who made it', () => {
    const ballot = new Ballot()
      .do('2018-10-24 10:00', holder(FIRST), vote(null, 'approve'))
      .do('2018-10-24 11:00', holder(FIRST), vote(null, 'reject'));
    expect(ballot.held().votes).toMatchObject([{ seat: FIRST, position: 'reject', by: { as: 'holder', name: FIRST } }]);
    expect(ballot.held().acts).toMatchObject([{ position: 'approve' }, { position: 'reject' }]);
    expect(ballot.tally()).toMatchObject({ present: 1, reject: 1, approve: 0 });
  });

  test('cast twice alike is one vote', () => {
    const ballot = new Ballot().do('2018-10-24 10:00', holder(FIRST), vote(null, 'approve'));
    expect(ballot.try('2018-10-24 10:01', holder(FIRST), vote(null, 'approve'))).toEqual({ ok: true, events: [] });
  });

  test('can be taken back, and is then awaited again', () => {
    const ballot = new Ballot().do('2018-10-24 10:00', holder(FIRST), vote(null, 'approve'));
    ballot.do('2018-10-24 10:30', holder(FIRST), again);
    expect(ballot.held()).toMatchObject({ votes: [], acts: [{ type: 'vote-cast' }, { type: 'vote-withdrawn' }] });
    expect(refusalOf(ballot.try('2018-10-24 10:40', holder(FIRST), again)).sentence).toBe(
      `The seat "${FIRST}" has no vote in "Change Board vote" that could be taken back.`,
    );
  });

  test('stands where the rules say so: neither changed nor taken back', () => {
    const ballot = new Ballot({ change: { rule: 'never', citation } });
    ballot.do('2018-10-24 10:00', holder(FIRST), vote(null, 'approve'));
    expect(refusalOf(ballot.try('2018-10-24 11:00', holder(FIRST), vote(null, 'reject')))).toMatchObject({
      code: 'already-voted',
      sentence: `The seat "${FIRST}" has already voted in "Change Board vote"; a seat votes once, and nobody can change its vote.`,
      citation: { clause: 'D8' },
    });
    expect(refusalOf(ballot.try('2018-10-24 11:00', holder(FIRST), again)).code).toBe('already-voted');
  });

  test('comes too late after the close, by whatever form', () => {
    const ballot = new Ballot().do('2018-10-24 10:00', holder(FIRST), vote(null, 'approve'));
    for (const command of [vote(null, 'reject'), again]) {
      expect(refusalOf(ballot.try('2018-10-24 16:00', holder(FIRST), command)).code).toBe('too-late');
    }
  });
});

describe('the list of voters, frozen when the ballot opens', () => {
  const members = [appointed(FIRST, 'Ada'), named(FIRST, 'Ben', '2018-10-20'), appointed(SECOND, 'Cy', '2018-10-10')];

  test('says who holds each seat and who stands in, and leaves out a seat that is vacant', () => {
    const held = new Ballot({}, members).held();
    expect(held.vacant).toEqual([SECOND]);
    expect(held.electorate.map((one) => one.seat)).not.toContain(SECOND);
    expect(held.electorate[0]?.voters).toMatchObject([
      { as: 'holder', person: { name: 'Ada' } },
      { as: 'alternate', person: { name: 'Ben' } },
    ]);
    expect(held.electorate.find((one) => one.seat === THIRD)?.voters).toBeUndefined();
  });

  test('lets the alternate vote, and the vote says that it was one', () => {
    const ballot = new Ballot({}, members).do('2018-10-24 10:00', person('Ben'), vote(null, 'approve'));
    expect(ballot.events.at(-1)).toMatchObject({ seat: FIRST, by: { as: 'alternate', account: 'ben', name: 'Ben' } });
  });

  test('keeps whose account has the seat from voting once somebody is appointed to it', () => {
    const refusal = refusalOf(new Ballot({}, members).try('2018-10-24 10:00', holder(FIRST), vote(FIRST, 'approve')));
    expect(refusal.code).toBe('no-seat');
  });

  test('refuses a member whose term is over, with who can', () => {
    const ballot = new Ballot({}, members);
    const gone: MembershipEvent = {
      type: 'membership-ended',
      ...about,
      seat: FIRST,
      person: { account: 'ada', name: 'Ada' },
      until: day('2018-10-24'),
      reasons: '',
    };
    expect(
      refusalOf(ballot.try('2018-10-24 10:00', person('Ada', FIRST), vote(null, 'approve'), [gone])),
    ).toMatchObject({
      code: 'no-seat',
      sentence: `Ada sits for the seat "${FIRST}" from 1 October 2018 until 24 October 2018, not on 24 October 2018, and cannot vote for it in "Change Board vote".`,
      citation: { clause: 'D8' },
      unblock: [{ who: 'Ben (alternate)' }],
    });
    const before = refusalOf(ballot.try('2018-10-24 10:00', person('Cy', SECOND), vote(null, 'approve')));
    expect(before.sentence).toContain('Cy holds no seat on the list of voters');
  });

  test('refuses an alternate on a day, or for a ballot, that is not theirs, and one named after it opened', () => {
    const later = new Ballot({}, [appointed(FIRST, 'Ada'), named(FIRST, 'Ben', '2018-10-25')]);
    expect(refusalOf(later.try('2018-10-24 10:00', person('Ben'), vote(null, 'approve')))).toMatchObject({
      code: 'no-seat',
      sentence: `Ben stands in for the seat "${FIRST}" from 25 October 2018 until 1 December 2018, not on 24 October 2018, and cannot vote for it in "Change Board vote".`,
      unblock: [{ who: 'Ada (holder)' }],
    });
    const other = new Ballot({}, [appointed(FIRST, 'Ada'), named(FIRST, 'Ben', '2018-10-01', ['modification/OTHER'])]);
    expect(refusalOf(other.try('2018-10-24 10:00', person('Ben'), vote(FIRST, 'approve'))).code).toBe('no-seat');
    const opened = new Ballot({}, [appointed(FIRST, 'Ada')]);
    const late = [named(FIRST, 'Ben', '2018-10-01')];
    expect(refusalOf(opened.try('2018-10-24 10:00', person('Ben'), vote(FIRST, 'approve'), late)).code).toBe('no-seat');
    const none = new Ballot({ alternates: null }, [appointed(FIRST, 'Ada'), named(FIRST, 'Ben', '2018-10-01')]);
    expect(refusalOf(none.try('2018-10-24 10:00', person('Ben'), vote(FIRST, 'approve'))).code).toBe('no-seat');
  });

  test('refuses a vote for the seat of another, with the clause and who can', () => {
    const ballot = new Ballot({}, [appointed(FIRST, 'Ada'), appointed(SECOND, 'Cy')]);
    expect(refusalOf(ballot.try('2018-10-24 10:00', person('Ada', FIRST), vote(SECOND, 'approve')))).toMatchObject({
      code: 'no-seat',
      sentence: `Ada holds the seat "${FIRST}" and cannot vote for the seat "${SECOND}" in "Change Board vote".`,
      citation: { clause: 'D8' },
      unblock: [{ who: 'Cy (holder)', by: 'vote in the Change Board vote' }],
    });
  });
});

describe('a vote given to another voter', () => {
  const most = { ...RULES.parameters[0], id: 'most', values: [{ from: null, value: 1, citation }] };
  const proxied = () =>
    new Ballot({ proxies: { rule: 'most', citation } }, [], {
      parameters: [...RULES.parameters, most as (typeof RULES.parameters)[number]],
    });

  test('is cast by that voter, and the vote says for whom and by whom', () => {
    const ballot = proxied().do('2018-10-24 09:10', holder(FIRST), proxy(SECOND));
    ballot.do('2018-10-24 10:00', holder(SECOND), vote(FIRST, 'approve'));
    expect(ballot.held().votes).toMatchObject([{ seat: FIRST, by: { as: 'proxy', name: SECOND, seat: SECOND } }]);
    expect(ballot.held().electorate).toHaveLength(SEATS.length);
  });

  test('ends when its holder votes in person or takes it back', () => {
    const voted = proxied().do('2018-10-24 09:10', holder(FIRST), proxy(SECOND));
    voted.do('2018-10-24 10:00', holder(FIRST), vote(null, 'reject'));
    expect(refusalOf(voted.try('2018-10-24 10:10', holder(SECOND), vote(FIRST, 'approve'))).code).toBe('no-seat');
    const back = proxied().do('2018-10-24 09:10', holder(FIRST), proxy(SECOND));
    back.do('2018-10-24 09:20', holder(FIRST), proxy(null));
    expect(refusalOf(back.try('2018-10-24 10:10', holder(SECOND), vote(FIRST, 'approve'))).code).toBe('no-seat');
  });

  test('is refused beyond the most that one may hold, to a stranger, and where the rules know no proxies', () => {
    const ballot = proxied().do('2018-10-24 09:10', holder(FIRST), proxy(SECOND));
    const refusal = (who: string, to: string) => refusalOf(ballot.try('2018-10-24 09:20', holder(who), proxy(to)));
    expect(refusal(THIRD, SECOND)).toMatchObject({
      code: 'no-proxy',
      sentence: `"${SECOND}" holds the votes of 1 others already; the most is 1.`,
      citation: { clause: 'D8' },
    });
    expect(refusal(THIRD, 'nobody').sentence).toContain('expected another seat on the list of voters');
    expect(refusal(THIRD, THIRD).code).toBe('no-proxy');
    expect(refusalOf(new Ballot().try('2018-10-24 09:20', holder(FIRST), proxy(SECOND))).sentence).toBe(
      'In "Change Board vote" nobody votes for another seat by proxy.',
    );
  });
});

describe('reasons', () => {
  test('can be given for each objective of the code, in its order', () => {
    const objectives = [
      { objective: 'g', effect: 'worse', reasons: 'More work.' },
      { objective: 'f', effect: 'better', reasons: '' },
    ] as const;
    const command = { ...vote(null, 'approve'), objectives } as ProposalCommand;
    const ballot = new Ballot().do('2018-10-24 10:00', holder(FIRST), command);
    expect(ballot.held().votes[0]?.objectives.map((one) => one.objective)).toEqual(['f', 'g']);
    const unknown = { ...command, objectives: [{ objective: 'zz', effect: 'better', reasons: '' }] } as ProposalCommand;
    expect(refusalOf(ballot.try('2018-10-24 10:10', holder(SECOND), unknown)).sentence).toContain(
      'The code has no objective "zz"; expected one of a, b, c',
    );
  });
});

describe('attendance', () => {
  const attend = (present: readonly string[], apologies: readonly string[] = []): ProposalCommand => ({
    type: 'record-attendance',
    step: null,
    present,
    apologies,
  });

  test('makes the quorum where the rules count who attends, and none where they count who votes', () => {
    const five = SEATS.slice(0, 5);
    const counted = new Ballot({ presence: { rule: 'attendance', citation } });
    expect(counted.do('2018-10-24 09:10', PEOPLE.secretary, attend(five)).tally()).toMatchObject({ quorate: true });
    expect(new Ballot().do('2018-10-24 09:10', PEOPLE.secretary, attend(five)).tally()).toMatchObject({ present: 0 });
  });

  test('is recorded by who opens the vote, of who is on the list, as one or the other', () => {
    const ballot = new Ballot();
    const refusal = (who: Actor, command: ProposalCommand) => refusalOf(ballot.try('2018-10-24 09:10', who, command));
    expect(refusal(holder(FIRST), attend([FIRST])).code).toBe('wrong-actor');
    expect(refusal(PEOPLE.secretary, attend(['moon'])).sentence).toBe(
      '"moon" is not on the list of voters of "Change Board vote".',
    );
    expect(refusal(PEOPLE.secretary, attend([FIRST], [FIRST])).place).toEqual({ field: 'apologies' });
  });
});

describe('the casting vote', () => {
  test('is asked for once the others have left a tie, and not before or without one', () => {
    const chair = SEATS.at(-1) ?? '';
    const acts = (positions: readonly ('approve' | 'reject')[]) => {
      const ballot = new Ballot({ castingVote: chair, aggregation: 'individuals' });
      for (const [at, seat] of SEATS.slice(0, -1).entries()) {
        const position = positions[at % positions.length] ?? 'approve';
        if (at > 0) ballot.do('2018-10-24 10:00', holder(seat), vote(null, position));
        else
          ballot.do(
            '2018-10-24 10:00',
            holder(seat),
            vote(null, positions.length === 1 ? position : ('abstain' as never)),
          );
      }
      if (ballot.state.status !== 'open') throw new Error('the proposal ended');
      return whatNext(ballot.state, ballot.context('2018-10-24 11:00', PEOPLE.secretary)).map((act) => act.act);
    };
    expect(acts(['approve', 'reject'])[0]).toBe('break the tie in the Change Board vote with the casting vote');
    expect(acts(['approve'])).toEqual(['close the Change Board vote']);
  });
});
