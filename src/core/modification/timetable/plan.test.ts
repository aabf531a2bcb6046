import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { content, RULES, Story, TIMETABLE } from '../../../../test/support/proposal.ts';
import { addDays, type Day, day, formatDay } from '../../kernel/day.ts';
import { workingDayFrom, workingDaysBetween } from '../../kernel/working-days.ts';
import { meetsOn } from '../../party/meeting-calendar.ts';
import { evolve } from '../evolve.ts';
import { NO_PROPOSAL, type ProposalLife } from '../state.ts';
import { aimedRelease } from './aimed-release.ts';
import { meetingsOf, nextReleaseOf, releaseOn } from './meeting-days.ts';
import { type PlanAsked, planTimetable, type TimetablePlan, timetableOf } from './plan.ts';
import { bodyOf } from './plan-days.ts';

const CALENDAR = RULES.calendars[0] as (typeof RULES.calendars)[number];
const NOVEMBER = releaseOn(day('2018-11-08'), RULES, day('2018-10-05'));

function lifeOf(raisedOn: Day, urgent: boolean): ProposalLife {
  const asked = content({ urgency: { asked: urgent, reason: 'Parties could be in breach.' } });
  const raised = { type: 'proposal-raised', content: asked, raisedOn, profile: 'sec-2016', rulebook: 'r' } as const;
  return evolve(NO_PROPOSAL, raised) as ProposalLife;
}

function plan(from: Day, urgent: boolean, asked: Partial<PlanAsked> = {}): TimetablePlan {
  const given = { consultation: 10, window: 10 };
  const all: PlanAsked = { from, begun: false, direction: 'forward', target: null, supposed: {}, given, ...asked };
  // Parameters are read as they stood on one day, whatever the day of the plan.
  const planned = planTimetable(lifeOf(day('2018-10-05'), urgent), RULES, all);
  if (!planned.ok) throw new Error(planned.fault);
  return planned.plan;
}

function rowOf({ rows }: TimetablePlan, step: string) {
  const row = rows.find((one) => one.step === step);
  if (row === undefined) throw new Error(`the plan has no "${step}"`);
  return row;
}

describe('SECMP0065 from 5 October 2018', () => {
  let urgent: TimetablePlan;
  beforeAll(() => {
    urgent = plan(day('2018-10-05'), true);
  });

  test('is planned, when it is urgent, for the very days that its report plans', () => {
    expect(timetableOf(urgent, RULES)).toEqual(TIMETABLE);
    expect(urgent.release?.day).toBe(day('2018-11-08'));
  });

  test('leaves no step any slack, and the referral window is what takes longest', () => {
    expect(urgent.rows.every((row) => row.slack === 0)).toBe(true);
    expect(urgent.criticalStep).toBe('referral_window');
    expect(urgent.decision).toMatchObject({ step: 'ballot', on: day('2018-10-24'), neededBy: day('2018-10-24') });
  });

  test('has the Authority agree the urgent timetable as a step of its own', () => {
    expect(rowOf(urgent, 'authority_timetable')).toMatchObject({ from: day('2018-10-12'), who: 'the Authority' });
    expect(urgent.notes.join(' ')).toMatch(/No meeting of the Authority and no time to decide is recorded/);
  });

  test('comes to the release of February 2019 when it is not urgent, since the Panel of October has its papers', () => {
    const usual = plan(day('2018-10-05'), false);
    const days = ['report', 'progress', 'consultation', 'ballot'].map((step) => formatDay(rowOf(usual, step).from));
    expect(days).toEqual(['2018-10-12', '2018-11-09', '2018-11-12', '2018-12-24']);
    expect(usual.release?.title).toBe('February 2019');
    expect(usual.rows.some((row) => row.step === 'authority_timetable')).toBe(false);
  });

  test('says of every day why it is that day, and of every rule where it stands', () => {
    for (const row of urgent.rows) expect(row.reasons.map((one) => one.sentence).join(' ')).toMatch(/\.$/);
    const ballot = rowOf(urgent, 'ballot').reasons[0];
    expect(ballot?.sentence).toBe(
      'The first meeting of the Change Board (4th Wednesday of the month) for which a paper of 22 October 2018 is in time: its papers go out 2 Working Days before, on 22 October 2018.',
    );
    expect(ballot?.citation?.certainty).toBe('derived');
  });

  test('cannot meet November 2018 without urgency, and each step says by how much', () => {
    const late = plan(day('2018-10-05'), false, { direction: 'backward', target: NOVEMBER });
    expect(late.meets).toBe(false);
    expect(rowOf(late, 'raise').slack).toBeLessThan(0);
    expect(late.decision).toMatchObject({ neededBy: day('2018-10-24') });
  });
});

test('what is done keeps its day, and only what is still to come is planned', () => {
  const story = new Story().raised().panel().consulted();
  if (story.state.status !== 'open') throw new Error('the proposal is not open');
  const planned = planTimetable(story.state, RULES, {
    from: day('2018-11-01'),
    begun: true,
    direction: 'forward',
    target: null,
    supposed: {},
    given: { consultation: 10, window: 10 },
  });
  if (!planned.ok) throw new Error(planned.fault);
  expect(rowOf(planned.plan, 'consultation')).toMatchObject({ state: 'done', from: day('2018-10-15'), slack: null });
  expect(rowOf(planned.plan, 'ballot')).toMatchObject({ state: 'planned', from: day('2018-11-28') });
});

