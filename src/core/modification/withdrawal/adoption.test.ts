import { describe, expect, test } from 'vitest';
import {
  determination,
  moment,
  openConsultation,
  PEOPLE,
  RULES,
  refusalOf,
  Story,
} from '../../../../test/support/proposal.ts';
import { day } from '../../kernel/day.ts';
import { instantOn } from '../../kernel/instant.ts';
import { awaits } from '../next/awaiting.ts';
import { checkSteps } from '../profile/check-profile.ts';
import type { OpenProposal } from '../state.ts';
import { whatNext } from '../what-next.ts';

const { proposer, secretary, panel, party, stranger } = PEOPLE;
const WITHDRAW = { type: 'withdraw-proposal', reasons: 'The ministers changed the words.' } as const;
const ADOPT = { type: 'adopt-proposal', party: null, reasons: 'Our customers need it.' } as const;
const NOBODY = { body: null, seat: null, category: null, whole: false };
const withdrawn = () => new Story().raised().do('2018-10-12 16:00', proposer, WITHDRAW);

describe('a proposal that was withdrawn', () => {
  test('ends as withdrawn when ten Working Days go by and nobody adopts it', () => {
    const story = withdrawn().until('2018-10-26 22:00');
    expect(story.state.status).toBe('open');
    story.until('2018-10-27 00:00');
    expect(story.state).toMatchObject({
      status: 'closed',
      end: { id: 'withdrawn', on: day('2018-10-26') },
      withdrawn: { on: day('2018-10-12') },
    });
  });

  test('gave reasons for that', () => {
    const refusal = refusalOf(
      new Story().raised().try('2018-10-16 10:00', PEOPLE.proposer, { ...WITHDRAW, reasons: ' ' }),
    );
    expect(refusal).toMatchObject({ code: 'reasons-required', place: { field: 'reasons' } });
  });

  test('goes on with the Party that adopts it as its proposer, who alone can then withdraw it', () => {
    const story = withdrawn().do('2018-10-24 09:00', party, ADOPT);
    expect(story.state).toMatchObject({
      status: 'open',
      content: { proposer: { id: 'brightwater-energy', name: 'Brightwater Energy' } },
      adoptions: [{ before: { id: 'ssc' }, on: day('2018-10-24') }],
      withdrawn: null,
    });
    expect(story.try('2018-10-24 10:00', panel, determination('progress', 'agreed')).ok).toBe(true);
    expect(refusalOf(story.try('2018-10-24 10:00', proposer, WITHDRAW)).sentence).toBe(
      'To withdraw the Modification Proposal SECMP0065 is for Brightwater Energy, not for SSC.',
    );
    expect(story.try('2018-10-24 10:00', party, WITHDRAW).ok).toBe(true);
  });

  test('lets nothing else be done, and says who can adopt it and by when', () => {
    expect(refusalOf(withdrawn().try('2018-10-15 10:00', panel, determination('progress', 'agreed')))).toMatchObject({
      code: 'withdrawn',
      sentence: 'SECMP0065 was withdrawn on 12 October 2018 and ends after 26 October 2018 unless another adopts it.',
      citation: { certainty: 'unverified' },
      unblock: [
        { who: 'a Party other than Security Sub-Committee', until: instantOn(day('2018-10-27'), '00:00') },
        { who: 'the clock' },
      ],
    });
    expect(refusalOf(withdrawn().try('2018-10-15 10:00', proposer, WITHDRAW)).code).toBe('withdrawn');
  });

  test('waits for every Party but its own, in what awaits each', () => {
    const { state } = withdrawn();
    if (state.status === 'none') throw new Error('nothing was raised');
    const acts = whatNext(state, { ...RULES, now: moment('2018-10-15 10:00') });
    const waits = (role: 'party' | 'proposer', of: string | null) =>
      acts.some((act) => awaits(act, state, RULES, { ...NOBODY, role, party: of }));
    expect([waits('party', 'larch-power'), waits('party', 'ssc'), waits('proposer', null)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('is not adopted by who is no Party, by its own proposer, for another Party, or before it was withdrawn', () => {
    const story = withdrawn();
    expect(refusalOf(story.try('2018-10-15 10:00', secretary, ADOPT)).code).toBe('wrong-actor');
    expect(refusalOf(story.try('2018-10-15 10:00', stranger, ADOPT)).code).toBe('not-eligible');
    expect(refusalOf(story.try('2018-10-15 10:00', party, { ...ADOPT, party: 'larch-power' })).code).toBe(
      'not-eligible',
    );
    expect(refusalOf(new Story().raised().try('2018-10-15 10:00', party, ADOPT)).code).toBe('step-not-open');
    const own = new Story().raised({ proposer: { id: 'brightwater-energy', name: 'Brightwater Energy' } });
    own.do('2018-10-12 16:00', { ...party }, WITHDRAW);
    expect(refusalOf(own.try('2018-10-15 10:00', party, ADOPT)).code).toBe('not-eligible');
  });

  test('keeps the Working Days of a consultation that ran, also when it was on hold before', () => {
    const story = new Story().raised().panel();
    story.determine('2018-10-12 15:00', PEOPLE.authority, 'authority_timetable', 'agreed');
    story.do('2018-10-15 09:00', secretary, openConsultation());
    story.do('2018-10-17 10:00', proposer, {
      type: 'hold-modification',
      reasons: 'A trial.',
      until: day('2019-03-01'),
    });
    story.do('2018-11-01 10:00', proposer, WITHDRAW).do('2018-11-06 10:00', party, ADOPT);
    const state = story.state as OpenProposal;
    expect(state.consultations.consultation?.closes).toBe(instantOn(day('2018-11-08'), '17:00'));
    expect(state.holds).toEqual([expect.objectContaining({ from: day('2018-10-17'), to: day('2018-11-01') })]);
  });
});

test('a check of a process tells an adoption that has no length', () => {
  const withdrawal = RULES.profile.withdrawal as NonNullable<typeof RULES.profile.withdrawal>;
  const adoption = withdrawal.adoption as NonNullable<typeof withdrawal.adoption>;
  const clock = { ...adoption.clock, workingDays: 'no-such-window' };
  const profile = { ...RULES.profile, withdrawal: { ...withdrawal, adoption: { ...adoption, clock } } };
  expect(checkSteps({ ...RULES, profile }).map((one) => one.sentence)).toEqual([
    'The time for an adoption takes its length from "no-such-window", which is no parameter.',
  ]);
});
