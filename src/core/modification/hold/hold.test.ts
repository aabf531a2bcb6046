import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  content,
  determination,
  moment,
  openConsultation,
  PEOPLE,
  RULES,
  RULES_2018,
  refusalOf,
  response,
  Story,
} from '../../../../test/support/proposal.ts';
import { addDays, type Day, day, formatDay, writeDay } from '../../kernel/day.ts';
import { instantOn } from '../../kernel/instant.ts';
import { checkSteps } from '../profile/check-profile.ts';
import { nextDue } from '../settle.ts';
import type { OpenProposal } from '../state.ts';
import { dayClosedAt, lengthOf } from '../timetable/period.ts';
import { whatNext } from '../what-next.ts';

const { proposer, secretary, panel, stranger } = PEOPLE;
const HOLD = { type: 'hold-modification', reasons: 'A trial comes first.', until: null } as const;
const RESUME = { type: 'resume-modification', reasons: 'The trial is over.' } as const;
const UNTIL = (on: string) => ({ ...HOLD, until: day(on) });

const inConsultation = () =>
  new Story()
    .raised()
    .panel()
    .determine('2018-10-12 15:00', PEOPLE.authority, 'authority_timetable', 'agreed')
    .do('2018-10-15 09:00', secretary, openConsultation());

const open = ({ state }: Story) => state as OpenProposal;
const closes = (story: Story) => open(story).consultations.consultation?.closes;
const next = (story: Story, at: string) => whatNext(open(story), { ...story.rules, now: moment(at) });

