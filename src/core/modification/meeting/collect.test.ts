import { expect, test } from 'vitest';
import { holder, PEOPLE, RULES, SEATS, Story, vote } from '../../../../test/support/proposal.ts';
import { type Day, day } from '../../kernel/day.ts';
import type { ProposalLife } from '../state.ts';
import { type Concerned, collected, outsideDecisions } from './collect.ts';
import { replayMeeting } from './evolve-meeting.ts';
import type { AgendaItem, Meeting } from './meeting.ts';
import type { MeetingEvent } from './meeting-event.ts';
import { recordedActions, recordedOn, settledOn } from './recorded.ts';

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

const BALLOT_ITEM: AgendaItem = {
  ...{ id: 'SECMP0065', title: 'SECMP0065', purpose: 'decision', confidential: false, origin: 'due' },
  ...{ modification: 'SECMP0065', steps: ['ballot'] },
};
const BOARD_MINUTED = { body: 'change-board', inSentence: 'the Change Board', day: day('2018-10-24') };

/** A vote of the Change Board in which one declares an interest and the others vote for. */
function recusedVote(): Story {
  const story = new Story().raised().panel().consulted();
  story.do('2018-10-24 09:00', PEOPLE.secretary, { type: 'open-ballot', step: null, closes: null });
  const [recused = '', speaker = '', ...others] = SEATS;
  story.do('2018-10-24 09:30', holder(recused), {
    ...{ type: 'declare-interest', step: null, seat: null, reasons: 'It supplies the device.' },
  });
  story.do('2018-10-24 10:00', holder(speaker), {
    ...vote(null, 'approve'),
    objectives: [{ objective: 'g', effect: 'better', reasons: 'Safer.' }],
  } as Parameters<Story['do']>[2]);
  for (const seat of others) story.do('2018-10-24 10:00', holder(seat), vote(seat, 'approve'));
  return story.do('2018-10-24 11:00', PEOPLE.secretary, { type: 'close-ballot', step: null });
}

test('minutes count those who could vote without the recused, name them, and give the reasons by objective', () => {
  const said = recordedOn(BALLOT_ITEM, BOARD_MINUTED, concerning(recusedVote())).join(' ');
  const could = SEATS.length - 1;
  expect(said).toContain(`${could} of ${could} who could vote did`);
  expect(said).toContain(': recused. It supplies the device.');
  expect(said).toContain('Objective (g), better: Safer.');
});

test('minutes say that an alternate or a proxy cast a vote', () => {
  const { life, rules } = concerning(recusedVote());
  const [held] = life.ballots.ballot ?? [];
  if (held === undefined) throw new Error('no vote was held');
  const [first, second, ...votes] = held.votes;
  if (first === undefined || second === undefined) throw new Error('nobody voted');
  const by = [
    { as: 'alternate', account: 'a', name: 'A. Stand-in' },
    { as: 'proxy', account: 'b', name: 'B. Holder', seat: first.seat },
  ] as const;
  const told = { ...held, votes: [{ ...first, by: by[0] }, { ...second, by: by[1] }, ...votes] };
  const ballots = { ...life.ballots, ballot: [told] };
  const said = recordedOn(BALLOT_ITEM, BOARD_MINUTED, { life: { ...life, ballots }, rules }).join(' ');
  const title = held.electorate.find(({ seat }) => seat === first.seat)?.title;
  expect(said).toContain('cast by A. Stand-in as alternate.');
  expect(said).toContain(`cast by B. Holder by proxy, for ${title}.`);
});

test('an item is settled once its vote closed on the day of the meeting, and not while the vote is open', () => {
  const { day: on, body } = BOARD_MINUTED;
  expect(settledOn(on, body, BALLOT_ITEM, concerning(recusedVote()))).toBe(true);
  expect(settledOn(day('2018-10-25'), body, BALLOT_ITEM, concerning(recusedVote()))).toBe(false);
  const open = new Story().raised().panel().consulted();
  open.do('2018-10-24 09:00', PEOPLE.secretary, { type: 'open-ballot', step: null, closes: null });
  expect(settledOn(on, body, BALLOT_ITEM, concerning(open))).toBe(false);
});

test('minutes number the actions of a meeting from one', () => {
  const action = { what: 'write', owner: 'SSC', due: day('2018-11-01'), placedOn: day('2018-10-24'), closed: null };
  const actions = [
    { ...action, id: 'change-board-2018-10-24-a1', item: null },
    { ...action, id: 'change-board-2018-10-24-a2', item: 'SECMP0065' },
  ];
  expect(recordedActions('SECMP0065', { actions })).toEqual(['Action 2: SSC to write, by 1 November 2018.']);
});
