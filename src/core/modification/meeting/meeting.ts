import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ContentRef } from '../content-ref.ts';

/** Where a meeting stands, in the order in which it gets there; `cancelled` ends it before it is held. */
export const MEETING_STATUSES = [
  'planned',
  'papers-issued',
  'held',
  'minutes-draft',
  'minutes-issued',
  'minutes-approved',
  'cancelled',
] as const;

export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/** What a body is asked to do with an item. */
export const PURPOSES = ['decision', 'discussion', 'information'] as const;

export type Purpose = (typeof PURPOSES)[number];

/** How an item came onto an agenda: by itself because it is due, by hand, or from an earlier meeting. */
export const ORIGINS = ['minutes', 'actions', 'outside', 'due', 'carried', 'added'] as const;

export type Origin = (typeof ORIGINS)[number];

/** An item of an agenda. Its title is public; papers and words of a confidential one are for members. */
export interface AgendaItem {
  /** The modification's identifier, or words joined by hyphens. */
  readonly id: string;
  readonly title: string;
  readonly purpose: Purpose;
  readonly confidential: boolean;
  readonly origin: Origin;
  /** Modification by id; null for an item about none. */
  readonly modification: string | null;
  /** Steps of its profile by id that the body is to take at the meeting. */
  readonly steps: readonly string[];
}

/** An item that was due and is not dealt with at this meeting. */
export interface LeftOut {
  readonly item: string;
  readonly reasons: string;
}

/** Where a paper comes from: drafted from the record as it stood, or a PDF kept beside the chain. */
export type PaperSource =
  | { readonly kind: 'record'; readonly modification: string; readonly paper: string; readonly asOf: Instant }
  | { readonly kind: 'file'; readonly fileName: string; readonly pages: number; readonly content: ContentRef };

/** A paper of a meeting. */
export interface MeetingPaper {
  /** `CB-2018-10/03`: by the scheme of the body, never given twice. */
  readonly number: string;
  readonly sequence: number;
  /** Agenda item by id. */
  readonly item: string;
  readonly title: string;
  /** Who may read it. */
  readonly access: 'public' | 'members';
  readonly source: PaperSource;
  readonly tabledOn: Day;
}

/** How somebody took part in a meeting. */
export const PRESENCES = ['present', 'alternate', 'attending', 'apologies', 'absent'] as const;

/** A person at a meeting, or expected there. */
export interface Attendee {
  readonly name: string;
  /** Seat of the body by id; null for who holds none. */
  readonly seat: string | null;
  readonly presence: (typeof PRESENCES)[number];
}

/** Something that somebody is to do. */
export interface MeetingAction {
  /** `CB-2018-10-24-A1`. */
  readonly id: string;
  readonly what: string;
  /** A person, party or body in words. */
  readonly owner: string;
  readonly due: Day;
  /** Agenda item by id; null for none. */
  readonly item: string | null;
  readonly placedOn: Day;
  readonly closed: { readonly outcome: 'done' | 'dropped'; readonly note: string; readonly on: Day } | null;
}

/** What minutes say of an item: words that a person edits, and what the record holds, which nobody edits. */
export interface MinutedItem {
  readonly item: string;
  readonly title: string;
  readonly confidential: boolean;
  /** Empty in the chain for a confidential item, whose words are kept beside it. */
  readonly words: string;
  /** Sentences from the record as it stood when the version was made. */
  readonly recorded: readonly string[];
}

/** A version of the minutes; every one is kept. */
export interface MinutesVersion {
  readonly version: number;
  /** A person by name. */
  readonly by: string;
  readonly on: Day;
  readonly items: readonly MinutedItem[];
  /** The words of confidential items, as JSON by item; null when there are none. */
  readonly confidential: ContentRef | null;
}

/** When and where a body meets, and the day by which its papers go out. */
export interface MeetingTime {
  readonly day: Day;
  /** London time: `10:00`. */
  readonly startsAt: string;
  readonly place: string;
  readonly paperDay: Day;
}

/** A meeting of a body. */
export interface Meeting extends MeetingTime {
  readonly status: MeetingStatus;
  /** `panel-2018-10-12`. */
  readonly id: string;
  readonly code: string;
  /** Body by id. */
  readonly body: string;
  /** How the body counts its meetings: 61; null when it does not. */
  readonly number: number | null;
  /** Digest of the rulebook by which its papers are numbered. */
  readonly rulebook: string;
  readonly moves: readonly { readonly from: Day; readonly to: Day; readonly reasons: string; readonly on: Day }[];
  readonly cancelled: { readonly reasons: string; readonly on: Day } | null;
  /** Items as somebody arranged them; those that are due and not among them follow by themselves until papers are issued. */
  readonly items: readonly AgendaItem[];
  readonly leftOut: readonly LeftOut[];
  readonly papers: readonly MeetingPaper[];
  readonly withdrawn: readonly (Pick<MeetingPaper, 'number' | 'sequence' | 'title' | 'access'> & {
    readonly reasons: string;
  })[];
  readonly issuedOn: Day | null;
  readonly attendance: readonly Attendee[];
  /** Items by id that were carried over to the next meeting. */
  readonly carried: readonly string[];
  readonly actions: readonly MeetingAction[];
  readonly minutes: readonly MinutesVersion[];
  readonly minutesIssued: { readonly version: number; readonly on: Day } | null;
  readonly minutesApproved: { readonly version: number; readonly at: string; readonly on: Day } | null;
}

/** A meeting's state; `none` before it is called. */
export type MeetingState = { readonly status: 'none' } | Meeting;

/** Before anything happened. */
export const NO_MEETING: MeetingState = Object.freeze({ status: 'none' });

/** Whether a paper came after the day by which papers go out. */
export function isLate(paper: Pick<MeetingPaper, 'tabledOn'>, { paperDay }: Pick<MeetingTime, 'paperDay'>): boolean {
  return paper.tabledOn > paperDay;
}

/** Whether a meeting is still to be held. */
export function isAhead({ status }: Pick<Meeting, 'status'>): boolean {
  return status === 'planned' || status === 'papers-issued';
}

/** How an action stands on a day. */
export function standingOf({ due, closed }: MeetingAction, today: Day): 'open' | 'overdue' | 'done' | 'dropped' {
  return closed?.outcome ?? (due < today ? 'overdue' : 'open');
}
