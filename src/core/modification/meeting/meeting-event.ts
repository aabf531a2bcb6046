import type { Day } from '../../kernel/day.ts';
import type {
  AgendaItem,
  Attendee,
  LeftOut,
  MeetingAction,
  MeetingPaper,
  MeetingTime,
  MinutesVersion,
} from './meeting.ts';

/** Stream `meeting/<id>`: everything that happens to a meeting of a body. */
export type MeetingEvent =
  | ({
      readonly type: 'meeting-called';
      readonly meeting: string;
      readonly code: string;
      readonly body: string;
      readonly number: number | null;
      readonly rulebook: string;
      readonly on: Day;
    } & MeetingTime)
  | ({
      readonly type: 'meeting-moved';
      readonly reasons: string;
      readonly on: Day;
      /** The number that it was given; absent: it keeps what it had. */
      readonly number?: number;
    } & MeetingTime)
  | { readonly type: 'meeting-cancelled'; readonly reasons: string; readonly on: Day }
  /** The agenda as somebody arranged it, whole. */
  | {
      readonly type: 'agenda-arranged';
      readonly items: readonly AgendaItem[];
      readonly leftOut: readonly LeftOut[];
      readonly on: Day;
    }
  | { readonly type: 'meeting-paper-tabled'; readonly paper: MeetingPaper }
  | { readonly type: 'meeting-paper-withdrawn'; readonly number: string; readonly reasons: string; readonly on: Day }
  /** Agenda and papers went out; what the agenda collected until then is on it. */
  | { readonly type: 'meeting-papers-issued'; readonly items: readonly AgendaItem[]; readonly on: Day }
  /** It was held, or who took part is put right. */
  | {
      readonly type: 'meeting-held';
      readonly attendance: readonly Attendee[];
      readonly carried: readonly string[];
      readonly on: Day;
    }
  | { readonly type: 'action-placed'; readonly action: Omit<MeetingAction, 'closed'> }
  | {
      readonly type: 'action-closed';
      readonly action: string;
      readonly outcome: 'done' | 'dropped';
      readonly note: string;
      readonly on: Day;
    }
  | { readonly type: 'minutes-drafted'; readonly minutes: MinutesVersion }
  | { readonly type: 'minutes-issued'; readonly version: number; readonly on: Day }
  /** At another meeting of the body. */
  | { readonly type: 'minutes-approved'; readonly version: number; readonly at: string; readonly on: Day };
