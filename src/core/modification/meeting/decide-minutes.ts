import { writeDay } from '../../kernel/day.ts';
import { accepted, type Decision, refused } from '../../kernel/decider.ts';
import { rejection } from '../../kernel/rejection.ts';
import { isAhead, type Meeting } from './meeting.ts';
import type { MeetingCommand, MeetingContext } from './meeting-command.ts';
import type { MeetingEvent } from './meeting-event.ts';
import { outOfOrder } from './refused.ts';

type Minuting = Extract<
  MeetingCommand,
  { type: 'draft-minutes' | 'edit-minutes' | 'issue-minutes' | 'approve-minutes' }
>;

/** What becomes of the minutes: drafted once, edited, issued, and approved at a later meeting; each version is kept. */
export function decideMinutes(command: Minuting, meeting: Meeting, context: MeetingContext): Decision<MeetingEvent> {
  const { today, actor, others, body } = context;
  if (isAhead(meeting)) return outOfOrder(`The meeting ${meeting.id} has not been held, so it has no minutes yet.`);
  if (meeting.status === 'minutes-approved') {
    return outOfOrder(
      `The minutes of ${meeting.id} were approved on ${writeDay(meeting.minutesApproved?.on ?? today)}.`,
    );
  }
  const last = meeting.minutes.at(-1);
  switch (command.type) {
    case 'draft-minutes':
    case 'edit-minutes': {
      if (command.type === 'edit-minutes' && last === undefined) {
        return outOfOrder(`The minutes of ${meeting.id} have not been drafted yet.`);
      }
      const { items, confidential } = command;
      const version = (last?.version ?? 0) + 1;
      return accepted({
        type: 'minutes-drafted',
        minutes: { version, by: actor.name, on: today, items, confidential },
      });
    }
    case 'issue-minutes':
      if (last === undefined) return outOfOrder(`The minutes of ${meeting.id} have not been drafted yet.`);
      if (meeting.minutesIssued !== null) return outOfOrder(`Version ${last.version} has been issued already.`);
      return accepted({ type: 'minutes-issued', version: last.version, on: today });
    case 'approve-minutes': {
      if (meeting.minutesIssued === null) return outOfOrder(`Minutes are issued before ${body} approves them.`);
      const at = others.find(({ id }) => id === command.at);
      const fault = approvalFault(at, meeting, context);
      if (fault !== null) return refused(rejection('input-invalid', fault, { place: { field: 'at' } }));
      return accepted({ type: 'minutes-approved', version: meeting.minutesIssued.version, at: command.at, on: today });
    }
  }
}

function approvalFault(
  at: MeetingContext['others'][number] | undefined,
  meeting: Meeting,
  { today, body }: MeetingContext,
) {
  if (at === undefined || at.body !== meeting.body)
    return `Minutes are approved at a meeting of ${body}; expected one by its identifier.`;
  if (at.day <= meeting.day) return `Minutes are approved at a later meeting than that of ${writeDay(meeting.day)}.`;
  if (at.status === 'cancelled') return `The meeting of ${writeDay(at.day)} is cancelled.`;
  return today < at.day ? `The meeting of ${writeDay(at.day)} is still to come.` : null;
}
