import { describe, expect, test } from 'vitest';
import { content, RULES, timetable } from '../../../../test/support/proposal.ts';
import { day } from '../../kernel/day.ts';
import type { ProposalRules } from '../context.ts';
import { evolve } from '../evolve.ts';
import { NO_PROPOSAL, type ProposalLife } from '../state.ts';
import { clashesOf, type PlannedLife } from './clashes.ts';
import type { Timetable } from './timetable.ts';

const TODAY = day('2018-10-05');

function planned(id: string, table: Timetable, rules: ProposalRules = RULES): PlannedLife {
  const proposal = content({ id, timetable: table });
  const raised = { content: proposal, raisedOn: TODAY, profile: 'sec-2016', rulebook: 'r' };
  return { rules, life: evolve(NO_PROPOSAL, { type: 'proposal-raised', ...raised }) as ProposalLife };
}

const consulted = (id: string, from: string, to: string, rules = RULES) =>
  planned(id, timetable(['consultation', from, to]), rules);
const voted = (id: string, on: string) => planned(id, timetable(['ballot', on]));

function told(...lives: readonly PlannedLife[]): readonly string[] {
  return clashesOf(lives, TODAY).map((one) => one.sentence);
}

/** The same rules, in which only some categories are consulted. */
function consulting(...consultees: readonly string[]): ProposalRules {
  const steps = RULES.profile.steps.map((step) => (step.kind === 'consultation' ? { ...step, consultees } : step));
  return { ...RULES, profile: { ...RULES.profile, steps } };
}

describe('consultations of the same Parties', () => {
  test('in one week are told for that week and for no other', () => {
    expect(told(consulted('A', '2018-10-08', '2018-10-19'), consulted('B', '2018-10-18', '2018-11-02'))).toEqual([
      'In the week of 15 October 2018 the same Parties are consulted on A and B.',
    ]);
  });

  test('one after the other are not told', () => {
    expect(told(consulted('A', '2018-10-08', '2018-10-12'), consulted('B', '2018-10-15', '2018-10-19'))).toEqual([]);
  });

  test('are not told when none of the Parties is asked twice', () => {
    const [one, other] = [consulting('large-supplier'), consulting('gas-network')];
    const [a, b] = ['A', 'B'].map((id, at) => consulted(id, '2018-10-15', '2018-10-19', at === 0 ? one : other));
    expect(told(a as PlannedLife, b as PlannedLife)).toEqual([]);
    expect(told(a as PlannedLife, consulted('C', '2018-10-15', '2018-10-19'))).toHaveLength(1);
  });
});

describe('a meeting', () => {
  test('with more papers than the parameter says is told, with the number and where it stands', () => {
    const votes = Array.from({ length: 30 }, (_, at) => voted(`M${at}`, '2018-10-24'));
    const [clash] = clashesOf(votes, TODAY);
    expect(clash).toMatchObject({ kind: 'crowded-meeting', citation: { certainty: 'illustrative' } });
    expect(clash?.sentence).toMatch(
      /^30 papers are planned for the meeting of the Change Board on 24 October 2018; more than 20/,
    );
    expect(told(...votes.slice(0, 20))).toEqual([]);
  });

  test('on a day on which the body does not meet is told with the next one', () => {
    expect(told(voted('A', '2018-10-25'))[0]).toBe(
      'A plans “Change Board vote” for 25 October 2018, on which the Change Board does not meet; it meets next on 28 November 2018.',
    );
  });
});

describe('a decision', () => {
  test('after the scope of its release is frozen is told with the day of the freeze', () => {
    const sentences = told(voted('A', '2018-10-26'));
    expect(sentences).toContain(
      'A plans “Change Board vote” for 26 October 2018, after the scope of the release of 8 November 2018 is frozen on 25 October 2018.',
    );
  });

  test('later than its release needs it is told, and one in time is not', () => {
    expect(told(voted('A', '2018-10-25'))[1]).toMatch(
      /the release of 8 November 2018 needs the decision by 24 October/,
    );
    expect(told(voted('A', '2018-10-24'))).toEqual([]);
  });
});

test('what is over clashes with nothing', () => {
  const [a, b] = ['A', 'B'].map((id) => consulted(id, '2018-09-10', '2018-09-28'));
  expect(told(a as PlannedLife, b as PlannedLife)).toEqual([]);
});
