import { describe, expect, test } from 'vitest';
import {
  determination,
  holder,
  openConsultation,
  PEOPLE,
  RULES,
  refusalOf,
  SEATS,
  Story,
  timetable,
  vote,
} from '../../../test/support/proposal.ts';
import { day } from '../kernel/day.ts';
import type { CommandOf } from './command.ts';
import { implementationOf } from './implementation/implementation.ts';
import { isNotReached } from './profile/net.ts';
import type { RaisedProposal } from './state.ts';

const { secretary, panel, authority, party, stranger } = PEOPLE;
const IMPLEMENT = { type: 'implement-modification', step: null, label: '5.24' } as const;
const approvedOnPath3 = () => new Story().raised().panel().consulted().voted('2018-10-24', 'approve');

function raisedState(story: Story): RaisedProposal {
  if (story.state.status === 'none') throw new Error('nothing was raised');
  return story.state;
}

const endOf = (story: Story) => (story.state.status === 'closed' ? story.state.end.id : story.state.status);
const dayOf = (story: Story) => implementationOf(raisedState(story), RULES.profile);

describe('SECMP0065 as planned', () => {
  test('from proposal to implementation on 8 November 2018, each act by its actor in its time', () => {
    const story = approvedOnPath3();
    expect(dayOf(story)).toEqual({ day: day('2018-11-08'), basis: 'decided', awaiting: [] });
    story.do('2018-11-08 09:00', secretary, IMPLEMENT);
    expect(endOf(story)).toBe('implemented');
    expect(story.events.map((event) => event.type)).toEqual([
      'proposal-raised',
      'paper-submitted',
      ...Array(6).fill('determination-made'),
      'consultation-opened',
      'consultation-closed',
      'paper-submitted',
      'ballot-opened',
      ...SEATS.map(() => 'vote-cast'),
      'ballot-closed',
      'window-elapsed',
      'modification-implemented',
      'proposal-closed',
    ]);
    expect(story.events.find((event) => event.type === 'consultation-closed')?.on).toBe(day('2018-10-19'));
    expect(story.events.find((event) => event.type === 'window-elapsed')?.on).toBe(day('2018-11-07'));
  });

  test('before the decision the day of implementation is unknown and the answer names the approval', () => {
    expect(dayOf(new Story().raised())).toEqual({ day: null, basis: 'unknown', awaiting: ['approval'] });
  });
});

describe('the day of implementation after approval', () => {
  const moved = (on: string) =>
    ({ type: 'set-implementation-date', step: null, day: day(on), reasons: 'Moved.' }) as const;

  test('is moved by who may set it, as long as it is still to come', () => {
    const story = approvedOnPath3().do('2018-10-25 09:00', panel, moved('2019-02-28'));
    expect(dayOf(story)).toEqual({ day: day('2019-02-28'), basis: 'set', awaiting: [] });
    story.do('2018-12-01 09:00', panel, moved('2018-12-06'));
    expect(refusalOf(story.try('2018-12-05 09:00', secretary, IMPLEMENT)).code).toBe('too-early');
    story.do('2018-12-06 09:00', secretary, IMPLEMENT);
    expect(endOf(story)).toBe('implemented');
  });

  test('is not moved by others, before the window of referral ends, nor once it has come', () => {
    const story = approvedOnPath3();
    expect(refusalOf(story.try('2018-10-25 09:00', secretary, moved('2019-02-28'))).code).toBe('wrong-actor');
    expect(refusalOf(story.try('2018-10-25 09:00', panel, moved('2018-11-01'))).code).toBe('too-early');
    expect(refusalOf(story.try('2018-11-08 09:00', panel, moved('2019-02-28'))).code).toBe('step-excluded');
  });
});

