import { fold } from '../../kernel/decider.ts';
import { type Meeting, type MeetingState, NO_MEETING } from './meeting.ts';
import type { MeetingEvent } from './meeting-event.ts';

/** State after one more event. Total: an event that does not fit the state leaves it as it is. */
export function evolveMeeting(state: MeetingState, event: MeetingEvent): MeetingState {
  if (event.type === 'meeting-called') return state.status === 'none' ? called(event) : state;
  return state.status === 'none' ? state : Object.freeze(after(state, event));
}

/** State after a history. */
export function replayMeeting(events: Iterable<MeetingEvent>): MeetingState {
  return fold(NO_MEETING, evolveMeeting, events);
}

type Called = Extract<MeetingEvent, { type: 'meeting-called' }>;

function called({ meeting, code, body, number, rulebook, day, startsAt, place, paperDay }: Called): Meeting {
  return Object.freeze({
    status: 'planned',
    id: meeting,
    ...{ code, body, number, rulebook, day, startsAt, place, paperDay },
    moves: [],
    cancelled: null,
    items: [],
    leftOut: [],
    papers: [],
    withdrawn: [],
    issuedOn: null,
    attendance: [],
    carried: [],
    actions: [],
    minutes: [],
    minutesIssued: null,
    minutesApproved: null,
  });
}

function after(state: Meeting, event: Exclude<MeetingEvent, Called>): Meeting {
  switch (event.type) {
    case 'meeting-moved': {
      const { day, startsAt, place, paperDay, reasons, on } = event;
      const number = event.number ?? state.number;
      const isMoved = day !== state.day || startsAt !== state.startsAt || place !== state.place;
      const moves =
        isMoved || number === state.number ? [...state.moves, { from: state.day, to: day, reasons, on }] : state.moves;
      return { ...state, number, day, startsAt, place, paperDay, moves };
    }
    case 'meeting-cancelled':
      return { ...state, status: 'cancelled', cancelled: { reasons: event.reasons, on: event.on } };
    case 'agenda-arranged':
      return { ...state, items: event.items, leftOut: event.leftOut };
    case 'meeting-paper-tabled':
      return { ...state, papers: [...state.papers, event.paper] };
    case 'meeting-paper-withdrawn': {
      const gone = state.papers.find((one) => one.number === event.number);
      if (gone === undefined) return state;
      const { number, sequence, title, access } = gone;
      const withdrawn = [...state.withdrawn, { number, sequence, title, access, reasons: event.reasons }];
      return { ...state, papers: state.papers.filter((one) => one !== gone), withdrawn };
    }
    case 'meeting-papers-issued':
      return { ...state, status: 'papers-issued', items: event.items, issuedOn: event.on };
    case 'meeting-held': {
      const { attendance, carried } = event;
      const status = state.status === 'planned' || state.status === 'papers-issued' ? 'held' : state.status;
      return { ...state, status, attendance, carried };
    }
    case 'action-placed':
      return { ...state, actions: [...state.actions, { ...event.action, closed: null }] };
    case 'action-closed': {
      const { outcome, note, on } = event;
      const close = (one: Meeting['actions'][number]) =>
        one.id === event.action ? { ...one, closed: { outcome, note, on } } : one;
      return { ...state, actions: state.actions.map(close) };
    }
    case 'minutes-drafted':
      return { ...state, status: 'minutes-draft', minutes: [...state.minutes, event.minutes], minutesIssued: null };
    case 'minutes-issued':
      return { ...state, status: 'minutes-issued', minutesIssued: { version: event.version, on: event.on } };
    case 'minutes-approved': {
      const { version, at, on } = event;
      return { ...state, status: 'minutes-approved', minutesApproved: { version, at, on } };
    }
  }
}
