import { accepted, type Decision, refused } from '../../kernel/decider.ts';
import { rejection } from '../../kernel/rejection.ts';
import { namesMeeting, paperNumber } from '../../party/paper-number.ts';
import { agendaOf } from './agenda.ts';
import { isAhead, type Meeting } from './meeting.ts';
import type { MeetingCommand, MeetingContext } from './meeting-command.ts';
import type { MeetingEvent } from './meeting-event.ts';
import { noItem, outOfOrder, withoutReasons } from './refused.ts';

type Papers = Extract<MeetingCommand, { type: 'table-paper' | 'withdraw-paper' | 'issue-papers' }>;

/** How papers are numbered where the rulebook gives the body no scheme. */
const PLAIN = 'Paper {nn}';

/** What becomes of the papers of a meeting. */
export function decidePaper(command: Papers, meeting: Meeting, context: MeetingContext): Decision<MeetingEvent> {
  if (!isAhead(meeting)) return outOfOrder(`The meeting ${meeting.id} was held; its papers stay as they were.`);
  switch (command.type) {
    case 'table-paper':
      return table(command, meeting, context);
    case 'withdraw-paper': {
      const { number, reasons } = command;
      if (!meeting.papers.some((one) => one.number === number)) {
        const known = meeting.papers.map((one) => one.number).join(', ') || 'none';
        return refused(rejection('not-found', `The meeting ${meeting.id} has no paper "${number}"; it has ${known}.`));
      }
      const missing = withoutReasons(reasons, 'Withdrawing a paper');
      return missing ?? accepted({ type: 'meeting-paper-withdrawn', number, reasons, on: context.today });
    }
    case 'issue-papers': {
      if (meeting.status === 'papers-issued')
        return outOfOrder(`The papers of ${meeting.id} have been issued already.`);
      const items = agendaOf(meeting, context.due);
      if (items.length === 0) return outOfOrder(`The agenda of ${meeting.id} is empty; nothing can be issued.`);
      return accepted({ type: 'meeting-papers-issued', items, on: context.today });
    }
  }
}

function table(
  command: Extract<Papers, { type: 'table-paper' }>,
  meeting: Meeting,
  { today, due, scheme }: MeetingContext,
): Decision<MeetingEvent> {
  const { item, title, access, source } = command;
  const items = agendaOf(meeting, due);
  const under = items.find(({ id }) => id === item);
  if (under === undefined) return noItem(item, { ...meeting, items });
  if (under.confidential && access === 'public') {
    const sentence = `"${under.title}" is a confidential item; its papers are for members only.`;
    return refused(rejection('input-invalid', sentence, { place: { field: 'access' } }));
  }
  const used = [...meeting.papers, ...meeting.withdrawn].map((one) => one.sequence);
  const sequence = command.sequence ?? Math.max(0, ...used) + 1;
  if (used.includes(sequence)) {
    const sentence = `Number ${sequence} was given to another paper of ${meeting.id}; numbers are never given twice.`;
    return refused(rejection('input-invalid', sentence, { place: { field: 'sequence' } }));
  }
  const by = scheme ?? PLAIN;
  if (namesMeeting(by) && meeting.number === null) {
    const sentence = `Papers are numbered "${by}", and the body gave the meeting ${meeting.id} no number. Give it with move-meeting, which takes a number and may leave the day as it is.`;
    return refused(rejection('input-invalid', sentence, { place: { field: 'meeting' } }));
  }
  const number = paperNumber(by, meeting, sequence);
  return accepted({
    type: 'meeting-paper-tabled',
    paper: { number, sequence, item, title, access, source, tabledOn: today },
  });
}