describe('withdrawal', () => {
  const WITHDRAW = { type: 'withdraw-proposal', reasons: 'The ministers changed the words.' } as const;

  test('by the proposer ends the proposal, and the steps to come are never reached', () => {
    const { adoption: _, ...withdrawal } = RULES.profile.withdrawal as NonNullable<typeof RULES.profile.withdrawal>;
    const story = new Story({ ...RULES, profile: { ...RULES.profile, withdrawal } }).raised().panel();
    story.do('2018-10-12 16:00', PEOPLE.proposer, WITHDRAW);
    expect(endOf(story)).toBe('withdrawn');
    expect(dayOf(story)).toEqual({ day: null, basis: 'never', awaiting: [] });
    const { profile } = RULES;
    const ballot = profile.steps.find((step) => step.id === 'ballot');
    expect(ballot && isNotReached(ballot, raisedState(story), profile)).toBe(true);
    expect(refusalOf(story.try('2018-10-13 09:00', PEOPLE.proposer, WITHDRAW)).code).toBe('proposal-closed');
  });

  test('is for the proposer alone, and only until the decision to approve', () => {
    expect(refusalOf(new Story().raised().try('2018-10-12 09:00', secretary, WITHDRAW))).toMatchObject({
      code: 'wrong-actor',
      unblock: [{ who: 'Security Sub-Committee', by: 'withdraw the Modification Proposal' }],
      citation: { certainty: 'public' },
    });
    expect(refusalOf(approvedOnPath3().try('2018-10-25 09:00', PEOPLE.proposer, WITHDRAW))).toMatchObject({
      code: 'too-late',
      sentence: 'SECMP0065 could be withdrawn only until 24 October 2018, when it was decided.',
    });
  });
});

