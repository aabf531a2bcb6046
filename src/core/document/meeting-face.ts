import { type Day, writeDay, writeDayWithWeekday } from '../kernel/day.ts';
import type {
  AgendaItem,
  Attendee,
  LeftOut,
  MeetingAction,
  MeetingPaper,
  MeetingTime,
} from '../modification/meeting/meeting.ts';
import type { Block } from './block.ts';
import { table } from './build.ts';

/** A meeting as its papers name it. */
export interface MeetingFace extends MeetingTime {
  readonly id: string;
  readonly body: { readonly id: string; readonly title: string };
  readonly number: number | null;
}

/** An item of the agenda with its papers and what the body is asked. */
export interface PrintedItem extends AgendaItem {
  readonly number: number;
  readonly papers: readonly (Pick<MeetingPaper, 'number' | 'title' | 'access'> & { readonly late: boolean })[];
  readonly asked: readonly { readonly title: string; readonly act: string }[];
}

/** An action as a paper prints it. */
export type PrintedAction = Omit<MeetingAction, 'closed'> & {
  readonly standing: 'open' | 'overdue' | 'done' | 'dropped';
  readonly note: string;
};

/** A meeting as agenda and minutes print it. */
export interface PrintedMeeting extends MeetingFace {
  readonly seats: readonly { readonly id: string; readonly title: string }[];
  readonly agenda: readonly PrintedItem[];
  readonly leftOut: readonly LeftOut[];
  readonly outstanding: readonly PrintedAction[];
  readonly actions: readonly PrintedAction[];
  readonly attendance: readonly Attendee[];
  readonly outside: readonly {
    readonly modification: string;
    readonly title: string;
    readonly outcome: string;
    readonly on: Day;
  }[];
}

/** `SEC Panel, meeting 61`. */
export function meetingTitle({ body, number }: Pick<MeetingFace, 'body' | 'number'>): string {
  return number === null ? body.title : `${body.title}, meeting ${number}`;
}

/** When and where it is, and by when its papers went out. */
export function meetingFacts(meeting: MeetingFace): Block {
  return table(
    '',
    ['', ''],
    [
      ['When', `${writeDayWithWeekday(meeting.day)}, ${meeting.startsAt}`],
      ['Where', meeting.place],
      ['Papers by', writeDay(meeting.paperDay)],
    ],
  );
}

/** Actions, with their owners and days. */
export function actionTable(caption: string, actions: readonly PrintedAction[]): Block {
  return table(
    caption,
    ['Action', 'Owner', 'Due', 'Standing'],
    actions.map((one) => [
      one.what,
      one.owner,
      writeDay(one.due),
      one.note === '' ? one.standing : `${one.standing}: ${one.note}`,
    ]),
  );
}
