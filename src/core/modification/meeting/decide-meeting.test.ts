import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, day } from '../../kernel/day.ts';
import { instantOn } from '../../kernel/instant.ts';
import { decideMeeting } from './decide-meeting.ts';
import { evolveMeeting, replayMeeting } from './evolve-meeting.ts';
import { type AgendaItem, isLate, type Meeting, type MeetingState, NO_MEETING } from './meeting.ts';
import type { MeetingCommand, MeetingContext } from './meeting-command.ts';
import type { MeetingEvent } from './meeting-event.ts';

const TIME = { day: day('2018-10-24'), startsAt: '10:00', place: 'London', paperDay: day('2018-10-17') };
const CALL: MeetingCommand = {
  type: 'call-meeting',
  meeting: 'change-board-2018-10-24',
  code: 'sec',
  body: 'change-board',
  number: null,
  rulebook: 'digest',
  ...TIME,
};
const DUE: AgendaItem = {
  id: 'SECMP0065',
  title: 'SECMP0065 SMETS1 Security Obligations',
  purpose: 'decision',
  confidential: false,
  origin: 'due',
  modification: 'SECMP0065',
  steps: ['ballot'],
};
const RECORD = {
  kind: 'record',
  modification: 'SECMP0065',
  paper: 'timetable',
  asOf: instantOn(TIME.day, '09:00'),
} as const;
const PAPER = {
  type: 'table-paper',
  item: 'SECMP0065',
  title: 'Modification Report',
  access: 'public',
  source: RECORD,
  sequence: null,
} as const satisfies MeetingCommand;
const HELD: MeetingCommand = {
  type: 'hold-meeting',
  attendance: [{ name: 'A. Member', seat: 'large-supplier-1', presence: 'present' }],
  carried: [],
};
const DRAFT: MeetingCommand = { type: 'draft-minutes', items: [], confidential: null };
const NEXT = {
  id: 'change-board-2018-11-28',
  body: 'change-board',
  day: day('2018-11-28'),
  status: 'planned',
} as const;

function contextOn(today: Day, due: readonly AgendaItem[] = [DUE]): MeetingContext {
  return {
    today,
    now: instantOn(today, '12:00'),
    actor: { name: 'Code Administrator' },
    body: 'the Change Board',
    scheme: 'CB-{yyyy}-{mm}/{nn}',
    due,
    settled: [],
    others: [NEXT],
  };
}

/** A meeting after commands, each on a day; every one of them is accepted. */
function story(...acts: readonly (readonly [on: string, command: MeetingCommand])[]): Meeting {
  const state = acts.reduce<MeetingState>(
    (before, [on, command]) => {
      const decision = decideMeeting(command, before, contextOn(day(on)));
      if (!decision.ok) throw new Error(decision.rejection.sentence);
      return decision.events.reduce(evolveMeeting, before);
    },
    evolveMeeting(NO_MEETING, called()),
  );
  return state as Meeting;
}

function called(): MeetingEvent {
  const decision = decideMeeting(CALL, NO_MEETING, contextOn(day('2018-10-05')));
  if (!decision.ok) throw new Error(decision.rejection.sentence);
  return decision.events[0] as MeetingEvent;
}

function refusal(meeting: MeetingState, on: string, command: MeetingCommand, due?: readonly AgendaItem[]): string {
  const decision = decideMeeting(command, meeting, contextOn(day(on), due));
  return decision.ok ? 'accepted' : decision.rejection.sentence;
}

describe('a meeting', () => {
  test('moves and is cancelled only with reasons, and not once it was held', () => {
    const meeting = story();
    expect(refusal(meeting, '2018-10-08', { type: 'move-meeting', ...TIME, reasons: ' ' })).toContain('needs reasons');
    const moved = story(['2018-10-08', { type: 'move-meeting', ...TIME, day: day('2018-10-25'), reasons: 'No room.' }]);
    expect(moved.moves).toEqual([
      { from: TIME.day, to: day('2018-10-25'), reasons: 'No room.', on: day('2018-10-08') },
    ]);
    const held = story(['2018-10-17', { type: 'issue-papers' }], ['2018-10-24', HELD]);
    expect(refusal(held, '2018-10-25', { type: 'cancel-meeting', reasons: 'Too late.' })).toContain('was held');
  });

  test('is not held before its day, nor before its agenda went out, nor by nobody', () => {
    expect(refusal(story(), '2018-10-24', HELD)).toContain('has to be issued');
    const issued = story(['2018-10-17', { type: 'issue-papers' }]);
    expect(refusal(issued, '2018-10-23', HELD)).toContain('is on 24 October 2018');
    expect(refusal(issued, '2018-10-24', { ...HELD, attendance: [] })).toContain('Nobody is named as present');
  });
});

