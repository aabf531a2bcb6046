import { describe, expect, test } from 'vitest';
import { RULES } from '../../../../test/support/proposal.ts';
import { parseCondition } from '../../kernel/parse-condition.ts';
import type { Voting } from '../ballot/voting.ts';
import type { ProposalRules } from '../context.ts';
import { checkProfile, checkSteps } from './check-profile.ts';
import type { Profile, Step } from './profile.ts';

const { profile } = RULES;

function when(text: string) {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.expression;
}

const changed = (part: Partial<Profile>, rules: Partial<ProposalRules> = {}): ProposalRules => ({
  ...RULES,
  ...rules,
  profile: { ...profile, ...part },
});

const withStep = (id: string, part: Partial<Step>, rules: Partial<ProposalRules> = {}) =>
  changed({ steps: profile.steps.map((step) => (step.id === id ? { ...step, ...part } : step)) }, rules);

const ballot = profile.steps.find((step) => step.id === 'ballot');
const withVoting = (part: Partial<Voting>, rules: Partial<ProposalRules> = {}) =>
  withStep('ballot', { voting: { ...(ballot?.voting as Voting), ...part } }, rules);

const steps = (rules: ProposalRules) => checkSteps(rules).map((one) => one.sentence);
const sentences = (rules: ProposalRules) => checkProfile(rules).faults.map((one) => one.sentence);

describe('a check of a process', () => {
  test('finds nothing wrong in sec-2016, in any of its states', () => {
    expect(checkProfile(RULES)).toEqual({ states: expect.any(Number), faults: [] });
    expect(checkProfile(RULES).states).toBeGreaterThan(900);
  });

  test('names a step that no course of events opens', () => {
    expect(sentences(withStep('referral', { opens: when('path == "agreed" && referral_window == "lost"') }))).toContain(
      'No course of events opens "Decision on the referral" (referral).',
    );
  });

  test('shows the way into a dead end, outcome by outcome', () => {
    const [first] = checkProfile(
      withStep('authority_decision', { opens: when('path == "agreed" && report == "no"') }),
    ).faults.filter((one) => one.kind === 'dead-end');
    expect(first?.sentence).toBe('Nothing can be done any more, and it is no end.');
    expect(first?.way.at(0)).toBe('Urgency is not asked for.');
    expect(first?.way).toContain('Path 3: Self-Governance: Authority determination.');
    expect(first?.way.at(-1)).toMatch(/^Change Board vote: (Approve|Reject)/);
  });

  test('tells a trap, where steps go round and never come to an end', () => {
    const { pathChange: _, ...fixed } = profile;
    const sendsBack = [{ id: 'send-back', title: 'Sent back', reopens: ['ballot', 'authority_decision'] }];
    const steps = fixed.steps.map((step) =>
      step.id === 'authority_decision' ? { ...step, outcomes: sendsBack } : step,
    );
    const rules = { ...RULES, profile: { ...fixed, steps } };
    const traps = checkProfile(rules).faults.filter((one) => one.kind === 'trap');
    expect(traps.length).toBeGreaterThan(0);
    expect(traps[0]?.way).toContain('Path 3: Self-Governance: Authority determination.');
  });

  test('finds a state in which two paths hold at once', () => {
    const path = { decides: 'panel', tests: [], citation: profile.citation } as const;
    const rules = changed({
      paths: [
        { id: 'a', title: 'One', when: when('path == "agreed"'), ...path },
        { id: 'b', title: 'Other', when: when('progress == "agreed"'), ...path },
      ],
    });
    expect(sentences(rules)).toContain('"One" and "Other" hold at once.');
  });

  test('says that it proved nothing when it looked at only some of the states', () => {
    expect(checkProfile(RULES, 10).faults[0]).toMatchObject({ kind: 'unproven' });
  });

  test('wants a window to have a length, or to be given one', () => {
    const clock = profile.steps.find((step) => step.id === 'referral_window')?.clock;
    if (!clock) throw new Error('the window has no clock');
    const never = '"Referral window" never ends: no parameter says its length, and nobody must give it when it starts.';
    expect(steps(withStep('referral_window', { clock: { ...clock, workingDays: null } }))).toContain(never);
    expect(steps(withStep('referral_window', { clock: { ...clock, workingDays: null, given: true } }))).toEqual([]);
    expect(steps(withStep('referral_window', { clock: { ...clock, workingDays: 'change-board-tie' } }))).toEqual([
      '"Referral window" takes its length from "change-board-tie", which has "reject" when the process begins; expected Working Days.',
    ]);
  });

  test('wants every actor to be a body of the code', () => {
    const bodies = RULES.bodies.filter((body) => body.id !== 'panel');
    expect(steps(changed({}, { bodies }))).toContain(
      '"Progression timetable" is for the Panel, which this code does not have.',
    );
    expect(steps(withStep('path', { by: ['clock'] }))).toContain(
      '"Path 3: Self-Governance" is for the clock, which this code does not have.',
    );
  });

  test('wants a quorum that can be met, shares that are shares, and a casting vote with a seat', () => {
    const parameters = RULES.parameters.map((one) =>
      one.id === 'change-board-quorum' ? { ...one, values: one.values.map((value) => ({ ...value, value: 40 })) } : one,
    );
    expect(steps(changed({}, { parameters }))).toEqual([
      '"Change Board vote" needs 40 voters for a quorum, and there are 10.',
    ]);
    expect(steps(withVoting({ threshold: 'paper-lead' }))).toEqual([
      '"Change Board vote" takes a share from "paper-lead"; expected one, such as more than 1/2.',
    ]);
    expect(steps(withVoting({ castingVote: 'throne' }))).toEqual([
      '"Change Board vote" gives the casting vote to "throne", which is no seat of its body.',
    ]);
    expect(steps(withVoting({ quorumOf: [{ category: 'network', seats: 'referral-window' }] }))).toEqual([
      '"Change Board vote" needs 10 voters of "network", and there are 2.',
    ]);
  });

  test('wants the facts that tell the engine what the conditions mean', () => {
    const facts = profile.facts.filter((fact) => fact.id !== 'approved');
    expect(sentences(changed({ facts }))).toEqual([
      'The profile has no fact approved; expected each, since the engine asks for it.',
    ]);
  });
});