describe('the other branches', () => {
  test('not progressed ends the proposal', () => {
    const story = new Story().raised().determine('2018-10-12 10:00', panel, 'progress', 'refused');
    expect(endOf(story)).toBe('not-progressed');
  });

  test('path refused: the Authority approves on 25 October, so no day is known until one is set', () => {
    const story = new Story().raised().panel({ path: 'refused' }).consulted().voted('2018-10-24', 'approve');
    expect(dayOf(story)).toEqual({ day: null, basis: 'unknown', awaiting: ['approval'] });
    story.determine('2018-10-25 10:00', authority, 'authority_decision', 'approve');
    expect(dayOf(story)).toEqual({ day: null, basis: 'unknown', awaiting: ['approval-implementation-date'] });
    const refusal = refusalOf(story.try('2018-11-08 09:00', secretary, IMPLEMENT));
    expect(refusal).toMatchObject({
      code: 'step-not-open',
      unblock: [{ who: 'the Panel or the Authority', by: 'set the implementation date' }],
    });
    story.do('2018-10-30 10:00', authority, {
      type: 'set-implementation-date',
      step: null,
      day: day('2018-11-29'),
      reasons: 'The November release.',
    });
    expect(dayOf(story)).toEqual({ day: day('2018-11-29'), basis: 'set', awaiting: [] });
    expect(refusalOf(story.try('2018-11-28 09:00', secretary, IMPLEMENT)).code).toBe('too-early');
    expect(endOf(story.do('2018-11-29 09:00', secretary, IMPLEMENT))).toBe('implemented');
  });

  test('path refused and approved by 24 October: the planned day holds', () => {
    const story = new Story().raised().panel({ path: 'refused' }).consulted().voted('2018-10-24', 'approve');
    story.determine('2018-10-24 17:00', authority, 'authority_decision', 'approve');
    expect(dayOf(story)).toEqual({ day: day('2018-11-08'), basis: 'decided', awaiting: [] });
  });

  test('the Authority rejects against the recommendation', () => {
    const story = new Story().raised().panel({ path: 'refused' }).consulted().voted('2018-10-24', 'approve');
    expect(endOf(story.determine('2018-10-25 10:00', authority, 'authority_decision', 'reject'))).toBe('rejected');
  });

  test('a rejection on Path 3 ends the proposal once nobody can refer it any more', () => {
    const story = new Story().raised().panel().consulted().voted('2018-10-24', 'reject');
    expect(endOf(story.until('2018-11-07 23:59'))).toBe('open');
    expect(endOf(story.until('2018-11-08 00:00'))).toBe('rejected');
    expect(story.state).toMatchObject({ end: { on: day('2018-11-07') } });
  });

  test('without a quorum the ballot is held again', () => {
    const story = new Story().raised().panel().consulted().voted('2018-10-24', 'approve', SEATS.slice(0, 2));
    expect(story.events.at(-1)).toMatchObject({ type: 'ballot-closed', outcome: 'no-quorum' });
    expect(refusalOf(story.try('2018-10-24 16:30', holder('consumer-member'), vote(null, 'approve'))).code).toBe(
      'too-late',
    );
    story.voted('2018-10-31', 'approve');
    expect(story.events.at(-1)).toMatchObject({ type: 'ballot-closed', outcome: 'approve' });
    expect(dayOf(story).awaiting).toEqual(['approval-implementation-date']);
  });

  test('a referral upheld after the planned day leaves the day to be set', () => {
    const story = approvedOnPath3();
    const refer = { type: 'refer-decision', step: null, party: null, grounds: 'It affects competition.' } as const;
    expect(refusalOf(story.try('2018-10-30 09:00', stranger, refer)).code).toBe('not-eligible');
    story.do('2018-10-30 09:00', party, refer);
    expect(refusalOf(story.try('2018-11-08 09:00', secretary, IMPLEMENT))).toMatchObject({
      code: 'step-not-open',
      unblock: [{ who: 'the Authority', by: "decide whether the Change Board's decision is upheld" }],
    });
    story.determine('2018-11-20 09:00', authority, 'referral', 'upheld');
    expect(dayOf(story)).toMatchObject({ day: null, awaiting: ['approval-implementation-date'] });
    expect(refusalOf(story.try('2018-11-20 10:00', secretary, IMPLEMENT)).code).toBe('step-not-open');
  });

  test('a referral in time keeps the planned day; overturned, it ends in rejection', () => {
    const refer = { type: 'refer-decision', step: null, party: null, grounds: 'It affects competition.' } as const;
    const upheld = approvedOnPath3().do('2018-10-30 09:00', party, refer);
    upheld.determine('2018-11-05 09:00', authority, 'referral', 'upheld');
    expect(endOf(upheld.do('2018-11-08 09:00', secretary, IMPLEMENT))).toBe('implemented');
    const overturned = approvedOnPath3().do('2018-10-30 09:00', party, refer);
    expect(endOf(overturned.determine('2018-11-05 09:00', authority, 'referral', 'overturned'))).toBe('rejected');
    expect(dayOf(overturned).basis).toBe('never');
  });

  test('a referral after the window is refused', () => {
    const story = approvedOnPath3();
    const refer = { type: 'refer-decision', step: null, party: null, grounds: 'Late.' } as const;
    expect(refusalOf(story.try('2018-11-08 00:00', party, refer)).code).toBe('too-late');
  });

  test('a rejection that is overturned is approved on that day', () => {
    const story = new Story().raised().panel().consulted().voted('2018-10-24', 'reject');
    const refer = { type: 'refer-decision', step: null, party: null, grounds: 'Against the objectives.' } as const;
    story.do('2018-10-30 09:00', party, refer);
    story.determine('2018-11-05 09:00', authority, 'referral', 'overturned');
    expect(dayOf(story).awaiting).toEqual(['approval-implementation-date']);
  });
});