test('what a meeting settled it cannot carry over to the next', () => {
  const issued = story(['2018-10-17', { type: 'issue-papers' }]);
  const carrying = { ...HELD, carried: ['SECMP0065'] } as MeetingCommand;
  const context = contextOn(day('2018-10-24'));
  expect(decideMeeting(carrying, issued, context).ok).toBe(true);
  const refused = decideMeeting(carrying, issued, { ...context, settled: ['SECMP0065'] });
  expect(refused).toMatchObject({ ok: false, rejection: { place: { field: 'carried' } } });
});

describe('an agenda', () => {
  test('holds what is due when the papers go out, though nobody put it there', () => {
    expect(story(['2018-10-17', { type: 'issue-papers' }]).items).toEqual([DUE]);
  });

  test('keeps what was left out with reasons out of it, until it is added again', () => {
    const left = story(['2018-10-16', { type: 'leave-out-agenda-item', item: 'SECMP0065', reasons: 'Not ready.' }]);
    expect(refusal(left, '2018-10-17', { type: 'issue-papers' })).toContain('is empty');
    expect(left.leftOut).toEqual([{ item: 'SECMP0065', reasons: 'Not ready.' }]);
    const { id, title, purpose, confidential, modification } = DUE;
    const back: MeetingCommand = { type: 'add-agenda-item', id, title, purpose, confidential, modification };
    const decision = decideMeeting(back, left, contextOn(day('2018-10-16')));
    expect(decision).toMatchObject({
      ok: true,
      events: [{ items: [{ steps: ['ballot'], origin: 'due' }], leftOut: [] }],
    });
  });

  test('takes what comes due after it went out only when somebody says so', () => {
    const later = { ...DUE, id: 'SECMP0066', modification: 'SECMP0066' };
    const issued = story(['2018-10-17', { type: 'issue-papers' }]);
    const decision = decideMeeting({ type: 'collect-agenda' }, issued, contextOn(day('2018-10-19'), [DUE, later]));
    expect(decision).toMatchObject({ ok: true, events: [{ items: [{ id: 'SECMP0065' }, { id: 'SECMP0066' }] }] });
  });

  test('is put in another order', () => {
    const add: MeetingCommand = {
      type: 'add-agenda-item',
      id: 'welcome',
      title: 'Welcome',
      purpose: 'information',
      confidential: false,
      modification: null,
    };
    const first: MeetingCommand = {
      type: 'change-agenda-item',
      item: 'welcome',
      title: null,
      purpose: null,
      confidential: null,
      place: 1,
    };
    expect(story(['2018-10-16', add], ['2018-10-16', first]).items.map(({ id }) => id)).toEqual([
      'welcome',
      'SECMP0065',
    ]);
  });
});

describe('a paper', () => {
  test('is numbered by the scheme of the body, and no number is given twice', () => {
    const meeting = story(
      ['2018-10-16', PAPER],
      ['2018-10-16', PAPER],
      ['2018-10-16', { type: 'withdraw-paper', number: 'CB-2018-10/02', reasons: 'Overtaken.' }],
      ['2018-10-17', PAPER],
    );
    expect(meeting.papers.map(({ number }) => number)).toEqual(['CB-2018-10/01', 'CB-2018-10/03']);
    expect(refusal(meeting, '2018-10-17', { ...PAPER, sequence: 2 })).toContain('never given twice');
  });

  test('is late after the paper day', () => {
    const { papers, paperDay } = story(['2018-10-17', PAPER], ['2018-10-18', PAPER]);
    expect(papers.map((paper) => isLate(paper, { paperDay }))).toEqual([false, true]);
  });

  test('of a confidential item is for members only', () => {
    const secret = { ...DUE, confidential: true };
    expect(refusal(story(), '2018-10-16', PAPER, [secret])).toContain('members only');
  });
});

describe('minutes', () => {
  const drafted: readonly (readonly [string, MeetingCommand])[] = [
    ['2018-10-17', { type: 'issue-papers' }],
    ['2018-10-24', HELD],
    ['2018-10-25', DRAFT],
    ['2018-10-26', { ...DRAFT, type: 'edit-minutes' }],
  ];

  test('keep every version', () => {
    expect(story(...drafted).minutes.map(({ version, on }) => [version, on])).toEqual([
      [1, day('2018-10-25')],
      [2, day('2018-10-26')],
    ]);
  });

  test('are approved only once issued, and only at a later meeting whose day has come', () => {
    const approve: MeetingCommand = { type: 'approve-minutes', at: NEXT.id };
    expect(refusal(story(...drafted), '2018-11-28', approve)).toContain('issued before');
    const issued = story(...drafted, ['2018-10-26', { type: 'issue-minutes' }]);
    expect(refusal(issued, '2018-11-27', approve)).toContain('still to come');
    expect(refusal(issued, '2018-11-28', { ...approve, at: issued.id })).toContain('expected one by its identifier');
    const approved = story(...drafted, ['2018-10-26', { type: 'issue-minutes' }], ['2018-11-28', approve]);
    expect(approved.status).toBe('minutes-approved');
    expect(refusal(approved, '2018-11-29', DRAFT)).toContain('were approved on 28 November 2018');
  });

  test('edited after they were issued have to be issued again', () => {
    const again = story(...drafted, ['2018-10-26', { type: 'issue-minutes' }], ['2018-10-29', DRAFT]);
    expect([again.status, again.minutesIssued]).toEqual(['minutes-draft', null]);
  });
});

