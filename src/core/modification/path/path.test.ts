import { describe, expect, test } from 'vitest';
import {
  content,
  determination,
  PEOPLE,
  RULES,
  RULES_2018,
  refusalOf,
  Story,
  timetable,
} from '../../../../test/support/proposal.ts';
import { day } from '../../kernel/day.ts';
import { suspendedEffect } from '../decision/suspended.ts';
import { checkProfile, checkSteps } from '../profile/check-profile.ts';
import { conditionHolds, statusOf } from '../profile/net.ts';
import type { OpenProposal, RaisedProposal } from '../state.ts';
import { standingPlan } from '../timetable/standing-plan.ts';
import { plannedFor } from '../timetable/timetable.ts';

const { panel, authority, secretary, party } = PEOPLE;
const { profile } = RULES;
const raised = ({ state }: Story) => state as RaisedProposal;
const pathOf = (story: Story) =>
  profile.paths?.filter((one) => conditionHolds(one.when, raised(story), story.rules.profile)).map((one) => one.id);
const kindOf = (id: string, story: Story) => {
  const step = story.rules.profile.steps.find((one) => one.id === id);
  return step && statusOf(step, raised(story), story.rules.profile).kind;
};
const CHANGE = (outcome: string) => ({ type: 'change-path', outcome, reasons: 'It touches competition.' }) as const;
const voted = () => new Story().raised().panel().consulted().voted('2018-10-24', 'approve');

describe('the path of a proposal', () => {
  test('is changed by the Authority after the vote: the referral window ends, and the Authority decides', () => {
    const story = voted().do('2018-10-29 10:00', authority, CHANGE('refused'));
    expect(pathOf(story)).toEqual(['authority']);
    expect([kindOf('referral_window', story), kindOf('authority_decision', story)]).toEqual(['excluded', 'open']);
    expect(raised(story).pathChanges).toEqual([
      expect.objectContaining({ before: expect.objectContaining({ outcome: 'agreed', on: day('2018-10-12') }) }),
    ]);
    story.determine('2018-11-02 10:00', authority, 'authority_decision', 'approve');
    expect(refusalOf(story.try('2018-11-02 11:00', authority, CHANGE('agreed')))).toMatchObject({
      code: 'too-late',
      sentence: 'The path of SECMP0065 stands since 2 November 2018, when it was decided.',
    });
  });

  test('changed to self-governance lets the decision be referred from the day of the change on', () => {
    const story = new Story().raised().panel({ path: 'authority-led' }).consulted().voted('2018-10-24', 'approve');
    expect(pathOf(story)).toEqual(['authority-led']);
    story.do('2018-12-03 10:00', authority, CHANGE('agreed')).until('2018-12-17 23:00');
    expect(kindOf('referral_window', story)).toBe('open');
    story.until('2018-12-18 00:00');
    expect(raised(story).done.at(-1)).toMatchObject({ step: 'referral_window', on: day('2018-12-17') });
  });

  test('is changed by nobody else, to nothing else, not without reasons and not before it is determined', () => {
    expect(refusalOf(voted().try('2018-10-29 10:00', panel, CHANGE('refused')))).toMatchObject({
      code: 'wrong-actor',
      unblock: [{ who: 'the Authority', by: 'change the path' }],
      citation: { certainty: 'unverified' },
    });
    expect(refusalOf(voted().try('2018-10-29 10:00', authority, CHANGE('agreed'))).sentence).toBe(
      'The path of SECMP0065 cannot be changed to "agreed"; expected refused or authority-led.',
    );
    expect(refusalOf(voted().try('2018-10-29 10:00', authority, { ...CHANGE('refused'), reasons: '' })).code).toBe(
      'reasons-required',
    );
    expect(refusalOf(new Story().raised().try('2018-10-12 10:00', authority, CHANGE('refused'))).code).toBe(
      'step-not-open',
    );
  });
});

describe('a Fast-Track proposal', () => {
  const fast = { fastTrack: true, urgency: { asked: false, reason: '' }, proposer: { id: 'panel', name: 'Panel' } };
  const raise = (changed = {}) =>
    ({ type: 'raise-proposal', content: content({ ...fast, ...changed }), rulebook: 'r' }) as const;

  test('is raised and decided by the Panel alone, without refinement, report, consultation or vote', () => {
    const story = new Story().do('2018-10-05 09:00', panel, raise());
    expect(pathOf(story)).toEqual(['fast-track']);
    for (const step of ['report', 'refinement', 'consultation', 'ballot']) expect(kindOf(step, story)).toBe('excluded');
    story.determine('2018-10-12 10:00', panel, 'fast_track_decision', 'approve');
    story.do('2018-11-08 09:00', secretary, { type: 'implement-modification', step: null, label: '5.24' });
    expect(raised(story)).toMatchObject({ status: 'closed', end: { id: 'implemented' } });
  });

  test('comes to its end when the Panel rejects it', () => {
    const story = new Story().do('2018-10-05 09:00', panel, raise());
    story.determine('2018-10-12 10:00', panel, 'fast_track_decision', 'reject');
    expect(raised(story)).toMatchObject({ end: { id: 'rejected' } });
  });

  test('is not raised by others, nor as urgent, nor where the process has no Fast-Track', () => {
    expect(refusalOf(new Story().try('2018-10-05 09:00', PEOPLE.proposer, raise())).sentence).toBe(
      'To raise the Modification Proposal as Fast-Track is for the Panel, not for the Proposer.',
    );
    expect(
      refusalOf(new Story().try('2018-10-05 09:00', panel, raise({ urgency: { asked: true, reason: 'x' } }))),
    ).toMatchObject({
      code: 'input-invalid',
      place: { field: 'content.fastTrack' },
    });
    const { fastTrack: _, ...slow } = profile;
    const without = new Story({ ...RULES, profile: slow });
    expect(refusalOf(without.try('2018-10-05 09:00', panel, raise())).sentence).toBe(
      'SEC Modification Process with an Initial Modification Report has no Fast-Track.',
    );
  });
});

