import { describe, expect, test } from 'vitest';
import { holder, PEOPLE, RULES, refusalOf, SEATS, Story, vote } from '../../../../test/support/proposal.ts';
import { day } from '../../kernel/day.ts';
import { instantOn } from '../../kernel/instant.ts';
import type { ProposalCommand } from '../command.ts';
import type { Profile } from '../profile/profile.ts';
import { whatNext } from '../what-next.ts';
import { countingRules } from './counting.ts';
import { tallyHeld } from './electorate.ts';
import { tallySentences } from './tally-words.ts';

const interest = (reasons: string): ProposalCommand => ({ type: 'declare-interest', step: null, seat: null, reasons });
const [FIRST = '', SECOND = ''] = SEATS;
const moved = (to: Profile): ProposalCommand => ({
  type: 'move-to-profile',
  to,
  rulebook: 'other',
  reasons: 'It began late.',
});

function balloted(): Story {
  const story = new Story().raised().panel().consulted();
  return story.do('2018-10-24 09:00', PEOPLE.secretary, { type: 'open-ballot', step: null, closes: null });
}

describe('an interest', () => {
  test('takes the seat out of the ballot, which can close without it', () => {
    const story = balloted().do('2018-10-24 09:10', holder(FIRST), interest('We make the devices.'));
    expect(refusalOf(story.try('2018-10-24 09:20', holder(FIRST), vote(null, 'approve')))).toMatchObject({
      code: 'interest-declared',
      sentence: `The seat "${FIRST}" declared an interest in "Change Board vote" and does not vote.`,
    });
    for (const seat of SEATS.slice(1)) story.do('2018-10-24 10:00', holder(seat), vote(null, 'approve'));
    story.do('2018-10-24 10:30', PEOPLE.secretary, { type: 'close-ballot', step: null });
    expect(story.events.at(-1)).toMatchObject({
      type: 'ballot-closed',
      outcome: 'approve',
      tally: { recused: [FIRST] },
    });
  });

  test('after the vote, without a word, or for another’s seat is refused', () => {
    const story = balloted().do('2018-10-24 09:10', holder(FIRST), vote(null, 'approve'));
    const code = (who: string, command: ProposalCommand) =>
      refusalOf(story.try('2018-10-24 09:20', holder(who), command)).code;
    expect(code(FIRST, interest('Late.'))).toBe('already-voted');
    expect(code(SECOND, interest(' '))).toBe('reasons-required');
    expect(code(SECOND, { type: 'declare-interest', step: null, seat: FIRST, reasons: 'Theirs.' })).toBe('no-seat');
    expect(refusalOf(story.try('2018-10-24 18:00', holder(SECOND), interest('Late.'))).code).toBe('too-late');
  });

  test('leaves a tally that says who is out', () => {
    const story = balloted().do('2018-10-24 09:10', holder(FIRST), interest('We make the devices.'));
    if (story.state.status !== 'open') throw new Error('the proposal ended');
    const step = RULES.profile.steps.find((one) => one.id === 'ballot');
    const held = story.state.ballots.ballot?.at(-1);
    if (step === undefined || held === undefined) throw new Error('there is no ballot');
    const rules = countingRules(step, story.state, RULES);
    expect(tallyHeld(held, rules).recused).toEqual([FIRST]);
    const title = held.electorate.find((one) => one.seat === FIRST)?.title;
    const said = tallySentences(step, held, rules, instantOn(day('2018-10-24'), '11:00'), {
      ...{ proposed: 'The change', several: { rule: 'proposed-first', citation: null } },
    });
    expect(said).toContain(`Recused: ${title}.`);
  });
});

describe('a vote that is still to be opened', () => {
  test.each([
    ['2018-10-24 09:00', 'on its planned day'],
    ['2018-10-26 18:00', 'after its planned day, in the evening'],
    ['2018-11-03 09:00', 'on a Saturday'],
  ])('at %s (%s) says when it would close, as opening it then does', (at) => {
    const story = new Story().raised().panel().consulted();
    if (story.state.status !== 'open') throw new Error('the proposal ended');
    const [date, time = ''] = at.split(' ');
    const now = instantOn(day(date ?? ''), time);
    const act = whatNext(story.state, { ...RULES, now }).find((one) => one.operation === 'open-ballot');
    story.do(at, PEOPLE.secretary, { type: 'open-ballot', step: null, closes: null });
    expect(story.events.at(-1)).toMatchObject({ type: 'ballot-opened', closes: act?.closes });
  });
});

describe('weights', () => {
  test('are refused where every voter counts the same', () => {
    const story = new Story().raised().panel().consulted();
    const command: ProposalCommand = { type: 'open-ballot', step: null, closes: null, weights: { [FIRST]: 2 } };
    expect(refusalOf(story.try('2018-10-24 09:00', PEOPLE.secretary, command)).sentence).toBe(
      'In "Change Board vote" every voter counts the same; expected no weights.',
    );
  });
});

describe('a move to another profile', () => {
  const to: Profile = {
    ...RULES.profile,
    id: 'sec-next',
    title: 'The next process',
    transitions: [
      {
        from: 'sec-2016',
        by: ['code-administrator'],
        steps: { raise: 'raise', report: 'report' },
        citation: RULES.profile.citation,
      },
    ],
  };

  test('keeps what the other profile counts as done and lets the rest fall away', () => {
    const story = new Story().raised().panel().do('2018-10-12 12:00', PEOPLE.secretary, moved(to));
    if (story.state.status !== 'open') throw new Error('the proposal ended');
    expect(story.state).toMatchObject({ profile: 'sec-next', rulebook: 'other' });
    expect(story.state.done.map((one) => one.step)).toEqual(['raise', 'report']);
  });

  test('is for whom it says, where it says how, and not while people vote', () => {
    const code = (story: Story, who: typeof PEOPLE.secretary | typeof PEOPLE.panel, target: Profile) =>
      refusalOf(story.try('2018-10-24 10:00', who, moved(target))).code;
    const story = new Story().raised().panel();
    expect(code(story, PEOPLE.panel, to)).toBe('wrong-actor');
    expect(code(story, PEOPLE.secretary, RULES.profile)).toBe('not-eligible');
    expect(code(balloted(), PEOPLE.secretary, to)).toBe('too-early');
  });
});
