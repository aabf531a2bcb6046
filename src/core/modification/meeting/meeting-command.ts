import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ContentRef } from '../content-ref.ts';
import type { AgendaItem, Attendee, Meeting, MeetingTime, MinutedItem, PaperSource, Purpose } from './meeting.ts';

/** What can be asked of a meeting. */
export type MeetingCommand =
  | ({
      readonly type: 'call-meeting';
      readonly meeting: string;
      readonly code: string;
      readonly body: string;
      readonly number: number | null;
      readonly rulebook: string;
    } & MeetingTime)
  | ({
      readonly type: 'move-meeting';
      readonly reasons: string;
      /** How the body counts it; null or absent: as before. */
      readonly number?: number | null;
    } & MeetingTime)
  | { readonly type: 'cancel-meeting'; readonly reasons: string }
  | {
      readonly type: 'add-agenda-item';
      readonly id: string;
      readonly title: string;
      readonly purpose: Purpose;
      readonly confidential: boolean;
      readonly modification: string | null;
    }
  | {
      readonly type: 'change-agenda-item';
      readonly item: string;
      readonly title: string | null;
      readonly purpose: Purpose | null;
      readonly confidential: boolean | null;
      /** Its place from 1; null: where it is. */
      readonly place: number | null;
    }
  | { readonly type: 'leave-out-agenda-item'; readonly item: string; readonly reasons: string }
  /** Takes what has come due since the agenda went out onto it. */
  | { readonly type: 'collect-agenda' }
  | {
      readonly type: 'table-paper';
      readonly item: string;
      readonly title: string;
      readonly access: 'public' | 'members';
      readonly source: PaperSource;
      /** The paper's place in the numbering; null: the next. */
      readonly sequence: number | null;
    }
  | { readonly type: 'withdraw-paper'; readonly number: string; readonly reasons: string }
  | { readonly type: 'issue-papers' }
  | { readonly type: 'hold-meeting'; readonly attendance: readonly Attendee[]; readonly carried: readonly string[] }
  | {
      readonly type: 'place-action';
      readonly what: string;
      readonly owner: string;
      readonly due: Day;
      readonly item: string | null;
    }
  | {
      readonly type: 'close-action';
      readonly action: string;
      readonly outcome: 'done' | 'dropped';
      readonly note: string;
    }
  | {
      readonly type: 'draft-minutes' | 'edit-minutes';
      readonly items: readonly MinutedItem[];
      readonly confidential: ContentRef | null;
    }
  | { readonly type: 'issue-minutes' }
  | { readonly type: 'approve-minutes'; readonly at: string };

/** What a decision about a meeting may know beside the meeting. */
export interface MeetingContext {
  readonly today: Day;
  readonly now: Instant;
  readonly actor: { readonly name: string };
  /** The body in a sentence: `the Panel`. */
  readonly body: string;
  /** How the body numbers its papers; null when its rulebook does not say. */
  readonly scheme: string | null;
  /** What the agenda collects by itself today. */
  readonly due: readonly AgendaItem[];
  /** Items by id that the body settled on the day of the meeting. */
  readonly settled: readonly string[];
  /** The other meetings of the body. */
  readonly others: readonly Pick<Meeting, 'id' | 'day' | 'status' | 'body'>[];
}
