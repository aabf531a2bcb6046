import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moment, PEOPLE, RULES, refusalOf, type Story } from '../../../../test/support/proposal.ts';
import { refining } from '../../../../test/support/refining.ts';
import { addDays, type Day, day } from '../../kernel/day.ts';
import type { Actor } from '../../party/actor.ts';
import type { ProposalCommand } from '../command.ts';
import type { OpenProposal } from '../state.ts';
import { lengthOf } from '../timetable/period.ts';
import { whatNext } from '../what-next.ts';
import type { Assessment } from './assessment.ts';
import { dueOf } from './assessment-clock.ts';
import type { AssessmentRule } from './refinement-rule.ts';

const { secretary, party } = PEOPLE;
const dcc: Actor = { id: 'dcc', name: 'DCC', role: 'dcc' };
const REQUEST = { type: 'request-assessment', kind: 'preliminary', questions: ['What does it cost?'] } as const;
const RESULT = { summary: 'Rules alone.', costFromGbp: 0, costToGbp: 1200, leadTimeMonths: 1, findings: [] } as const;
const DELIVER = { type: 'deliver-assessment', assessment: 'preliminary-1', ...RESULT } as const;
const ASK = { type: 'ask-for-information', assessment: 'preliminary-1', question: 'How many Devices?' } as const;
const GIVE = { type: 'give-information', assessment: 'preliminary-1', request: '1', answer: 'Many.' } as const;

const state = (story: Story) => story.state as OpenProposal;
const refused = (story: Story, at: string, actor: Actor, command: ProposalCommand) =>
  refusalOf(story.try(at, actor, command));
const acts = (story: Story, at: string) => whatNext(state(story), { ...RULES, now: moment(at) });
const rule = RULES.profile.refinement?.assessments[0] as AssessmentRule;

describe('an assessment by the DCC', () => {
  test('is requested by the Code Administrator, delivered by the DCC, and the report waits for it', () => {
    const story = refining();
    expect(refused(story, '2018-10-17 09:00', dcc, REQUEST).code).toBe('wrong-actor');
    expect(refused(story, '2018-10-17 09:00', secretary, { ...REQUEST, kind: 'merits' }).code).toBe('not-found');
    expect(refused(story, '2018-10-17 09:00', secretary, { ...REQUEST, questions: [''] }).place?.field).toBe(
      'questions',
    );
    story.do('2018-10-17 09:00', secretary, REQUEST);
    expect(refused(story, '2018-10-17 10:00', secretary, REQUEST).code).toBe('step-already-done');
    const [due] = acts(story, '2018-10-17 10:00').filter((act) => act.operation === 'deliver-assessment');
    expect(due).toMatchObject({ roles: ['dcc'], who: 'the DCC', until: '2018-11-08T00:00:00.000Z', overdue: false });
    expect(acts(story, '2018-11-08 10:00').find((act) => act.operation === 'deliver-assessment')?.overdue).toBe(true);
    story.do('2018-10-18 09:00', secretary, { type: 'open-consultation', step: null, from: null, to: null });
    for (const question of ['1', '2'])
      story.do('2018-11-09 09:00', secretary, { type: 'answer-group-question', question, answer: 'Little.' });
    const report = { type: 'submit-paper', step: 'refinement' } as const;
    const waits = refused(story, '2018-11-09 09:00', secretary, report);
    expect(waits.unblock.map(({ who, by }) => `${who} to ${by}`)).toEqual([
      'the DCC to deliver the Preliminary Assessment (overdue since the end of 7 November 2018)',
    ]);
    story.do('2018-11-09 10:00', dcc, DELIVER).do('2018-11-09 11:00', secretary, report);
    expect(state(story).refinement.assessments[0]?.delivered).toEqual({ ...RESULT, on: day('2018-11-09') });
    expect(refused(story, '2018-11-09 12:00', secretary, { ...REQUEST, kind: 'impact' }).code).toBe(
      'step-already-done',
    );
  });

  test('stops its clock from the day on which information is asked for to that on which it is given, and is not delivered between', () => {
    const story = refining().do('2018-10-17 09:00', secretary, REQUEST).do('2018-10-19 09:00', dcc, ASK);
    const deliver = () => acts(story, '2018-10-19 10:00').find((act) => act.operation === 'deliver-assessment');
    expect(deliver()?.until).toBe(null);
    const [one] = state(story).refinement.assessments as [Assessment];
    expect(dueOf(one, rule, state(story), RULES).stopped).toEqual({ since: day('2018-10-19'), left: 13 });
    expect(refused(story, '2018-10-22 09:00', dcc, GIVE).code).toBe('wrong-actor');
    expect(refused(story, '2018-10-22 09:00', secretary, { ...GIVE, request: '2' }).code).toBe('not-found');
    expect(refused(story, '2018-10-22 09:00', dcc, DELIVER)).toMatchObject({
      code: 'step-not-open',
      sentence: expect.stringContaining(
        'waits for the information 1 that was asked for on 19 October 2018: How many Devices?',
      ),
      unblock: [{ by: 'give the information 1' }],
    });
    story.do('2018-10-23 09:00', secretary, GIVE);
    expect(deliver()?.until).toBe('2018-11-10T00:00:00.000Z');
    expect(refused(story, '2018-10-23 10:00', secretary, GIVE).code).toBe('step-already-done');
  });

  test('costs whole pounds, the most no less than the least', () => {
    const story = refining().do('2018-10-17 09:00', secretary, REQUEST);
    const field = (changed: object) => refused(story, '2018-10-18 09:00', dcc, { ...DELIVER, ...changed }).place?.field;
    expect(field({ costFromGbp: 2000 })).toBe('costToGbp');
    expect(field({ costFromGbp: -1 })).toBe('costFromGbp');
    expect(field({ costToGbp: 0.5 })).toBe('costToGbp');
    expect(field({ leadTimeMonths: Number.NaN })).toBe('leadTimeMonths');
    expect(field({ summary: ' ' })).toBe('summary');
    expect(refused(story, '2018-10-18 09:00', party, DELIVER).code).toBe('wrong-actor');
  });
});

