import type { Citation } from '../kernel/citation.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { daysOfRule, printRecurrence, type RecurringRule } from '../kernel/recurrence.ts';
import { type Calendar, coversDay } from '../kernel/working-days.ts';

/** When a body meets, and how long before a meeting its papers go out. */
export interface MeetingCalendar {
  /** Body by id. */
  readonly body: string;
  /** Calendar by id, whose Working Days its meetings and paper days are. */
  readonly calendar: string;
  readonly rules: readonly RecurringRule[];
  /** Meetings that are known one by one, beside those that the rules give. */
  readonly meetings: readonly ListedMeeting[];
  /** Working Days between papers and meeting, by parameters; absent: not recorded. */
  readonly papers?: {
    readonly workingDays: string;
    /** For an urgent proposal; absent: as for any. */
    readonly urgentWorkingDays?: string;
  };
  /** The parameter with the number of papers from which on a meeting is crowded; absent: not recorded. */
  readonly papersMost?: string;
}

/** A meeting known by its day. */
export interface ListedMeeting {
  readonly day: Day;
  /** `61`, as papers number it. */
  readonly number?: number;
  /** The day of the rule that it takes the place of; absent: of none. */
  readonly insteadOf?: Day;
  readonly citation: Citation;
}

/** A meeting of a body: its day, and what says so. */
export interface BodyMeeting {
  readonly body: string;
  readonly day: Day;
  readonly number: number | null;
  /** `4th Wednesday of the month`; null for a meeting that is listed. */
  readonly rule: string | null;
  readonly citation: Citation;
}

/** How far a search looks: a body that has not met for so long has no next meeting. */
const FARTHEST = 400;

/** Meetings from one day to another, both included, in order; none beyond the snapshot of Working Days. */
export function meetingsBetween(
  meetings: MeetingCalendar,
  workingDays: Calendar,
  from: Day,
  to: Day,
): readonly BodyMeeting[] {
  const { body } = meetings;
  const listed = meetings.meetings
    .filter((one) => from <= one.day && one.day <= to)
    .map(({ day, number, citation }): BodyMeeting => ({ body, day, number: number ?? null, rule: null, citation }));
  const taken = new Set(
    meetings.meetings.flatMap((one) => [one.day, ...(one.insteadOf === undefined ? [] : [one.insteadOf])]),
  );
  const ruled = meetings.rules.flatMap((rule) =>
    daysOfRule(rule, workingDays, from, to)
      .filter((day) => !taken.has(day))
      .map(
        (day): BodyMeeting => ({ body, day, number: null, rule: printRecurrence(rule.on), citation: rule.citation }),
      ),
  );
  return [...listed, ...ruled].toSorted((a, b) => a.day - b.day).filter((one, at, all) => all[at - 1]?.day !== one.day);
}

/** The next meeting on or after a day; null when none is known within thirteen months. */
export function nextMeeting(meetings: MeetingCalendar, workingDays: Calendar, on: Day): BodyMeeting | null {
  // A quarter at a time, since most bodies meet within it.
  for (let from = on; from <= on + FARTHEST && coversDay(workingDays, from); from = addDays(from, 92)) {
    const [first] = meetingsBetween(meetings, workingDays, from, addDays(from, 91));
    if (first !== undefined) return first;
  }
  return null;
}

/** The last meeting on or before a day; null when none is known within thirteen months. */
export function lastMeeting(meetings: MeetingCalendar, workingDays: Calendar, on: Day): BodyMeeting | null {
  return meetingsBetween(meetings, workingDays, addDays(on, -FARTHEST), on).at(-1) ?? null;
}

/** Whether a body meets on a day. */
export function meetsOn(meetings: MeetingCalendar, workingDays: Calendar, on: Day): boolean {
  return meetingsBetween(meetings, workingDays, on, on).length > 0;
}
