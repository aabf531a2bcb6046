import { describe, expect, test } from 'vitest';
import {
  content,
  determination,
  openConsultation,
  PEOPLE,
  RULES,
  refusalOf,
  Story,
  timetable,
} from '../../../../test/support/proposal.ts';
import { day } from '../../kernel/day.ts';
import { type Instant, instant } from '../../kernel/instant.ts';
import { replay } from '../evolve.ts';
import type { RaisedProposal } from '../state.ts';
import { progressionOf } from './progression.ts';

const { proposer, secretary, panel, authority } = PEOPLE;
const CONSULTATION = ['consultation', '2018-10-22', '2018-11-09'] as const;
const BALLOT = ['ballot', '2018-11-28'] as const;
const notUrgent = (answers: Readonly<Record<string, string>> = {}) =>
  new Story().raised().panel({ urgency: 'refused', ...answers });
const setting = (...rows: readonly (readonly [string, string, string?])[]) =>
  determination('revised_timetable', 'agreed', timetable(...rows));
const agreed = () =>
  new Story().raised().panel().determine('2018-10-12 15:00', authority, 'authority_timetable', 'agreed');
const deviations = (story: Story) =>
  progressionOf(story.state as RaisedProposal, RULES).rows.flatMap((row) => row.deviation ?? []);
const ballot = (closes: Instant | null = null) => ({ type: 'open-ballot', step: null, closes }) as const;

describe('a timetable that is set', () => {
  const refused = (story: Story, ...rows: readonly (readonly [string, string, string?])[]) =>
    refusalOf(story.try('2018-10-12 11:00', panel, setting(...rows)));

  test('in which a step comes before what it waits for ends is refused', () => {
    const backwards = refused(notUrgent(), ['ballot', '2018-10-17'], CONSULTATION);
    expect(backwards).toMatchObject({ code: 'input-invalid', place: { field: 'timetable' } });
    expect(backwards.sentence).toBe(
      'The timetable plans "Change Board vote" for 17 October 2018, although it waits for "Modification Report Consultation", which ends on 9 November 2018; expected a later day.',
    );
    expect(refused(notUrgent(), CONSULTATION, ['ballot', '2018-11-09']).code).toBe('input-invalid');
  });

  test('which leaves out a step still to come, or plans one twice, is refused', () => {
    expect(refused(notUrgent(), CONSULTATION).sentence).toContain('plans no day for "Change Board vote"');
    expect(refused(notUrgent({ route: 'refused' }), CONSULTATION, BALLOT).sentence).toContain(
      '"Working Group\'s report"',
    );
    expect(refused(notUrgent(), CONSULTATION, BALLOT, BALLOT).sentence).toContain('twice');
  });

  test('may be set again until the consultation opens, and the last one holds', () => {
    const story = notUrgent();
    story.do(
      '2018-10-12 11:00',
      panel,
      setting(['consultation', '2018-10-22', '2019-11-09'], ['ballot', '2019-11-28']),
    );
    story.do('2018-10-15 11:00', panel, setting(CONSULTATION, BALLOT));
    expect(replay(story.events)).toEqual(story.state);
    expect(progressionOf(story.state as RaisedProposal, RULES).setBy).toMatchObject({ on: day('2018-10-15') });
    story.do('2018-10-22 09:00', secretary, openConsultation());
    expect(story.events.at(-1)).toMatchObject({ closes: '2018-11-09T17:00:00.000Z' });
    expect(refusalOf(story.try('2018-10-22 10:00', panel, setting(CONSULTATION, BALLOT))).code).toBe(
      'step-already-done',
    );
  });

  test('on which the Authority has decided is not set again behind its back', () => {
    const story = new Story().raised().panel({ timetable: 'refused' });
    const short = setting(['consultation', '2018-10-22', '2018-10-26'], BALLOT);
    story.do('2018-10-12 11:00', panel, short).do('2018-10-12 12:00', panel, short);
    story.determine('2018-10-15 11:00', authority, 'authority_timetable', 'agreed');
    expect(refusalOf(story.try('2018-10-15 12:00', panel, short)).code).toBe('step-already-done');
  });

  test('by the Proposer out of order is refused when the proposal is raised', () => {
    const table = timetable(
      ['progress', '2018-10-12'],
      ['ballot', '2018-10-15'],
      ['consultation', '2018-10-16', '2018-10-22'],
    );
    const raise = { type: 'raise-proposal', content: content({ timetable: table }), rulebook: 'r' } as const;
    const refusal = refusalOf(new Story().try('2018-10-05 09:00', proposer, raise));
    expect(refusal).toMatchObject({ code: 'input-invalid', place: { field: 'content.timetable' } });
  });
});

