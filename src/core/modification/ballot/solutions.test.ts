import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  holder,
  openConsultation,
  PEOPLE,
  RULES,
  refusalOf,
  SEATS,
  type Story,
} from '../../../../test/support/proposal.ts';
import { NAMES, refining } from '../../../../test/support/refining.ts';
import type { CommandOf } from '../command.ts';
import type { OpenProposal } from '../state.ts';
import type { Position, SolutionResult } from './ballot-event.ts';
import { countingRules } from './counting.ts';
import { combined, resultsOf, SEVERAL_PASS, severalPassOf, solutionsNeed } from './solutions.ts';
import { tallySentences } from './tally-words.ts';

const { secretary, authority } = PEOPLE;
const AMENDMENT = {
  kind: 'substitute',
  target: 'g3-26',
  from: { heading: null, text: 'Old words.' },
  to: { heading: null, text: 'New words.' },
} as const;

const state = (story: Story) => story.state as OpenProposal;
const refined = (path: 'agreed' | 'refused' = 'agreed'): Story => {
  const story = refining({ path });
  story.do('2018-10-17 09:00', secretary, {
    ...{ type: 'raise-alternative', title: 'By system', description: '' },
    ...{ amendments: [AMENDMENT], against: '5.20' },
  });
  for (const name of NAMES.slice(0, 3)) {
    const voter = { id: name, name, role: 'working-group' } as const;
    story.do('2018-10-17 10:00', voter, {
      ...{ type: 'vote-on-alternative', alternative: 'alternative-1', member: null, position: 'for' },
    });
  }
  story.do('2018-10-18 09:00', secretary, openConsultation());
  for (const question of ['1', '2'])
    story.do('2018-11-09 09:00', secretary, { type: 'answer-group-question', question, answer: 'Little.' });
  story.do('2018-11-30 09:00', secretary, { type: 'submit-paper', step: 'refinement' });
  story.do('2018-12-03 09:00', secretary, openConsultation());
  story.do('2019-01-07 09:00', secretary, { type: 'submit-paper', step: 'modification_report' });
  return story.do('2019-01-23 09:00', secretary, { type: 'open-ballot', step: null, closes: null });
};

function voted(story: Story, proposed: Position, alternative: Position): Story {
  for (const seat of SEATS) {
    story.do('2019-01-23 10:00', holder(seat), {
      ...{ type: 'cast-vote', step: null, seat: null, position: proposed, reasons: 'Objective (g).' },
      alternatives: { 'alternative-1': alternative },
    });
  }
  return story.do('2019-01-23 11:00', secretary, { type: 'close-ballot', step: null });
}

describe('a vote on each solution', () => {
  test('approves the alternative that alone passes, whose text is then what is implemented', () => {
    const story = voted(refined(), 'reject', 'approve');
    expect(story.events.at(-1)).toMatchObject({ type: 'solution-approved', solution: 'alternative-1' });
    const { legalText, ballots } = state(story);
    expect(legalText).toMatchObject({ amendments: [AMENDMENT], against: '5.20', revision: 2 });
    expect(ballots.ballot?.[0]?.result?.solutions?.map((one) => one.outcome)).toEqual(['reject', 'approve']);
    expect(ballots.ballot?.[0]?.result?.outcome).toBe('approve');
  });

  test('approves what was proposed where both pass, as the parameter says, and nothing where none does', () => {
    const both = voted(refined(), 'approve', 'approve');
    expect(state(both).ballots.ballot?.[0]?.result?.approved).toBe('proposed');
    expect(state(both).legalText.revision).toBe(1);
    expect(state(voted(refined(), 'reject', 'abstain')).ballots.ballot?.[0]?.result).toMatchObject({
      outcome: 'reject',
      approved: null,
    });
  });

  test('is a recommendation where the Authority decides, who approves one of them', () => {
    const story = voted(refined('refused'), 'approve', 'approve');
    expect(state(story).refinement.approved).toBe(null);
    const decide: CommandOf<'make-determination'> = {
      ...{ type: 'make-determination', step: 'authority_decision', outcome: 'approve', reasons: 'Minuted.' },
      ...{ timetable: null, solution: 'alternative-1' },
    };
    const unknown = story.try('2019-01-24 09:00', authority, { ...decide, solution: 'alternative-7' });
    expect(refusalOf(unknown).code).toBe('not-found');
    story.do('2019-01-24 09:00', authority, decide);
    expect(state(story).legalText.amendments).toEqual([AMENDMENT]);
  });

  test('takes no position on an alternative that is not voted on', () => {
    const vote: CommandOf<'cast-vote'> = {
      ...{ type: 'cast-vote', step: null, seat: null, position: 'approve', reasons: 'Objective (g).' },
      alternatives: { 'alternative-2': 'approve' },
    };
    const refused = refusalOf(refined().try('2019-01-23 10:00', holder(SEATS[0] ?? ''), vote));
    expect(refused.place).toEqual({ field: 'alternatives.alternative-2' });
  });
});

