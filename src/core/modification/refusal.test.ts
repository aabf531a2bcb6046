import { describe, expect, test } from 'vitest';
import {
  content,
  contextAt,
  determination,
  holder,
  moment,
  openConsultation,
  PEOPLE,
  refusalOf,
  response,
  Story,
  vote,
} from '../../../test/support/proposal.ts';
import { day } from '../kernel/day.ts';
import { decide } from './decide.ts';

const { proposer, secretary, panel, authority, party, stranger, seatless } = PEOPLE;
const IMPLEMENT = { type: 'implement-modification', step: null, label: '5.24' } as const;
const approvedOnPath3 = () => new Story().raised().panel().consulted().voted('2018-10-24', 'approve');

describe('refusals by the rules', () => {
  test('a vote by someone without a seat on the frozen list', () => {
    const story = new Story().raised().panel().consulted();
    story.do('2018-10-24 09:00', secretary, { type: 'open-ballot', step: null, closes: null });
    for (const [actor, seat] of [
      [seatless, null],
      [seatless, 'consumer-member'],
      [holder('consumer-member'), 'small-supplier-1'],
      [party, null],
    ] as const) {
      const refusal = refusalOf(story.try('2018-10-24 10:00', actor, vote(seat, 'approve')));
      expect(refusal).toMatchObject({ code: 'no-seat', citation: { clause: 'D8' }, place: { field: 'seat' } });
    }
  });

  test('a vote after the ballot closes, whether or not the close is recorded', () => {
    const story = new Story().raised().panel().consulted();
    story.do('2018-10-24 09:00', secretary, { type: 'open-ballot', step: null, closes: null });
    const late = refusalOf(story.try('2018-10-24 16:00', holder('consumer-member'), vote(null, 'approve')));
    expect(late).toMatchObject({ code: 'too-late', citation: { clause: 'D8' } });
    const open = new Story().raised().panel().consulted();
    open.do('2018-10-24 09:00', secretary, { type: 'open-ballot', step: null, closes: null });
    const context = contextAt(moment('2018-10-24 16:00'), holder('consumer-member'));
    expect(refusalOf(decide(vote(null, 'approve'), open.state, context)).code).toBe('too-late');
  });

  test('a vote before its ballot waits for the report, and says whose it is', () => {
    const story = new Story().raised().panel();
    const refusal = refusalOf(story.try('2018-10-12 11:00', holder('consumer-member'), vote(null, 'approve')));
    expect(refusal.code).toBe('step-not-open');
    expect(refusal.unblock).toEqual([
      {
        who: 'the Authority',
        by: 'decide whether the timetable of the Urgent Modification Proposal is agreed',
        until: null,
      },
    ]);
  });

  test('a Panel determination by the Change Board', () => {
    const story = new Story().raised();
    const refusal = refusalOf(story.try('2018-10-12 10:00', seatless, determination('progress', 'agreed')));
    expect(refusal).toMatchObject({
      code: 'wrong-actor',
      citation: { clause: 'About this document' },
      unblock: [{ who: 'the Panel', until: '2018-10-12T23:00:00.000Z' }],
    });
    expect(refusal.sentence).toContain('for the Panel, not for the Change Board');
  });

  test('a Panel determination by the Change Board before the report names whose report it waits for, and the Panel', () => {
    const raise = { type: 'raise-proposal', content: content(), rulebook: 'r' } as const;
    const story = new Story().do('2018-10-05 09:00', proposer, raise);
    const refusal = refusalOf(story.try('2018-10-08 10:00', seatless, determination('progress', 'agreed')));
    expect(refusal.code).toBe('wrong-actor');
    expect(refusal.unblock.map((one) => one.who)).toEqual(['the Code Administrator', 'the Panel']);
  });

  test('an answer in the name of a Party by anybody but its own people and the Code Administrator', () => {
    const story = new Story().raised().panel();
    story.determine('2018-10-12 15:00', authority, 'authority_timetable', 'agreed');
    story.do('2018-10-15 09:00', secretary, openConsultation());
    const assessor = { id: 'assessor', name: 'The assessor', role: 'assessor' } as const;
    const loose = { id: 'loose', name: 'A person of no Party', role: 'party' } as const;
    for (const actor of [assessor, holder('consumer-member'), authority, panel, proposer, loose]) {
      for (const named of ['brightwater-energy', null]) {
        const refusal = refusalOf(story.try('2018-10-16 09:00', actor, response(named)));
        expect(refusal).toMatchObject({
          code: 'wrong-actor',
          citation: { clause: 'D7.1' },
          place: { field: 'party' },
          unblock: [
            {
              who: 'a Party, or the Code Administrator recording for it',
              by: 'respond to the Modification Report Consultation',
              until: '2018-10-19T16:00:00.000Z',
            },
          ],
        });
      }
    }
    expect(refusalOf(story.try('2018-10-16 09:00', secretary, response(null))).code).toBe('not-eligible');
    story.do('2018-10-16 09:00', secretary, response('brightwater-energy'));
  });

  test('a referral by the Panel names who can refer it until when; the Code Administrator records one for a Party', () => {
    const refer = (named: string | null) =>
      ({ type: 'refer-decision', step: null, party: named, grounds: 'It affects competition.' }) as const;
    const refusal = refusalOf(approvedOnPath3().try('2018-10-30 09:00', panel, refer('brightwater-energy')));
    expect(refusal).toMatchObject({
      code: 'wrong-actor',
      unblock: [{ who: 'a Party', by: "refer the Change Board's decision", until: '2018-11-08T00:00:00.000Z' }],
    });
    const loose = { id: 'loose', name: 'A person of no Party', role: 'party' } as const;
    const inTheName = refusalOf(approvedOnPath3().try('2018-10-30 09:00', loose, refer('brightwater-energy')));
    expect(inTheName).toMatchObject({ code: 'wrong-actor', unblock: [{ until: '2018-11-08T00:00:00.000Z' }] });
    approvedOnPath3().do('2018-10-30 09:00', secretary, refer('larch-power'));
    const late = refusalOf(approvedOnPath3().try('2018-11-08 00:00', party, refer(null)));
    expect(late.sentence).toContain('nobody can refer the decision after that');
  });

  test('a vote without a seat names who can vote; a vote for the seat of another names its holder', () => {
    const story = new Story().raised().panel().consulted();
    story.do('2018-10-24 09:00', secretary, { type: 'open-ballot', step: null, closes: null });
    const guest = refusalOf(story.try('2018-10-24 10:00', seatless, vote(null, 'approve')));
    const until = '2018-10-24T16:00:00.000Z';
    expect(guest.unblock).toEqual([{ who: 'the Change Board', by: 'vote in the Change Board vote', until }]);
    const other = refusalOf(
      story.try('2018-10-24 10:00', holder('consumer-member'), vote('small-supplier-1', 'approve')),
    );
    expect(other.sentence).toBe(
      'consumer-member holds the seat "consumer-member" and cannot vote for the seat "small-supplier-1" in "Change Board vote".',
    );
    expect(other.unblock).toMatchObject([{ who: 'the holder of the seat "small-supplier-1"', until }]);
    const silent = { ...vote(null, 'approve'), reasons: '' } as const;
    expect(refusalOf(story.try('2018-10-24 10:00', holder('consumer-member'), silent)).sentence).toBe(
      'To vote in the Change Board vote, reasons must be given.',
    );
  });

  test('a late vote says that nobody can take it, or that the ballot has to be held again', () => {
    const closed = refusalOf(
      approvedOnPath3().try('2018-10-24 17:00', holder('consumer-member'), vote(null, 'approve')),
    );
    expect(closed).toMatchObject({ code: 'too-late', unblock: [] });
    expect(closed.sentence).toContain('nobody can take a vote after that');
    const story = new Story().raised().panel().consulted().voted('2018-10-24', 'approve', []);
    const again = refusalOf(story.try('2018-10-24 17:00', holder('consumer-member'), vote(null, 'approve')));
    expect(again).toMatchObject({ code: 'too-late', unblock: [{ who: 'the Code Administrator' }] });
  });

  test('an implementation before the referral window ends names the first day possible', () => {
    const refusal = refusalOf(approvedOnPath3().try('2018-11-07 12:00', secretary, IMPLEMENT));
    expect(refusal).toMatchObject({
      code: 'too-early',
      citation: { clause: 'D9.5' },
      unblock: [{ who: 'the clock', until: '2018-11-08T00:00:00.000Z' }],
    });
    expect(refusal.sentence).toContain('first day possible for the implementation is 8 November 2018');
  });

  test('a consultation shorter than the least length, counted with its first day', () => {
    const story = new Story().raised().panel();
    story.determine('2018-10-12 15:00', authority, 'authority_timetable', 'agreed');
    const short = openConsultation(day('2018-10-15'), day('2018-10-18'));
    const refusal = refusalOf(story.try('2018-10-15 09:00', secretary, short));
    expect(refusal).toMatchObject({ code: 'period-too-short', citation: { clause: 'D7.1' }, place: { field: 'to' } });
    expect(refusal.sentence).toContain('4 Working Days, the first counted');
  });

  test('a response that is late, early, a second one, or by no party', () => {
    const story = new Story().raised().panel();
    story.determine('2018-10-12 15:00', authority, 'authority_timetable', 'agreed');
    story.do('2018-10-12 15:30', secretary, openConsultation());
    expect(refusalOf(story.try('2018-10-12 16:00', party, response())).code).toBe('too-early');
    expect(refusalOf(story.try('2018-10-16 09:00', stranger, response())).code).toBe('not-eligible');
    expect(refusalOf(story.try('2018-10-16 09:00', party, response('larch-power'))).code).toBe('wrong-actor');
    story.do('2018-10-19 15:59', party, response());
    expect(refusalOf(story.try('2018-10-19 15:59', party, response())).code).toBe('already-responded');
    const late = refusalOf(story.try('2018-10-19 16:00', party, response()));
    expect(late).toMatchObject({ code: 'too-late', citation: { clause: 'D7.1' } });
    expect(late.sentence).toContain('17:00 on 19 October 2018');
    expect(late.unblock).toEqual([{ who: 'the Code Administrator', by: 'record a late response', until: null }]);
    story.do('2018-10-22 09:00', secretary, { type: 'submit-paper', step: 'modification_report' });
    const later = refusalOf(story.try('2018-10-22 10:00', secretary, response('larch-power')));
    expect(later.sentence).toContain('late responses were taken until 22 October 2018');
  });

  test('a step or an outcome that the profile does not have, and an act without reasons', () => {
    const story = new Story().raised();
    const at = '2018-10-12 10:00';
    expect(refusalOf(story.try(at, panel, determination('merits', 'agreed'))).code).toBe('step-unknown');
    expect(refusalOf(story.try(at, panel, determination('progress', 'perhaps'))).code).toBe('outcome-unknown');
    const silent = { ...determination('progress', 'agreed'), reasons: ' ' };
    expect(refusalOf(story.try(at, panel, silent))).toMatchObject({
      code: 'reasons-required',
      place: { field: 'reasons' },
    });
  });

  test('a step done already, ruled out, or after the end', () => {
    const story = new Story().raised().panel({ urgency: 'refused' });
    expect(refusalOf(story.try('2018-10-12 11:00', panel, determination('progress', 'agreed'))).code).toBe(
      'step-already-done',
    );
    const agree = determination('authority_timetable', 'agreed');
    expect(refusalOf(story.try('2018-10-12 11:00', authority, agree)).code).toBe('step-excluded');
    const ended = new Story().raised().determine('2018-10-12 10:00', panel, 'progress', 'refused');
    const after = refusalOf(ended.try('2018-10-12 11:00', panel, determination('path', 'agreed')));
    expect(after).toMatchObject({ code: 'proposal-closed' });
    expect(after.sentence).toContain('12 October 2018: Not progressed');
  });

  test('a proposal raised twice, by the wrong person, or after its profile', () => {
    const raise = { type: 'raise-proposal', content: content(), rulebook: 'r' } as const;
    expect(refusalOf(new Story().raised().try('2018-10-09 09:00', proposer, raise)).code).toBe('proposal-exists');
    expect(refusalOf(new Story().try('2018-10-05 09:00', authority, raise)).code).toBe('wrong-actor');
    expect(refusalOf(new Story().try('2018-11-01 09:00', proposer, raise)).code).toBe('too-late');
    expect(refusalOf(new Story().try('2018-10-05 09:00', panel, determination('path', 'agreed'))).code).toBe(
      'not-found',
    );
  });
});
