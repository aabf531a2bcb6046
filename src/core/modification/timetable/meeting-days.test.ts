import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../../../test/support/proposal.ts';
import { addDays, day, formatDay } from '../../kernel/day.ts';
import { lastMeeting, meetingsBetween, meetsOn } from '../../party/meeting-calendar.ts';
import { meetingsOf, nextMeetingForPapers, nextMeetingOf, nextReleaseOf, releaseOn } from './meeting-days.ts';

const READING = { parametersOn: day('2018-10-05'), urgent: false };

describe('the Change Board', () => {
  test.each([['2017-02-22'], ['2018-10-24'], ['2020-04-22']])('meets on %s, a day on which it voted', (on) => {
    expect(nextMeetingOf('change-board', day(on), RULES, READING)?.day).toBe(day(on));
    expect(nextMeetingOf('change-board', addDays(day(on), -6), RULES, READING)?.day).toBe(day(on));
  });

  test('wants its papers five Working Days before, and two where the proposal is urgent', () => {
    const [usual, urgent] = [false, true].map((one) =>
      nextMeetingOf('change-board', day('2018-10-23'), RULES, { ...READING, urgent: one }),
    );
    expect([usual, urgent].map((one) => one?.paperDay && formatDay(one.paperDay))).toEqual([
      '2018-10-17',
      '2018-10-22',
    ]);
  });

  test('takes papers that come after its paper day at the meeting after', () => {
    const on = day('2018-10-18');
    expect(nextMeetingForPapers('change-board', on, on, RULES, READING)?.day).toBe(day('2018-11-28'));
  });
});

test('the Panel of 12 October 2018 is the one that the report numbers', () => {
  expect(nextMeetingOf('panel', day('2018-10-05'), RULES, READING)).toMatchObject({
    day: day('2018-10-12'),
    number: 61,
  });
});

test('a body whose meetings are not recorded has no next one', () => {
  expect(nextMeetingOf('authority', day('2018-10-05'), RULES, READING)).toBeNull();
});

test('the release of 8 November 2018 wants its decision by 24 October, and its scope is frozen the day after', () => {
  const release = nextReleaseOf(day('2018-10-05'), RULES, READING.parametersOn);
  expect([release?.day, release?.decisionBy, release?.scopeFreeze].map((one) => one && formatDay(one))).toEqual([
    '2018-11-08',
    '2018-10-24',
    '2018-10-25',
  ]);
  expect(releaseOn(day('2018-11-08'), RULES, READING.parametersOn)?.title).toBe('November 2018');
  expect(releaseOn(day('2018-11-09'), RULES, READING.parametersOn)).toBeNull();
});

test('the next meeting is a meeting, none is between, and the last before it is earlier', () => {
  const found = meetingsOf('change-board', RULES);
  if (found === null) throw new Error('the meetings of the Change Board are not recorded');
  const { meetings, workingDays } = found;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3600 }), (count) => {
      const on = addDays(day('2016-02-01'), count);
      const next = nextMeetingOf('change-board', on, RULES, READING);
      if (next === null) throw new Error('no next meeting');
      expect(meetsOn(meetings, workingDays, next.day)).toBe(true);
      expect(meetingsBetween(meetings, workingDays, on, addDays(next.day, -1))).toEqual([]);
      expect(lastMeeting(meetings, workingDays, next.day)?.day).toBe(next.day);
      expect(next.paperDay).toBeLessThan(next.day);
    }),
    { numRuns: 60 },
  );
});