test('an open vote on each solution says how each stands, what each needs, and which is approved when several pass', () => {
  const story = refined();
  for (const seat of SEATS) {
    story.do('2019-01-23 10:00', holder(seat), {
      ...{ type: 'cast-vote', step: null, seat: null, position: 'reject', reasons: 'Objective (g).' },
      alternatives: { 'alternative-1': 'approve' },
    });
  }
  const [held] = state(story).ballots.ballot ?? [];
  const step = RULES.profile.steps.find((one) => one.id === 'ballot');
  if (held === undefined || step === undefined) throw new Error('no vote was opened');
  const several = severalPassOf(step, state(story), RULES);
  const counting = countingRules(step, state(story), RULES);
  const words = { proposed: 'As proposed', several };
  const said = tallySentences(step, held, counting, held.closes, words).join(' ');
  expect(said).toMatch(/“As proposed”: 0 for approval, \d against; it would not pass\./);
  expect(said).toMatch(/“By system”: \d for approval, 0 against; it would pass\./);
  expect(said).toMatch(/If several solutions pass, the one that was proposed is approved.* \(ours, illustrative\)\./);
  expect(said).toContain('the vote would be for “By system”');
  expect(said).not.toContain('it would come to: Rejected');
  expect(solutionsNeed(held, counting, several, 'As proposed').at(-1)).toContain('If several solutions pass');
});

test('one solution is approved exactly when one passes, and it is one that passes', () => {
  const held = state(refined()).ballots.ballot?.[0];
  const step = RULES.profile.steps.find((one) => one.id === 'ballot');
  if (held === undefined || step === undefined) throw new Error('no vote was opened');
  const [base] = resultsOf(held, countingRules(step, state(refined()), RULES)) as [SolutionResult];
  const result = fc.record({ approve: fc.nat(5), outcome: fc.constantFrom('approve' as const, 'reject' as const) });
  fc.assert(
    fc.property(fc.array(result, { minLength: 1, maxLength: 4 }), fc.constantFrom(...SEVERAL_PASS), (given, rule) => {
      const results = given.map(({ approve, outcome }, at) => ({
        ...{ solution: at === 0 ? 'proposed' : `alternative-${at}`, outcome },
        tally: { ...base.tally, approve },
      }));
      const { approved, outcome } = combined(results, rule);
      const passed = results.filter((one) => one.outcome === 'approve');
      expect(outcome === 'approve').toBe(passed.length > 0);
      if (approved === null) {
        expect(passed).toEqual([]);
        return;
      }
      const one = passed.find((each) => each.solution === approved);
      expect(one).toBeDefined();
      if (rule === 'most-votes') expect(one?.tally.approve).toBe(Math.max(...passed.map((each) => each.tally.approve)));
      else expect(one).toBe(passed[0]);
    }),
  );
});
