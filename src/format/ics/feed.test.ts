import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { PEOPLE, RULES, Story, timetable } from '../../../test/support/proposal.ts';
import { bodyEntries, feedEntries, meetingEntries, ownEntries } from '../../core/document/feed-entries.ts';
import { day } from '../../core/kernel/day.ts';
import type { ProposalLife } from '../../core/modification/state.ts';
import { icsFeed } from './timetable.ts';

function lifeOf({ state }: Story): ProposalLife {
  if (state.status === 'none') throw new Error('nothing was raised');
  return state;
}

/** Events of the feed as another program reads them, by UID. */
function read(bytes: Uint8Array): ReadonlyMap<string, ICAL.Event> {
  const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)));
  return new Map(
    calendar.getAllSubcomponents('vevent').map((event) => [new ICAL.Event(event).uid, new ICAL.Event(event)]),
  );
}

const feedOf = (story: Story) =>
  icsFeed('SECMP0065', feedEntries(lifeOf(story), RULES), (id) => `http://localhost/${id}`);
const BALLOT = 'secmp0065-ballot@proviso.invalid';
const statusOf = (event: ICAL.Event | undefined) => event?.component.getFirstPropertyValue('status');

/** The timetable with the vote moved to November and agreed. */
function moved(): Story {
  const story = new Story().raised().panel().consulted();
  const november = timetable(['ballot', '2018-11-28']);
  story.do('2018-10-23 09:00', PEOPLE.secretary, {
    type: 'propose-timetable',
    timetable: november,
    reasons: 'No quorum.',
  });
  return story.do('2018-10-23 10:00', PEOPLE.authority, { type: 'answer-timetable', agreed: true, reasons: 'Agreed.' });
}

describe('the feed of a modification', () => {
  test('is read by another program with the days of its timetable', () => {
    const events = [...read(feedOf(new Story().raised())).values()];
    expect(events.map((event) => [event.summary, event.startDate.toString(), event.endDate.toString()])).toEqual([
      ['SECMP0065 Modification Proposal raised', '2018-10-05', '2018-10-06'],
      ['SECMP0065 Initial Modification Report presented to Panel', '2018-10-12', '2018-10-13'],
      ['SECMP0065 Modification Report Consultation', '2018-10-15', '2018-10-20'],
      ['SECMP0065 Change Board vote', '2018-10-24', '2018-10-25'],
      ['SECMP0065 Implementation', '2018-11-08', '2018-11-09'],
    ]);
  });

  test('keeps the identity of a day that moves, and gives it a higher number', () => {
    const [before, after] = [new Story().raised().panel().consulted(), moved()].map((story) =>
      read(feedOf(story)).get(BALLOT),
    );
    expect(after?.startDate.toString()).toBe('2018-11-28');
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.NaN);
    expect([statusOf(before), statusOf(after)]).toEqual(['CONFIRMED', 'CONFIRMED']);
  });

  test('is tentative before the timetable is agreed', () => {
    expect(statusOf(read(feedOf(new Story().raised())).get(BALLOT))).toBe('TENTATIVE');
  });

  test('tells that what was planned will not be when the proposal comes to its end, and what was done stays', () => {
    const open = read(feedOf(new Story().raised()));
    const ended = new Story().raised().panel({ progress: 'agreed' });
    const refused = new Story().raised().determine('2018-10-12 10:00', PEOPLE.panel, 'progress', 'refused');
    expect(lifeOf(ended)).toMatchObject({ status: 'open' });
    const events = read(feedOf(refused));
    expect(statusOf(events.get(BALLOT))).toBe('CANCELLED');
    expect(events.get(BALLOT)?.sequence).toBeGreaterThan(open.get(BALLOT)?.sequence ?? Number.NaN);
    expect(statusOf(events.get('secmp0065-progress@proviso.invalid'))).toBe('CONFIRMED');
    expect(events.size).toBe(open.size);
  });

  test('gives the same bytes for the same record', () => {
    expect(feedOf(moved())).toEqual(feedOf(moved()));
  });
});

describe('the feed of a body', () => {
  const entries = feedEntries(lifeOf(new Story().raised()), RULES);
  const of = (body: string) =>
    bodyEntries(
      body,
      entries,
      RULES,
      { parametersOn: day('2018-10-05'), urgent: false },
      day('2018-10-01'),
      day('2018-12-01'),
    );

  test('has its meetings, the days of their papers, and what is planned for each', () => {
    const told = of('change-board').map(({ title, from, description }) => [title, from, description]);
    expect(told).toContainEqual([
      'SEC Change Board: papers go out',
      day('2018-10-17'),
      'For the meeting of 24 October 2018.',
    ]);
    expect(told).toContainEqual([
      'SEC Change Board: meeting',
      day('2018-10-24'),
      'Planned: SECMP0065 Change Board vote.',
    ]);
    expect(told).toContainEqual(['SEC Change Board: meeting', day('2018-11-28'), 'No paper is planned yet.']);
  });

  test('names the Panel by the number of its meeting, and a body without recorded meetings has what is planned alone', () => {
    expect(of('panel').map((entry) => entry.title)).toContain('SEC Panel: meeting 61');
    expect(of('authority')).toEqual([]);
  });

  test('has entries with an identity each', () => {
    const ids = of('change-board').map((entry) => entry.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('what a meeting waits for is in a calendar on its last day, and nowhere while it has none', () => {
  const act = { meeting: 'panel-2018-10-12', body: 'panel', who: 'the Code Administrator', overdue: true } as const;
  const due = { ...act, roles: ['code-administrator'], until: day('2018-10-05') } as const;
  const entries = meetingEntries([
    { ...due, operation: 'issue-papers', act: 'issue the papers for the Panel of 12 October 2018' },
    { ...due, operation: 'close-action', act: 'write to Parties' },
    { ...due, operation: 'draft-minutes', act: 'draft the minutes', until: null },
  ]);
  const events = read(icsFeed('Proviso', entries, (id) => id));
  expect([...events.values()].map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual([
    ['Issue the papers for the Panel of 12 October 2018', '2018-10-05'],
    ['Write to Parties', '2018-10-05'],
  ]);
  expect(events.size).toBe(2);
});

test('a person’s feed has what is theirs to do or to take part in', () => {
  const entries = feedEntries(lifeOf(new Story().raised()), RULES);
  const titles = (role: Parameters<typeof ownEntries>[1]) => ownEntries(entries, role).map((entry) => entry.title);
  expect(titles('party')).toContain('SECMP0065 Modification Report Consultation');
  expect(titles('party')).not.toContain('SECMP0065 Change Board vote');
  expect(titles('change-board')).toEqual(['SECMP0065 Change Board vote']);
  expect(titles('code-administrator')).toHaveLength(entries.length);
});