describe('the clock of an assessment', () => {
  const START = day('2018-10-17');
  const life = state(refining());
  const request = fc.record({ on: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 0, max: 12 }) });
  const asked = fc.array(request, { maxLength: 4 });
  const assessment = (all: readonly { readonly on: number; readonly length: number }[]): Assessment => ({
    ...{ id: 'preliminary-1', kind: 'preliminary', questions: ['?'], on: START, delivered: null },
    information: all.map(({ on, length }, at) => ({
      ...{ id: String(at + 1), question: '?', on: addDays(START, on) },
      given: { answer: '!', by: 'x', on: addDays(START, on + length) },
    })),
  });
  const until = (one: Assessment, of = rule) => dueOf(one, of, life, RULES).until ?? '';

  test('is never set back by what it waited for, whatever order that came in', () => {
    fc.assert(
      fc.property(asked, (all) => {
        const due = until(assessment(all));
        expect(due >= until(assessment([]))).toBe(true);
        expect(until(assessment([...all].reverse()))).toBe(due);
      }),
    );
  });

  test('gains one Working Day for each that it stood still, and one alone where two requests overlap', () => {
    fc.assert(
      fc.property(asked, (all) => {
        const one = assessment(all);
        const last = new Date(Date.parse(until(one)) - 3_600_000);
        const lastDay = day(last.toISOString().slice(0, 10));
        const stood = (on: Day) => one.information.some((each) => each.on < on && on <= (each.given?.on ?? on));
        let ran = 0;
        for (let on = addDays(START, 1); on <= lastDay; on = addDays(on, 1)) {
          const works = lengthOf({ ...rule.clock, countFirst: true }, on, on, RULES) === 1;
          if (works && !stood(on)) ran += 1;
        }
        expect(ran).toBe(15);
      }),
    );
  });

  test('stands still while the proposal is on hold, even where information does not stop it', () => {
    const running = { ...rule, informationStopsClock: false };
    const held = { by: 'x', reasons: 'y', from: day('2018-10-19'), planned: null, resumed: null };
    const due = (to: Day | null) => dueOf(assessment([]), running, { ...life, holds: [{ ...held, to }] }, RULES);
    expect(due(null)).toMatchObject({ until: null, stopped: { since: day('2018-10-19'), left: 13 } });
    expect(due(day('2018-10-23')).until).toBe('2018-11-10T00:00:00.000Z');
  });

  test('does not stop where the profile does not say so', () => {
    fc.assert(
      fc.property(asked, (all) => {
        const running = { ...rule, informationStopsClock: false };
        expect(until(assessment(all), running)).toBe(until(assessment([])));
      }),
    );
  });
});
