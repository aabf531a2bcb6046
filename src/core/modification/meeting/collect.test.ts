import { expect, test } from 'vitest';
import { PEOPLE, RULES, Story } from '../../../../test/support/proposal.ts';
import { type Day, day } from '../../kernel/day.ts';
import type { ProposalLife } from '../state.ts';
import { type Concerned, collected, outsideDecisions } from './collect.ts';
import { replayMeeting } from './evolve-meeting.ts';
import type { AgendaItem, Meeting } from './meeting.ts';
import type { MeetingEvent } from './meeting-event.ts';
import { recordedOn } from './recorded.ts';

/** A meeting called for a day, with what happened at it. */
function meetingOn(on: string, body = 'panel', more: readonly MeetingEvent[] = []): Meeting {
  const time = { day: day(on), startsAt: '10:00', place: 'London', paperDay: day(on) };
  const asked = { meeting: `${body}-${on}`, code: 'sec', body, number: null, rulebook: 'digest' };
  const called: MeetingEvent = { type: 'meeting-called', ...asked, on: day('2018-09-01'), ...time };
  return replayMeeting([called, ...more]) as Meeting;
}

function held(on: string, carried: readonly string[] = []): readonly MeetingEvent[] {
  const item = { purpose: 'discussion', confidential: false, origin: 'added', modification: null, steps: [] } as const;
  const items = [{ ...item, id: 'costs', title: 'Costs' }];
  return [
    { type: 'meeting-papers-issued', items, on: day(on) },
    { type: 'meeting-held', attendance: [], carried, on: day(on) },
  ];
}

function concerning(story: Story): Concerned {
  return { life: story.state as ProposalLife, rules: RULES };
}

function itemsOf(meeting: Meeting, all: readonly Meeting[], story: Story, today: Day) {
  return collected(meeting, all, [concerning(story)], [], today).map(({ id, steps }) => ({ id, steps }));
}

test('what the Panel is asked on 12 October 2018 is due at its meeting of that day and at no later one', () => {
  const story = new Story().raised();
  const [october, november] = [meetingOn('2018-10-12'), meetingOn('2018-11-09')];
  const all = [october, november];
  const [item] = itemsOf(october, all, story, day('2018-10-09'));
  expect(item?.steps).toEqual(['progress', 'urgency', 'route', 'timetable', 'path']);
  expect(itemsOf(november, all, story, day('2018-10-09'))).toEqual([]);
});

test('what was not decided at a meeting is due at the next', () => {
  const story = new Story().raised();
  const all = [meetingOn('2018-10-12', 'panel', held('2018-10-12')), meetingOn('2018-11-09')];
  const [, november] = all as [Meeting, Meeting];
  expect(itemsOf(november, all, story, day('2018-10-15')).map(({ id }) => id)).toContain('SECMP0065');
});

test('a vote is due at a meeting of the body that votes, although another opens it', () => {
  const story = new Story().raised().panel().consulted();
  const board = meetingOn('2018-10-24', 'change-board');
  expect(itemsOf(board, [board], story, day('2018-10-22'))).toEqual([{ id: 'SECMP0065', steps: ['ballot'] }]);
});

test('a meeting that is cancelled collects for nobody: the next one does', () => {
  const story = new Story().raised();
  const gone = meetingOn('2018-10-12', 'panel', [
    { type: 'meeting-cancelled', reasons: 'No quorum.', on: day('2018-10-10') },
  ]);
  const next = meetingOn('2018-10-19');
  expect(itemsOf(next, [gone, next], story, day('2018-10-10')).map(({ id }) => id)).toEqual(['SECMP0065']);
});

test('what a meeting carried over, its minutes and its actions stand on the next agenda', () => {
  const action = {
    id: 'a1',
    what: 'write',
    owner: 'SSC',
    due: day('2018-10-01'),
    item: null,
    placedOn: day('2018-09-14'),
  };
  const past = meetingOn('2018-09-14', 'panel', [...held('2018-09-14', ['costs']), { type: 'action-placed', action }]);
  const next = meetingOn('2018-10-12');
  const ids = collected(next, [past, next], [], [], day('2018-09-20')).map(({ id }) => id);
  expect(ids).toEqual(['minutes-panel-2018-09-14', 'actions', 'costs']);
});

test('a decision made on a day without a meeting is noted at the next, and one made at a meeting is not', () => {
  const story = new Story().raised().determine('2018-10-15 10:00', PEOPLE.panel, 'progress', 'agreed');
  const [past, next] = [meetingOn('2018-09-14', 'panel', held('2018-09-14')), meetingOn('2018-11-09')];
  const noted = outsideDecisions(next, [past, next], [concerning(story)]);
  expect(noted).toMatchObject([{ modification: 'SECMP0065', step: 'progress', on: day('2018-10-15') }]);
  const then = meetingOn('2018-10-15');
  expect(outsideDecisions(next, [past, then, next], [concerning(story)])).toEqual([]);
});

test('minutes say of a step that was asked and not taken that nothing is on record', () => {
  const story = new Story().raised().determine('2018-10-12 10:00', PEOPLE.panel, 'progress', 'agreed');
  const [item] = collected(
    meetingOn('2018-10-12'),
    [meetingOn('2018-10-12')],
    [concerning(new Story().raised())],
    [],
    day('2018-10-12'),
  );
  if (item === undefined) throw new Error('nothing is due');
  const said = recordedOn(item, { body: 'panel', inSentence: 'the Panel', day: day('2018-10-12') }, concerning(story));
  expect(said[0]).toContain('decided by the Panel');
  expect(said.slice(1).every((sentence) => sentence.endsWith('no decision is on record for this meeting.'))).toBe(true);
  expect(said).toHaveLength(5);
});

test('a vote that a decision follows is not told as that decision', () => {
  const story = new Story().raised().panel({ path: 'refused' }).consulted().voted('2018-10-24', 'approve');
  const board = meetingOn('2018-10-24', 'change-board');
  const item: AgendaItem = {
    id: 'SECMP0065',
    title: 'SECMP0065',
    purpose: 'decision',
    confidential: false,
    origin: 'due',
    modification: 'SECMP0065',
    steps: ['ballot'],
  };
  const minuted = { body: board.body, inSentence: 'the Change Board', day: board.day };
  const said = recordedOn(item, minuted, concerning(story)).join(' ');
  expect(said).toContain('the vote closed with the outcome');
  expect(said).toContain('does not settle whether the modification is approved');
});