test('what has begun is not planned backward to before the day from which it is planned, and is told the earliest', () => {
  const life = lifeOf(day('2018-10-05'), false);
  const asked = { from: day('2018-10-15'), begun: true, direction: 'backward', target: NOVEMBER } as const;
  expect(planTimetable(life, RULES, { ...asked, supposed: {}, given: { consultation: 10, window: 10 } })).toEqual({
    ok: false,
    fault:
      'Planned from 15 October 2018, 8 November 2018 cannot be met: implementation is on 14 February 2019 at the earliest; expected a later release.',
  });
});

describe('the release at which a proposal aims', () => {
  const aimed = (on: string) => {
    const life = lifeOf(day('2018-10-05'), true);
    const set = { step: 'implementation_date', day: day(on), on: day('2018-10-30'), reasons: 'r' };
    return aimedRelease({ ...life, dated: [set] } as ProposalLife, RULES);
  };

  test('has the day by which the proposal wants the decision only while it is the day that follows from it', () => {
    expect(aimedRelease(lifeOf(day('2018-10-05'), true), RULES)?.decisionBy).toBe(day('2018-10-24'));
    const february = nextReleaseOf(day('2019-01-01'), RULES, day('2018-10-05'));
    expect(aimed(formatDay(february?.day ?? day('2019-01-01')))).toEqual(february);
  });

  test('is not said to be named by the proposal once its day was set', () => {
    expect(aimed('2018-11-12')).toMatchObject({ title: 'the day that was set', decisionBy: null });
  });
});

test('a way that comes to no implementation is refused with what was supposed', () => {
  const asked = { from: day('2018-10-05'), begun: false, direction: 'forward', target: null } as const;
  const given = { consultation: 10, window: 10 };
  const supposed = { progress: 'refused' };
  expect(planTimetable(lifeOf(day('2018-10-05'), false), RULES, { ...asked, supposed, given })).toEqual({
    ok: false,
    fault: expect.stringMatching(/does not come to an implementation when progress refused is supposed/),
  });
});

describe('the laws of a plan', () => {
  const starts = fc.integer({ min: 0, max: 2200 }).map((count) => addDays(day('2018-01-02'), count));
  const ways = fc.record({
    urgent: fc.boolean(),
    supposed: fc.record({ path: fc.constantFrom('agreed', 'refused'), route: fc.constantFrom('agreed', 'refused') }),
  });
  const RUNS = { numRuns: 25 };

  test('a later start puts no step earlier', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 40 }), ways, (from, later, { urgent, supposed }) => {
        const [first, second] = [from, addDays(from, later)].map((on) => plan(on, urgent, { supposed }));
        for (const row of (first as TimetablePlan).rows) {
          expect(rowOf(second as TimetablePlan, row.step).from).toBeGreaterThanOrEqual(row.from);
        }
      }),
      RUNS,
    );
  });

  test('every step keeps its least length and gap, meets on a meeting day, and sends its papers in time', () => {
    fc.assert(
      fc.property(starts, ways, (from, { urgent, supposed }) => {
        const made = plan(from, urgent, { supposed });
        const consultation = rowOf(made, 'consultation');
        const least = urgent ? 5 : 15;
        expect(workingDaysBetween(CALENDAR, consultation.from, consultation.to, true)).toBeGreaterThanOrEqual(least);
        expect(workingDaysBetween(CALENDAR, rowOf(made, 'progress').to, consultation.from)).toBeGreaterThanOrEqual(1);
        expect(rowOf(made, 'modification_report').from).toBeLessThanOrEqual(rowOf(made, 'ballot').paperDay ?? 0);
        for (const row of made.rows) {
          const step = RULES.profile.steps.find((one) => one.id === row.step);
          const body = step === undefined ? null : bodyOf(step, RULES);
          const found = body === null ? null : meetingsOf(body, RULES);
          if (found !== null) expect(meetsOn(found.meetings, found.workingDays, row.from)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('slack is the difference between the earliest and the latest day', () => {
    fc.assert(
      fc.property(starts, ways, (from, { urgent, supposed }) => {
        for (const row of plan(from, urgent, { supposed }).rows) {
          if (row.latest === null) continue;
          if (row.step !== 'implementation') {
            expect(workingDayFrom(CALENDAR, row.latest.from)).toBe(row.latest.from);
          }
          expect(row.slack).toBe(workingDaysBetween(CALENDAR, row.earliest.from, row.latest.from));
          expect(row.slack).toBeGreaterThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  test('a backward plan is the latest that meets its target: from its start the target is met, a day later it is not', () => {
    fc.assert(
      fc.property(starts, ways, (from, { urgent, supposed }) => {
        const target = nextReleaseOf(addDays(from, 300), RULES, day('2018-10-05'));
        if (target === null) throw new Error('no release');
        const backward = plan(from, urgent, { supposed, direction: 'backward', target });
        const start = rowOf(backward, 'raise').from;
        const again = (on: Day) => plan(on, urgent, { supposed, direction: 'forward', target });
        expect(again(start).meets).toBe(true);
        expect(rowOf(again(start), 'implementation').to).toBe(target.day);
        expect(again(addDays(start, 1)).meets).toBe(false);
        for (const row of again(start).rows) {
          expect(row.from).toBeLessThanOrEqual(rowOf(backward, row.step).from);
        }
      }),
      RUNS,
    );
  });
});
