import type { Day } from '../../kernel/day.ts';
import { writeDay } from '../../kernel/day.ts';
import type { Role } from '../../party/actor.ts';
import { type Meeting, standingOf } from './meeting.ts';

/** What a meeting waits for, by whom and by when. */
export interface MeetingAct {
  readonly meeting: string;
  readonly body: string;
  /** Operation by name. */
  readonly operation: string;
  readonly act: string;
  readonly who: string;
  readonly roles: readonly Role[];
  /** The last day for it; null when none is set. */
  readonly until: Day | null;
  readonly overdue: boolean;
}

const SECRETARY = { who: 'the Code Administrator', roles: ['code-administrator'] } as const;

/** What happens next of a meeting and of the actions that it placed. */
export function meetingNext(meeting: Meeting, body: string, today: Day): readonly MeetingAct[] {
  const act = (operation: string, what: string, until: Day | null): MeetingAct => ({
    meeting: meeting.id,
    body: meeting.body,
    operation,
    act: what,
    ...SECRETARY,
    until,
    overdue: until !== null && until < today,
  });
  const of = `${body} of ${writeDay(meeting.day)}`;
  const actions = meeting.actions
    .filter(({ closed }) => closed === null)
    .map((one) => ({
      ...act('close-action', one.what, one.due),
      who: one.owner,
      overdue: standingOf(one, today) === 'overdue',
    }));
  switch (meeting.status) {
    case 'planned':
      return [act('issue-papers', `issue the papers for ${of}`, meeting.paperDay), ...actions];
    case 'papers-issued':
      return [act('hold-meeting', `record who took part in the meeting of ${of}`, meeting.day), ...actions];
    case 'held':
      return [act('draft-minutes', `draft the minutes of ${of}`, null), ...actions];
    case 'minutes-draft':
      return [act('issue-minutes', `issue the minutes of ${of}`, null), ...actions];
    case 'minutes-issued':
      return [act('approve-minutes', `record that the minutes of ${of} are approved`, null), ...actions];
    case 'minutes-approved':
    case 'cancelled':
      return actions;
  }
}