describe('an act away from the timetable', () => {
  test('a determination before its planned day is refused with that day', () => {
    const refusal = refusalOf(new Story().raised().try('2018-10-11 10:00', panel, determination('progress', 'agreed')));
    expect(refusal).toMatchObject({
      code: 'too-early',
      unblock: [{ who: 'the clock', by: 'reach 12 October 2018', until: '2018-10-11T23:00:00.000Z' }],
    });
    expect(refusal.sentence).toContain('plans "Initial Modification Report presented to Panel" for 12 October 2018');
  });

  test('a consultation that opens before or after its planned day, or ends on another, is refused', () => {
    const open = (at: string, from: string | null, to: string | null) =>
      refusalOf(
        agreed().try(at, secretary, openConsultation(from === null ? null : day(from), to === null ? null : day(to))),
      );
    expect(open('2018-10-12 16:00', '2018-10-12', null)).toMatchObject({
      code: 'too-early',
      citation: { clause: 'D3.5' },
      place: { field: 'from' },
    });
    expect(open('2018-10-12 16:00', '2018-10-12', null).sentence).toBe(
      'The timetable that the Panel agreed plans "Modification Report Consultation" from 15 October 2018, not from 12 October 2018; no further step of this process varies it.',
    );
    expect(open('2018-10-12 16:00', '2018-10-16', null)).toMatchObject({ code: 'too-late', place: { field: 'from' } });
    expect(open('2018-10-15 09:00', null, '2018-10-22')).toMatchObject({ code: 'too-late', place: { field: 'to' } });
    const long = notUrgent().do(
      '2018-10-12 11:00',
      panel,
      setting(['consultation', '2018-10-22', '2018-11-16'], BALLOT),
    );
    const cut = refusalOf(long.try('2018-10-22 09:00', secretary, openConsultation(null, day('2018-11-14'))));
    expect(cut).toMatchObject({ code: 'too-early', place: { field: 'to' } });
    expect(cut.sentence).toContain('the Panel can set a revised progression timetable again');
  });

  test('a consultation whose day has gone by opens late, for its least time and no longer, and the table says so', () => {
    const story = agreed();
    expect(refusalOf(story.try('2018-10-17 09:00', secretary, openConsultation(null, day('2018-10-25')))).code).toBe(
      'too-late',
    );
    story.do('2018-10-17 09:00', secretary, openConsultation());
    expect(story.events.at(-1)).toMatchObject({ from: day('2018-10-17'), closes: '2018-10-23T16:00:00.000Z' });
    expect(deviations(story)).toEqual(['opened 2 Working Days after the agreed timetable']);
  });

  test('a ballot before its day, or one that would run past it, is refused; a late one is told in the table', () => {
    const early = refusalOf(new Story().raised().panel().consulted().try('2018-10-23 09:00', secretary, ballot()));
    expect(early).toMatchObject({ code: 'too-early', citation: { clause: 'D3.5' } });
    const long = ballot(instant('2018-10-25T16:00:00Z'));
    const past = refusalOf(new Story().raised().panel().consulted().try('2018-10-24 09:00', secretary, long));
    expect(past).toMatchObject({ code: 'too-late', place: { field: 'closes' } });
    const late = new Story().raised().panel().consulted().do('2018-10-26 09:00', secretary, ballot());
    expect(deviations(late)).toEqual(['opened 2 Working Days after the agreed timetable']);
  });

  test('the case as it is planned deviates in nothing', () => {
    const story = new Story().raised().panel().consulted().voted('2018-10-24', 'approve');
    expect(deviations(story)).toEqual([]);
  });
});
