import { writeDay } from '../../kernel/day.ts';
import { accepted, type Decider, type Decision, refused } from '../../kernel/decider.ts';
import { rejection } from '../../kernel/rejection.ts';
import { arrangeAgenda } from './decide-agenda.ts';
import { decideMinutes } from './decide-minutes.ts';
import { decidePaper } from './decide-paper.ts';
import { evolveMeeting } from './evolve-meeting.ts';
import { isAhead, type Meeting, type MeetingState, type MeetingTime, NO_MEETING } from './meeting.ts';
import type { MeetingCommand, MeetingContext } from './meeting-command.ts';
import type { MeetingEvent } from './meeting-event.ts';
import { noItem, outOfOrder, withoutReasons } from './refused.ts';

/** What a command comes to for a meeting. Never throws. */
export function decideMeeting(
  command: MeetingCommand,
  state: MeetingState,
  context: MeetingContext,
): Decision<MeetingEvent> {
  if (command.type === 'call-meeting') {
    if (state.status === 'none') return call(command, context);
    return refused(rejection('meeting-exists', `The meeting ${state.id} has been called already.`));
  }
  if (state.status === 'none') return refused(rejection('not-found', 'No meeting of that identifier has been called.'));
  if (state.status === 'cancelled' && command.type !== 'close-action') {
    return outOfOrder(`The meeting ${state.id} is cancelled: ${state.cancelled?.reasons ?? ''}`);
  }
  return decideCalled(command, state, context);
}

/** The life of a meeting of a body. */
export const bodyMeeting: Decider<MeetingCommand, MeetingEvent, MeetingState, MeetingContext> = {
  initial: NO_MEETING,
  decide: decideMeeting,
  evolve: evolveMeeting,
};

type Called = Exclude<MeetingCommand, { type: 'call-meeting' }>;

function decideCalled(command: Called, meeting: Meeting, context: MeetingContext): Decision<MeetingEvent> {
  switch (command.type) {
    case 'move-meeting':
      return move(command, meeting, context);
    case 'cancel-meeting': {
      if (!isAhead(meeting)) return outOfOrder(`The meeting ${meeting.id} was held and cannot be cancelled any more.`);
      const missing = withoutReasons(command.reasons, 'Cancelling a meeting');
      return missing ?? accepted({ type: 'meeting-cancelled', reasons: command.reasons, on: context.today });
    }
    case 'add-agenda-item':
    case 'change-agenda-item':
    case 'leave-out-agenda-item':
    case 'collect-agenda':
      return arrangeAgenda(command, meeting, context);
    case 'table-paper':
    case 'withdraw-paper':
    case 'issue-papers':
      return decidePaper(command, meeting, context);
    case 'hold-meeting':
      return hold(command, meeting, context);
    case 'place-action': {
      if (isAhead(meeting) && context.today < meeting.day) {
        return outOfOrder(`Actions are placed at the meeting, which is on ${writeDay(meeting.day)}.`, 'too-early');
      }
      const { what, owner, due, item } = command;
      if (item !== null && !meeting.items.some((one) => one.id === item)) return noItem(item, meeting);
      const id = `${meeting.id}-a${meeting.actions.length + 1}`;
      return accepted({ type: 'action-placed', action: { id, what, owner, due, item, placedOn: context.today } });
    }
    case 'close-action': {
      const found = meeting.actions.find((one) => one.id === command.action);
      if (found === undefined) {
        return refused(rejection('not-found', `The meeting ${meeting.id} placed no action "${command.action}".`));
      }
      if (found.closed !== null) return outOfOrder(`Action ${found.id} is ${found.closed.outcome} already.`);
      const missing = command.outcome === 'dropped' ? withoutReasons(command.note, 'Dropping an action', 'note') : null;
      const { action, outcome, note } = command;
      return missing ?? accepted({ type: 'action-closed', action, outcome, note, on: context.today });
    }
    case 'draft-minutes':
    case 'edit-minutes':
    case 'issue-minutes':
    case 'approve-minutes':
      return decideMinutes(command, meeting, context);
  }
}

function call(
  command: Extract<MeetingCommand, { type: 'call-meeting' }>,
  context: MeetingContext,
): Decision<MeetingEvent> {
  const { type: _, ...asked } = command;
  return timeFault(asked, context) ?? accepted({ type: 'meeting-called', ...asked, on: context.today });
}

function move(
  command: Extract<MeetingCommand, { type: 'move-meeting' }>,
  meeting: Meeting,
  context: MeetingContext,
): Decision<MeetingEvent> {
  if (!isAhead(meeting)) return outOfOrder(`The meeting ${meeting.id} was held and cannot be moved any more.`);
  const { type: _, number = null, ...asked } = command;
  if (number !== null && number !== meeting.number && meeting.number !== null && meeting.papers.length > 0) {
    const sentence = `The papers of ${meeting.id} are numbered as of meeting ${meeting.number}; its number stays.`;
    return refused(rejection('input-invalid', sentence, { place: { field: 'number' } }));
  }
  const fault = withoutReasons(asked.reasons, 'Moving a meeting') ?? timeFault(asked, context);
  return fault ?? accepted({ type: 'meeting-moved', ...asked, ...(number !== null && { number }), on: context.today });
}

function hold(
  { attendance, carried }: Extract<MeetingCommand, { type: 'hold-meeting' }>,
  meeting: Meeting,
  { today, settled }: MeetingContext,
): Decision<MeetingEvent> {
  if (meeting.status === 'planned')
    return outOfOrder(`The agenda of ${meeting.id} has to be issued before it is held.`);
  if (today < meeting.day) {
    return outOfOrder(
      `The meeting ${meeting.id} is on ${writeDay(meeting.day)}; it can be recorded from that day.`,
      'too-early',
    );
  }
  if (meeting.status === 'minutes-issued' || meeting.status === 'minutes-approved') {
    return outOfOrder(`The minutes of ${meeting.id} are out; who took part is put right by a new version of them.`);
  }
  if (!attendance.some(({ presence }) => presence === 'present' || presence === 'alternate')) {
    const sentence = 'Nobody is named as present; a meeting is held by those who take part in it.';
    return refused(rejection('input-invalid', sentence, { place: { field: 'attendance' } }));
  }
  const strange = carried.find((id) => !meeting.items.some((one) => one.id === id));
  if (strange !== undefined) return noItem(strange, meeting);
  const over = carried.find((id) => settled.includes(id));
  if (over !== undefined) {
    const sentence = `${over} was settled at this meeting, so it cannot be carried over to the next.`;
    return refused(rejection('input-invalid', sentence, { place: { field: 'carried' } }));
  }
  return accepted({ type: 'meeting-held', attendance, carried, on: today });
}

function timeFault({ day, paperDay }: Pick<MeetingTime, 'day' | 'paperDay'>, { today }: MeetingContext) {
  if (day < today) {
    const sentence = `A meeting is called for a day to come; ${writeDay(day)} has gone by.`;
    return refused(rejection('input-invalid', sentence, { place: { field: 'day' } }));
  }
  if (paperDay <= day) return null;
  const sentence = `Papers go out before the meeting of ${writeDay(day)}, not on ${writeDay(paperDay)}.`;
  return refused(rejection('input-invalid', sentence, { place: { field: 'paperDay' } }));
}
