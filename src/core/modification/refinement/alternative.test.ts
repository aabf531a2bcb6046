import { describe, expect, test } from 'vitest';
import { contextAt, moment, PEOPLE, refusalOf, type Story } from '../../../../test/support/proposal.ts';
import { NAMES, refining } from '../../../../test/support/refining.ts';
import type { Actor } from '../../party/actor.ts';
import type { CommandOf, ProposalCommand } from '../command.ts';
import type { OpenProposal } from '../state.ts';
import { raiseAlternative } from './decide-alternative.ts';
import { solutionsOf } from './solutions.ts';

const { secretary, party } = PEOPLE;
const member = (name: string): Actor => ({ id: name, name, role: 'working-group' });
const [ines = '', tom = '', ada = ''] = NAMES;
const AMENDMENT = {
  kind: 'substitute',
  target: 'g3-26',
  from: { heading: null, text: 'Old words.' },
  to: { heading: null, text: 'New words.' },
} as const;
const RAISE: CommandOf<'raise-alternative'> = {
  type: 'raise-alternative',
  title: 'By system',
  description: '',
  amendments: [AMENDMENT],
  against: '5.20',
};
const vote = (position: 'for' | 'against', of: string | null = null): ProposalCommand => {
  return { type: 'vote-on-alternative', alternative: 'alternative-1', member: of, position };
};
const state = (story: Story) => story.state as OpenProposal;
const refused = (story: Story, actor: Actor, command: ProposalCommand) =>
  refusalOf(story.try('2018-10-18 09:00', actor, command));

describe('an alternative', () => {
  test('becomes a solution with the vote that makes a majority of all members, and not before', () => {
    const story = refining().do('2018-10-17 09:00', member(tom), RAISE);
    story.do('2018-10-17 10:00', member(ines), vote('for')).do('2018-10-17 10:00', member(tom), vote('for'));
    expect(solutionsOf(state(story)).map((one) => one.id)).toEqual(['proposed']);
    story.do('2018-10-17 11:00', secretary, vote('for', 'ada-pell'));
    expect(solutionsOf(state(story)).map((one) => one.id)).toEqual(['proposed', 'alternative-1']);
    expect(solutionsOf(state(story)).at(-1)?.amendments).toEqual([AMENDMENT]);
    expect(story.events.at(-1)).toMatchObject({ type: 'alternative-agreed', inFavour: 3, members: 5 });
    expect(refused(story, member(ines), vote('against')).code).toBe('step-already-done');
  });

  test('counts the last vote of a member alone, and those of members who left not at all', () => {
    const story = refining().do('2018-10-17 09:00', member(tom), RAISE);
    story.do('2018-10-17 10:00', member(ines), vote('for')).do('2018-10-17 11:00', member(ines), vote('for'));
    story.do('2018-10-17 11:00', member(tom), vote('for')).do('2018-10-17 12:00', member(tom), vote('against'));
    story.do('2018-10-17 13:00', member(ada), vote('for'));
    expect(state(story).refinement.alternatives[0]?.votes.map((one) => one.position)).toEqual([
      'for',
      'against',
      'for',
    ]);
    expect(state(story).refinement.alternatives[0]?.agreed).toBe(null);
  });

  test('is raised and voted on by members or for them, each for none but themselves', () => {
    const story = refining();
    expect(refused(story, party, RAISE).code).toBe('wrong-actor');
    expect(refused(story, member('A Guest'), RAISE).code).toBe('wrong-actor');
    expect(refused(story, member(tom), { ...RAISE, amendments: [] }).place).toEqual({ field: 'amendments' });
    expect(refused(story, member(tom), vote('for')).code).toBe('not-found');
    story.do('2018-10-17 09:00', member(tom), RAISE);
    expect(refused(story, member(tom), vote('for', 'ada-pell')).code).toBe('wrong-actor');
    expect(refused(story, secretary, vote('for', 'a-guest')).code).toBe('not-eligible');
    expect(refused(story, secretary, vote('for')).place).toEqual({ field: 'member' });
  });

  test('is not raised twice, under one title or with one legal text', () => {
    const story = refining().do('2018-10-17 09:00', member(tom), RAISE);
    const other = { ...AMENDMENT, to: { heading: null, text: 'Newer words.' } };
    const again = (changed: Partial<typeof RAISE>) => refused(story, member(tom), { ...RAISE, ...changed });
    expect(again({ title: ' by System ', amendments: [other] })).toMatchObject({
      sentence: 'The alternative "alternative-1" has the title "By system" already; expected another.',
      place: { field: 'title' },
    });
    expect(again({ title: 'By meter' })).toMatchObject({
      sentence: 'The alternative "alternative-1" has that legal text already; expected another.',
      place: { field: 'amendments' },
    });
    story.do('2018-10-18 09:00', member(tom), { ...RAISE, title: 'By meter', amendments: [other] });
    expect(state(story).refinement.alternatives).toHaveLength(2);
  });

  test('is none where its legal text is that of the proposal', () => {
    const open = state(refining());
    const same = { ...open, legalText: { ...open.legalText, amendments: [AMENDMENT], against: '5.20' } };
    const refusal = refusalOf(raiseAlternative(RAISE, same, contextAt(moment('2018-10-18 09:00'), member(tom))));
    expect(refusal.sentence).toBe('The proposal SECMP0065 has that legal text already; expected another.');
  });
});
