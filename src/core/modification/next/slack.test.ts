import { describe, expect, test } from 'vitest';
import { moment, RULES, Story } from '../../../../test/support/proposal.ts';
import { type Day, day } from '../../kernel/day.ts';
import type { NextAct } from '../what-next.ts';
import { whatNext } from '../what-next.ts';
import { firstAct, slackOf } from './slack.ts';

const [calendar = null] = RULES.calendars;
const story = new Story().raised();
const [panel] =
  story.state.status === 'none' ? [] : whatNext(story.state, { ...RULES, now: moment('2018-10-09 09:00') });
const at = (now: string, changed: Partial<NextAct> = {}) =>
  slackOf(panel === undefined ? null : { ...panel, ...changed }, moment(now), calendar);

describe('what is left until a step is needed', () => {
  test('is counted in Working Days, so that a weekend takes nothing away', () => {
    expect(at('2018-10-05 09:00')).toEqual({ risk: 'on-time', workingDays: 5, sentence: '5 Working Days left' });
    expect(at('2018-10-07 09:00')).toMatchObject({ workingDays: 5 });
    expect(at('2018-10-10 09:00')).toMatchObject({ risk: 'at-risk', sentence: '2 Working Days left' });
    expect(at('2018-10-12 09:00')).toMatchObject({ risk: 'at-risk', workingDays: 0, sentence: 'due today' });
  });

  test('is below nothing once the day is past, and says by how much', () => {
    expect(at('2018-10-13 09:00')).toEqual({ risk: 'late', workingDays: 0, sentence: 'late' });
    expect(at('2018-10-16 09:00')).toEqual({ risk: 'late', workingDays: -2, sentence: 'late by 2 Working Days' });
  });

  test('is not invented where no day is set, no calendar reaches, or time alone acts', () => {
    expect(at('2018-10-05 09:00', { until: null })).toMatchObject({ risk: 'no-date', workingDays: null });
    expect(at('1999-10-05 09:00')).toMatchObject({ risk: 'on-time', workingDays: null, sentence: 'on time' });
    expect(at('2018-10-05 09:00', { operation: null })).toMatchObject({ risk: 'none' });
    expect(slackOf(null, moment('2018-10-05 09:00'), calendar)).toMatchObject({ risk: 'none' });
  });
});

test('a modification on hold is never late, nor does it run by itself: it rests since and until a day', () => {
  const rested = { by: 'A', reasons: 'A trial.', from: day('2018-10-02'), to: null, resumed: null };
  const resting = (planned: Day | null) =>
    slackOf(panel ?? null, moment('2018-12-01 09:00'), calendar, { ...rested, planned });
  expect(resting(day('2019-01-14'))).toEqual({
    ...{ risk: 'on-hold', workingDays: null },
    sentence: 'on hold since 2 October 2018 until 14 January 2019',
  });
  expect(resting(null).sentence).toContain('until somebody takes it off hold');
});

test('a modification waits for what must be done, not for what may be', () => {
  const acts =
    panel === undefined ? [] : [{ ...panel, step: 'may', optional: true }, { ...panel, operation: null }, panel];
  expect(firstAct(acts)?.step).toBe('progress');
  expect(firstAct(acts.slice(0, 2))?.operation).toBeNull();
  expect(firstAct([])).toBeNull();
});
