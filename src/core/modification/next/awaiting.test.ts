import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ballot } from '../../../../test/support/held-ballot.ts';
import {
  content,
  holder,
  moment,
  openConsultation,
  PEOPLE,
  RULES,
  response,
  SEATS,
  Story,
  vote,
} from '../../../../test/support/proposal.ts';
import { day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Actor } from '../../party/actor.ts';
import type { ProposalLife } from '../state.ts';
import { standingPlan } from '../timetable/standing-plan.ts';
import { whatNext } from '../what-next.ts';
import { type Awaited, awaits, byTime, comingTo } from './awaiting.ts';

const NOBODY: Awaited = { role: null, body: null, seat: null, party: null, category: null, whole: false };
const person = (actor: Actor): Awaited => {
  const { role, ...own } = actor;
  const [seat, party] = [own.seat ?? null, own.party ?? null];
  return { ...NOBODY, role, seat, party, person: { actor, today: day('2018-10-24') } };
};
const lifeOf = ({ state }: Story): ProposalLife => {
  if (state.status === 'none') throw new Error('nothing was raised');
  return state;
};
const theirs = (story: Story, who: Awaited, at = '2018-10-12 10:00') =>
  whatNext(lifeOf(story), { ...RULES, now: moment(at) })
    .filter((act) => awaits(act, lifeOf(story), RULES, who))
    .map((act) => act.operation);

describe('what awaits whom', () => {
  test('the Panel decides, and the Code Administrator is not asked to', () => {
    const story = new Story().raised();
    expect(theirs(story, person(PEOPLE.panel))).toEqual(['make-determination']);
    expect(theirs(story, person(PEOPLE.secretary))).toEqual([]);
  });

  test('a seat is awaited until it has voted, and the body until every seat has', () => {
    const story = new Story().raised().panel().consulted();
    story.do('2018-10-24 09:00', PEOPLE.secretary, { type: 'open-ballot', step: null, closes: null });
    const board: Awaited = { ...NOBODY, role: 'change-board', body: 'change-board', whole: true };
    const [first = '', ...rest] = SEATS;
    expect(theirs(story, person(holder(first)))).toContain('cast-vote');
    story.do('2018-10-24 10:00', holder(first), vote(first, 'approve'));
    expect(theirs(story, person(holder(first)))).toEqual([]);
    expect(theirs(story, board)).toContain('cast-vote');
    for (const seat of rest) story.do('2018-10-24 10:00', holder(seat), vote(seat, 'approve'));
    expect(theirs(story, board)).toEqual([]);
    expect(theirs(story, person(PEOPLE.secretary))).toEqual(['close-ballot']);
  });

  test('who acts in the body without a seat has no vote to cast', () => {
    const story = new Story().raised().panel().consulted();
    story.do('2018-10-24 09:00', PEOPLE.secretary, { type: 'open-ballot', step: null, closes: null });
    expect(theirs(story, person(PEOPLE.seatless))).toEqual([]);
  });

  test('a Party is asked to respond until it has responded; another Party is asked still', () => {
    const story = new Story().raised().panel();
    story.determine('2018-10-12 15:00', PEOPLE.authority, 'authority_timetable', 'agreed');
    story.do('2018-10-15 09:00', PEOPLE.secretary, openConsultation());
    expect(theirs(story, person(PEOPLE.party))).toEqual(['respond']);
    story.do('2018-10-16 09:00', PEOPLE.party, response());
    expect(theirs(story, person(PEOPLE.party))).toEqual([]);
    expect(theirs(story, { ...NOBODY, role: 'party', party: 'larch-power' })).toEqual(['respond']);
  });

  test('a proposer of another Party is not asked to act for this one', () => {
    const story = new Story();
    const raise = { type: 'raise-proposal', content: content(), rulebook: 'r' } as const;
    story.do('2018-10-05 09:00', PEOPLE.proposer, raise);
    const acts = whatNext(lifeOf(story), { ...RULES, now: moment('2018-10-05 09:00') });
    const ofProposer = acts.map((act) => ({ ...act, roles: ['proposer' as const] }));
    const stranger: Awaited = { ...NOBODY, role: 'proposer', party: 'nobody-energy' };
    expect(ofProposer.some((act) => awaits(act, lifeOf(story), RULES, stranger))).toBe(false);
    expect(ofProposer.some((act) => awaits(act, lifeOf(story), RULES, { ...stranger, party: null }))).toBe(true);
  });

  test('who has nothing to do is told what a timetable plans for them first', () => {
    const story = new Story().raised();
    expect(theirs(story, person(holder('consumer-member')))).toEqual([]);
    const coming = (actor: Actor) =>
      comingTo(lifeOf(story), RULES, person(actor), () => standingPlan(lifeOf(story), RULES, day('2018-10-12')));
    expect(coming(holder('consumer-member'))).toMatchObject({ step: 'ballot' });
    expect(coming(PEOPLE.party)).toMatchObject({ step: 'consultation' });
  });

  test('a decision that no timetable plans but that follows from it comes to the Authority as the timetable shows it', () => {
    const story = new Story().raised().panel({ path: 'refused' }).consulted();
    const shown = standingPlan(lifeOf(story), RULES, day('2018-10-23'));
    expect(comingTo(lifeOf(story), RULES, person(PEOPLE.authority), () => shown)).toEqual({
      step: 'authority_decision',
      act: expect.any(String),
      from: shown.rows.find((row) => row.step === 'authority_decision')?.from,
    });
  });

  test('an alternate is asked to vote whatever the role of their account, and nobody else of that role', () => {
    const [seat = ''] = SEATS;
    const about = {
      body: 'change-board',
      code: 'sec',
      seat,
      on: day('2018-10-01'),
      from: day('2018-10-01'),
      until: null,
    };
    const [ada, ben] = [
      { account: 'ada', name: 'Ada' },
      { account: 'ben', name: 'Ben' },
    ];
    const { state } = new Ballot({}, [
      { type: 'member-appointed', ...about, person: ada },
      { type: 'alternate-named', ...about, person: ben, only: null },
    ]);
    const votes = (actor: Actor) =>
      whatNext(state as ProposalLife, { ...RULES, now: moment('2018-10-24 10:00') })
        .filter((act) => awaits(act, state as ProposalLife, RULES, person(actor)))
        .map((act) => act.operation);
    expect(votes({ ...PEOPLE.party, id: 'ben', name: 'Ben' })).toEqual(['cast-vote', 'declare-interest']);
    expect(votes(PEOPLE.party)).toEqual([]);
  });
});

test('acts come the overdue first, then by time, then those without a date', () => {
  const at = fc.constantFrom('2018-10-01T00:00:00.000Z', '2018-10-02T00:00:00.000Z', null);
  const act = fc.record({ until: at as fc.Arbitrary<Instant | null>, overdue: fc.boolean(), from: fc.constant(null) });
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      const rank = ({ until, overdue }: (typeof acts)[number]) => `${overdue ? 0 : 1} ${until ?? 'never'}`;
      const ranks = acts.toSorted(byTime).map(rank);
      expect(ranks).toEqual(ranks.toSorted());
    }),
  );
});