describe('a proposal on hold', () => {
  test('keeps everything else waiting, names the clause, who can end the hold and by when', () => {
    const story = new Story().raised().do('2018-10-10 09:00', proposer, UNTIL('2019-01-14'));
    expect(refusalOf(story.try('2018-10-12 10:00', panel, determination('progress', 'agreed')))).toMatchObject({
      code: 'on-hold',
      sentence:
        'SECMP0065 has been on hold since 10 October 2018 until 14 January 2019; nothing else can be done meanwhile.',
      citation: { certainty: 'public' },
      unblock: [
        { who: 'Security Sub-Committee or the Code Administrator', by: 'take the Modification Proposal off hold' },
        { by: 'give another day on which it goes on' },
        { who: 'the clock', until: instantOn(day('2019-01-14'), '00:00') },
      ],
    });
    expect(next(story, '2018-10-12 10:00').map((act) => act.operation)).toEqual([
      'resume-modification',
      'hold-modification',
      null,
    ]);
  });

  test('stops the clock of a consultation: nothing closes, and what was left of it is left when it goes on', () => {
    const story = inConsultation().do('2018-10-17 10:00', proposer, HOLD);
    story.until('2018-11-20 10:00');
    expect(open(story).done.some((one) => one.step === 'consultation')).toBe(false);
    expect(nextDue(story.state, RULES)).toBeNull();
    expect(refusalOf(story.try('2018-11-20 10:00', PEOPLE.party, response())).code).toBe('on-hold');
    // It had Thursday and Friday left on Wednesday 17 October, and so it has on Tuesday 20 November.
    story.do('2018-11-20 11:00', secretary, RESUME);
    expect(closes(story)).toBe(instantOn(day('2018-11-22'), '17:00'));
    story.do('2018-11-21 09:00', PEOPLE.party, response());
    story.until('2018-11-22 17:00');
    expect(open(story).done.at(-1)).toMatchObject({ step: 'consultation', on: day('2018-11-22') });
  });

  test('stops a referral window, which then runs for the days that it had left', () => {
    const path = { ...RULES.profile.hold, until: { kind: 'literal', value: false } } as NonNullable<
      typeof RULES.profile.hold
    >;
    const rules = { ...RULES, profile: { ...RULES.profile, hold: path } };
    const story = new Story(rules).raised().panel().consulted().voted('2018-10-24', 'approve');
    story.do('2018-11-05 09:00', proposer, HOLD).do('2018-12-03 09:00', proposer, RESUME);
    // The window was to end with 7 November, two Working Days after the hold.
    expect(open(story).windows).toEqual({ referral_window: day('2018-12-05') });
    expect(nextDue(story.state, rules)).toBe(instantOn(day('2018-12-06'), '00:00'));
  });

  test('goes on by itself on the day given, and that day can be given or changed later', () => {
    const story = inConsultation().do('2018-10-17 10:00', proposer, HOLD);
    expect(refusalOf(story.try('2018-10-18 10:00', proposer, HOLD))).toMatchObject({ place: { field: 'until' } });
    story.do('2018-10-18 10:00', proposer, UNTIL('2018-11-01')).do('2018-10-19 10:00', secretary, UNTIL('2018-11-06'));
    expect(refusalOf(story.try('2018-10-19 11:00', secretary, UNTIL('2018-10-19'))).code).toBe('too-early');
    story.until('2018-11-06 00:00');
    expect(open(story).holds).toEqual([
      expect.objectContaining({ from: day('2018-10-17'), planned: day('2018-11-06'), to: day('2018-11-06') }),
    ]);
    expect(closes(story)).toBe(instantOn(day('2018-11-08'), '17:00'));
  });

  test('is asked for with reasons, by whom the process lets, and not while a vote runs or once it is approved', () => {
    const story = new Story().raised();
    expect(refusalOf(story.try('2018-10-10 09:00', stranger, HOLD)).code).toBe('wrong-actor');
    expect(refusalOf(story.try('2018-10-10 09:00', proposer, { ...HOLD, reasons: ' ' })).code).toBe('reasons-required');
    expect(refusalOf(story.try('2018-10-10 09:00', proposer, RESUME)).code).toBe('step-not-open');
    const voting = new Story().raised().panel().consulted();
    voting.do('2018-10-24 09:00', secretary, { type: 'open-ballot', step: null, closes: moment('2018-10-24 16:00') });
    expect(refusalOf(voting.try('2018-10-24 10:00', proposer, HOLD)).sentence).toBe(
      '"Change Board vote" is running and does not pause; SECMP0065 can be put on hold once it is over.',
    );
    const approved = new Story().raised().panel().consulted().voted('2018-10-24', 'approve');
    expect(refusalOf(approved.try('2018-10-25 09:00', proposer, HOLD)).code).toBe('too-late');
  });

  test('has no step overdue whose planned day went by meanwhile, and says so', () => {
    const story = new Story().raised().do('2018-10-10 09:00', proposer, HOLD).do('2018-11-20 09:00', proposer, RESUME);
    const [progress] = next(story, '2018-11-20 10:00');
    expect(progress).toMatchObject({
      operation: 'make-determination',
      overdue: false,
      timing: 'planned for 12 October 2018, which went by while the proposal was on hold',
    });
    expect(story.try('2018-11-20 10:00', panel, determination('progress', 'agreed')).ok).toBe(true);
  });

  test('expresses MP083: raised 2019, on hold from 17 September 2020 to 17 April 2021, withdrawn 24 June 2021', () => {
    const rules = { ...RULES_2018 };
    const story = new Story(rules).do('2019-08-23 09:00', proposer, {
      type: 'raise-proposal',
      content: content({ id: 'DP083', urgency: { asked: false, reason: '' }, timetable: { steps: [] } }),
      rulebook: 'r',
    });
    story.do('2020-09-17 09:00', proposer, HOLD).do('2021-04-17 09:00', proposer, RESUME);
    story.do('2021-06-24 09:00', proposer, { type: 'withdraw-proposal', reasons: 'Not needed any more.' });
    story.until('2021-07-09 00:00');
    expect(story.state).toMatchObject({
      status: 'closed',
      end: { id: 'withdrawn', on: day('2021-07-08') },
      withdrawn: { on: day('2021-06-24') },
      holds: [{ from: day('2020-09-17'), to: day('2021-04-17') }],
    });
  });

  test('law: a consultation never loses a Working Day to a hold, wherever it falls and however long it lasts', () => {
    const step = RULES.profile.steps.find((one) => one.id === 'consultation');
    const clock = step?.clock;
    if (clock == null) throw new Error('the consultation has a clock');
    const uncounted = { ...clock, countFirst: false };
    const left = (from: Day, until: Day) => lengthOf(uncounted, from, until, RULES) ?? 0;
    const on = (at: Day, time: string) => `${formatDay(at)} ${time}`;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 400 }), (wait, length) => {
        const from = addDays(day('2018-10-15'), wait);
        const to = addDays(from, length);
        const story = inConsultation().do(on(from, '10:00'), proposer, HOLD).do(on(to, '20:00'), proposer, RESUME);
        const last = dayClosedAt(closes(story) as never);
        const had = left(from, day('2018-10-19'));
        expect(left(to, last), `${writeDay(from)} to ${writeDay(to)}`).toBeGreaterThanOrEqual(had);
        expect(left(to, last)).toBeLessThanOrEqual(Math.max(had, 1));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a check of a process with a hold', () => {
  const changed = (resumedBy: readonly ['assessor'] | readonly ['clock']) => ({
    ...RULES,
    bodies: RULES.bodies.filter((body) => body.id !== 'assessor'),
    profile: {
      ...RULES.profile,
      hold: { ...(RULES.profile.hold as NonNullable<typeof RULES.profile.hold>), resumedBy },
    },
  });

  test('tells that a proposal on hold could never go on, when nobody who may resume it exists', () => {
    expect(checkSteps(changed(['clock'])).filter((one) => one.kind === 'hold')).toHaveLength(1);
    expect(checkSteps(RULES)).toEqual([]);
  });
});