const anyDay = fc.integer({ min: day('2018-09-01'), max: day('2018-12-31') }) as fc.Arbitrary<Day>;
const words = fc.constantFrom('', 'Because.');
const item = fc.constantFrom('SECMP0065', 'welcome', 'nothing', '__proto__');
const time = fc.record({ day: anyDay, startsAt: fc.constant('10:00'), place: fc.constant('London'), paperDay: anyDay });
const purpose = fc.constantFrom('decision' as const, 'discussion' as const, 'information' as const);
const anyCommand: fc.Arbitrary<MeetingCommand> = fc.oneof(
  fc.constant(CALL),
  fc
    .record({ type: fc.constant('move-meeting' as const), reasons: words })
    .chain((one) => time.map((at) => ({ ...one, ...at }))),
  fc.record({ type: fc.constant('cancel-meeting' as const), reasons: words }),
  fc.record({
    type: fc.constant('add-agenda-item' as const),
    id: item,
    title: fc.constant('Welcome'),
    purpose,
    confidential: fc.boolean(),
    modification: fc.constant(null),
  }),
  fc.record({
    type: fc.constant('change-agenda-item' as const),
    item,
    title: fc.constant(null),
    purpose: fc.option(purpose),
    confidential: fc.option(fc.boolean()),
    place: fc.option(fc.integer({ min: 1, max: 9 })),
  }),
  fc.record({ type: fc.constant('leave-out-agenda-item' as const), item, reasons: words }),
  fc.constant({ type: 'collect-agenda' as const }),
  fc.record({ item, sequence: fc.option(fc.integer({ min: 1, max: 4 })) }).map((one) => ({ ...PAPER, ...one })),
  fc.record({
    type: fc.constant('withdraw-paper' as const),
    number: fc.constantFrom('CB-2018-10/01', 'CB-2018-10/02', 'nothing'),
    reasons: words,
  }),
  fc.constant({ type: 'issue-papers' as const }),
  fc.record({ carried: fc.array(item, { maxLength: 1 }) }).map((one) => ({ ...HELD, ...one })),
  fc.record({
    type: fc.constant('place-action' as const),
    what: fc.constant('write'),
    owner: fc.constant('Code Administrator'),
    due: anyDay,
    item: fc.option(item),
  }),
  fc.record({
    type: fc.constant('close-action' as const),
    action: fc.constantFrom('change-board-2018-10-24-a1', 'nothing'),
    outcome: fc.constantFrom('done' as const, 'dropped' as const),
    note: words,
  }),
  fc.constantFrom(DRAFT, { ...DRAFT, type: 'edit-minutes' } as MeetingCommand),
  fc.constant({ type: 'issue-minutes' as const }),
  fc.record({ type: fc.constant('approve-minutes' as const), at: fc.constantFrom(NEXT.id, CALL.meeting, 'nothing') }),
);
const acts = fc.array(fc.tuple(anyDay, anyCommand, fc.boolean()), { maxLength: 40 });

test('laws: nothing that is asked throws or is refused without a sentence, and the events replay to the same state', () => {
  fc.assert(
    fc.property(acts, (all) => {
      const events: MeetingEvent[] = [];
      let state: MeetingState = NO_MEETING;
      for (const [on, command, isDue] of all.toSorted(([a], [b]) => a - b)) {
        const decision = decideMeeting(command, state, contextOn(on, isDue ? [DUE] : []));
        if (!decision.ok) {
          expect(decision.rejection.sentence).not.toBe('');
          continue;
        }
        events.push(...decision.events);
        state = decision.events.reduce<MeetingState>(evolveMeeting, state);
      }
      expect(replayMeeting(events)).toEqual(state);
      if (state.status === 'none') return;
      const numbers = [...state.papers, ...state.withdrawn].map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
      if (state.minutesApproved !== null) expect(state.status).toBe('minutes-approved');
    }),
    { numRuns: 300 },
  );
});

test('laws: a meeting takes any order of its events', () => {
  const events = [
    ...['2018-10-16', '2018-10-17'].map(
      (on): MeetingEvent => ({ type: 'agenda-arranged', items: [DUE], leftOut: [], on: day(on) }),
    ),
    called(),
    { type: 'meeting-held', attendance: [], carried: [], on: TIME.day } as const,
    { type: 'minutes-issued', version: 1, on: TIME.day } as const,
    { type: 'meeting-paper-withdrawn', number: 'nothing', reasons: 'None.', on: TIME.day } as const,
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(events), (some) => {
      expect(['none', 'planned', 'held', 'minutes-issued']).toContain(replayMeeting(some).status);
    }),
  );
});