describe('a decision that sends a proposal back', () => {
  const SEND = {
    ...determination('authority_decision', 'send-back'),
    directions: 'Say what it costs small suppliers.',
  };
  const recommended = () => new Story().raised().panel({ path: 'refused' }).consulted().voted('2018-10-24', 'approve');

  test('keeps its directions and reasons, opens its steps anew and says which', () => {
    const story = recommended().do('2018-10-30 10:00', authority, SEND as never);
    expect(raised(story).sentBack).toEqual([
      {
        step: 'authority_decision',
        outcome: 'send-back',
        reasons: 'For the reasons minuted.',
        directions: 'Say what it costs small suppliers.',
        steps: ['modification_report', 'ballot', 'authority_decision'],
        timetables: 0,
        on: day('2018-10-30'),
      },
    ]);
    expect([kindOf('modification_report', story), kindOf('ballot', story)]).toEqual(['open', 'waiting']);
  });

  test('has no deadline of before the decision, until a timetable set after it plans one', () => {
    const story = recommended().do('2018-10-30 10:00', authority, SEND as never);
    const planned = () => plannedFor('ballot', raised(story), profile);
    expect(planned()).toBeNull();
    expect(standingPlan(raised(story), RULES, day('2018-10-30')).rows.find((row) => row.step === 'ballot')?.from).toBe(
      day('2018-11-28'),
    );
    const again = timetable(['ballot', '2018-11-28']);
    story.do('2018-10-30 12:00', secretary, { type: 'propose-timetable', timetable: again, reasons: 'Sent back.' });
    story.do('2018-10-30 13:00', authority, { type: 'answer-timetable', agreed: true, reasons: 'Yes.' });
    expect(planned()?.from).toBe(day('2018-11-28'));
  });

  test('needs directions, and no other outcome takes them', () => {
    expect(
      refusalOf(recommended().try('2018-10-30 10:00', authority, determination('authority_decision', 'send-back'))),
    ).toMatchObject({ code: 'reasons-required', place: { field: 'directions' } });
    const approve = { ...SEND, outcome: 'approve' } as never;
    expect(refusalOf(recommended().try('2018-10-30 10:00', authority, approve)).place).toEqual({ field: 'directions' });
  });
});

describe('a decision to approve that can be referred', () => {
  test('has no effect yet, and says tier by tier what its implementation waits for', () => {
    const rules = RULES_2018;
    const at = (story: Story) => suspendedEffect(raised(story), rules);
    const story = new Story(rules);
    const done = (step: string, outcome: string, on: string) => ({ step, outcome, on: day(on), reasons: null });
    story.do('2018-11-05 09:00', PEOPLE.proposer, {
      type: 'raise-proposal',
      content: content({ id: 'DP065', urgency: { asked: false, reason: '' }, timetable: { steps: [] } }),
      rulebook: 'r',
    });
    expect(at(story)).toEqual([]);
    story.state = {
      ...(story.state as OpenProposal),
      done: [
        done('raise', 'submitted', '2018-11-05'),
        done('path', 'agreed', '2018-12-14'),
        done('ballot', 'approve', '2019-01-23'),
      ],
    };
    expect(at(story)).toEqual([
      'The decision of 23 January 2019 to approve has no effect yet: the implementation waits.',
      "Tier 1: a Party may refer the Change Board's decision until the end of 6 February 2019.",
    ]);
    story.do('2019-01-30 10:00', party, { type: 'refer-decision', step: null, party: null, grounds: 'Costs.' });
    expect(at(story)[1]).toBe("Tier 1: the Panel has to decide whether the Change Board's decision is upheld.");
    story.determine('2019-02-15 10:00', panel, 'referral', 'upheld');
    expect(at(story)[1]).toBe(
      'Tier 2: a Party may appeal against the decision on the referral until the end of 1 March 2019.',
    );
    story.until('2019-03-02 00:00');
    expect(at(story)).toEqual([]);
  });
});

describe('a check of a process with paths', () => {
  test('looks at every state that a change of path and Fast-Track can bring about, and finds no fault in them', () => {
    const { fastTrack: _, pathChange: __, ...plain } = profile;
    expect(checkProfile(RULES).faults).toEqual([]);
    const [without, whole] = [{ ...RULES, profile: plain }, RULES].map((rules) => checkProfile(rules).states);
    expect(whole).toBeGreaterThan(without ?? 0);
  });

  test('tells a path that names a step which is not there, and one that nobody can change', () => {
    const changed = (part: object) => ({
      ...RULES,
      profile: { ...profile, pathChange: { ...profile.pathChange, ...part } as never },
    });
    expect(checkSteps(changed({ step: 'way' })).map((one) => one.sentence)).toEqual([
      'The process names the step "way", which it does not have.',
    ]);
    expect(checkSteps(changed({ by: ['clock'] })).map((one) => one.kind)).toEqual(['actor']);
  });
});