describe('each determination refused', () => {
  const standard = timetable(['consultation', '2018-10-22', '2018-11-09'], ['ballot', '2018-11-28']);
  const SHORT = [
    ['consultation', '2018-10-22', '2018-10-26'],
    ['ballot', '2018-11-28'],
  ] as const;
  const short = timetable(...SHORT);

  test('urgency: the Panel sets a timetable with the standard consultation', () => {
    const story = new Story().raised().panel({ urgency: 'refused' });
    const refusal = refusalOf(story.try('2018-10-12 11:00', secretary, openConsultation()));
    expect(refusal.unblock.map(({ who, by }) => `${who} to ${by}`)).toEqual([
      'the Panel to set a revised progression timetable',
    ]);
    const tooShort = story.try('2018-10-12 11:00', panel, determination('revised_timetable', 'agreed', short));
    expect(refusalOf(tooShort).code).toBe('period-too-short');
    story.determine('2018-10-12 11:00', panel, 'revised_timetable', 'agreed', standard);
    story.do('2018-10-22 09:00', secretary, openConsultation());
    expect(story.events.at(-1)).toMatchObject({ from: day('2018-10-22'), closes: '2018-11-09T17:00:00.000Z' });
  });

  test('timetable: the revised one goes to the Authority, whose refusal brings a standard one', () => {
    const story = new Story().raised().panel({ timetable: 'refused' });
    const agree = determination('authority_timetable', 'agreed');
    expect(refusalOf(story.try('2018-10-12 11:00', authority, agree)).code).toBe('step-not-open');
    story.determine('2018-10-12 11:00', panel, 'revised_timetable', 'agreed', short);
    story.determine('2018-10-15 11:00', authority, 'authority_timetable', 'refused');
    story.determine('2018-10-16 11:00', panel, 'standard_timetable', 'agreed', standard);
    story.do('2018-10-22 09:00', secretary, openConsultation());
    expect(story.events.at(-1)).toMatchObject({ closes: '2018-11-09T17:00:00.000Z' });
  });

  test('route: the Refinement Process comes between', () => {
    const story = new Story().raised().panel({ route: 'refused' });
    const refined = timetable(['refinement', '2018-10-19'], ...SHORT);
    story.determine('2018-10-12 11:00', panel, 'revised_timetable', 'agreed', refined);
    story.determine('2018-10-15 11:00', authority, 'authority_timetable', 'agreed');
    const refusal = refusalOf(story.try('2018-10-22 09:00', secretary, openConsultation()));
    expect(refusal.unblock.map((one) => one.who)).toEqual(['the Code Administrator or the Panel']);
    const report = { type: 'submit-paper', step: 'refinement' } as const;
    expect(refusalOf(story.try('2018-10-22 09:00', secretary, report)).sentence).toContain('appoint the Working Group');
    story.do('2018-10-22 09:00', secretary, workingGroup('2018-11-30'));
    story.do('2018-10-22 10:00', secretary, openConsultation());
    expect(story.events.at(-1)).toMatchObject({ step: 'refinement_consultation', closes: '2018-11-12T17:00:00.000Z' });
    const unanswered = refusalOf(story.try('2018-12-03 09:00', secretary, report));
    expect(unanswered.unblock.map((one) => one.by)).toEqual([
      'answer question 1 of the terms of reference: What does it cost? (overdue since the end of 30 November 2018)',
    ]);
    story.do('2018-12-03 09:00', secretary, { type: 'answer-group-question', question: '1', answer: 'Little.' });
    story.do('2018-12-03 09:00', secretary, report);
    story.do('2018-12-03 10:00', secretary, openConsultation());
    expect(story.events.at(-1)).toMatchObject({ from: day('2018-12-03'), closes: '2018-12-07T17:00:00.000Z' });
  });

  test('a timetable is set only where the step carries one, for steps that exist, from today on', () => {
    const story = new Story().raised();
    const with_ = determination('progress', 'agreed', short);
    expect(refusalOf(story.try('2018-10-12 10:00', panel, with_)).place).toEqual({ field: 'timetable' });
    story.panel({ timetable: 'refused' });
    const set = (table: typeof short | null) =>
      refusalOf(story.try('2018-10-12 11:00', panel, determination('revised_timetable', 'agreed', table))).code;
    expect(set(null)).toBe('input-invalid');
    expect(set(timetable(['merits', '2018-10-22']))).toBe('input-invalid');
    expect(set(timetable(['ballot', '2018-10-11']))).toBe('too-late');
  });
});

function workingGroup(due: string): CommandOf<'appoint-working-group'> {
  const members = ['Ines Calder', 'Tom Arkwright', 'Ada Pell', 'Ravi Noor', 'Jo Lund'].map((name) => ({
    name,
    party: null,
  }));
  const questions = ['What does it cost?'];
  return { type: 'appoint-working-group', members, chair: 'Ada Pell', questions, due: day(due), reasons: '' };
}
