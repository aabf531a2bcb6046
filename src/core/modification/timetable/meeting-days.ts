import type { Citation } from '../../kernel/citation.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { parameterOn } from '../../kernel/parameter.ts';
import { type Calendar, findWorkingDay } from '../../kernel/working-days.ts';
import { type BodyMeeting, type MeetingCalendar, nextMeeting } from '../../party/meeting-calendar.ts';
import type { ProposalRules } from '../context.ts';
import { nextRelease, type Release, type ReleaseLeads, releasesBetween } from './release-calendar.ts';

/** What of a rulebook says when bodies meet and versions are released. */
export type DayRules = Pick<ProposalRules, 'meetings' | 'releases' | 'parameters' | 'calendars'>;

/** A meeting with the day on which its papers go out. */
export interface PaperedMeeting extends BodyMeeting {
  /** Null when no lead is recorded, or the calendar does not reach back so far. */
  readonly paperDay: Day | null;
  readonly paperLead: { readonly workingDays: number; readonly citation: Citation } | null;
}

/** How parameters are to be read: as they stood on a day, and whether an urgent proposal's leads hold. */
export interface Reading {
  readonly parametersOn: Day;
  readonly urgent: boolean;
}

/** When a body meets, with the calendar that counts its Working Days; null when that is not recorded. */
export function meetingsOf(
  body: string,
  { meetings, calendars }: Pick<DayRules, 'meetings' | 'calendars'>,
): { readonly meetings: MeetingCalendar; readonly workingDays: Calendar } | null {
  const found = meetings.find((one) => one.body === body);
  const workingDays = calendars.find((one) => one.id === found?.calendar);
  return found === undefined || workingDays === undefined ? null : { meetings: found, workingDays };
}

/** The next meeting of a body on or after a day, with its paper day; null when no meeting is recorded. */
export function nextMeetingOf(body: string, on: Day, rules: DayRules, reading: Reading): PaperedMeeting | null {
  const found = meetingsOf(body, rules);
  const meeting = found && nextMeeting(found.meetings, found.workingDays, on);
  return meeting && withPaperDay(meeting, rules, reading);
}

/** The first meeting of a body on or after a day whose papers go out on or after another; null when there is none. */
export function nextMeetingForPapers(
  body: string,
  on: Day,
  papersOn: Day,
  rules: DayRules,
  reading: Reading,
): PaperedMeeting | null {
  let meeting = nextMeetingOf(body, on, rules, reading);
  while (meeting !== null && (meeting.paperDay ?? meeting.day) < papersOn) {
    meeting = nextMeetingOf(body, addDays(meeting.day, 1), rules, reading);
  }
  return meeting;
}

/** A meeting with the day on which its papers go out. */
export function withPaperDay(meeting: BodyMeeting, rules: DayRules, reading: Reading): PaperedMeeting {
  return { ...meeting, ...papersFor(meeting.body, meeting.day, rules, reading) };
}

/** The day on which papers go out for a meeting of a body on a day, whether or not its calendar has it, and by which lead. */
export function papersFor(
  body: string,
  day: Day,
  rules: DayRules,
  { parametersOn, urgent }: Reading,
): Pick<PaperedMeeting, 'paperDay' | 'paperLead'> {
  const found = meetingsOf(body, rules);
  const papers = found?.meetings.papers;
  const id = (urgent ? papers?.urgentWorkingDays : undefined) ?? papers?.workingDays;
  const paperLead = id === undefined ? null : numberIn(id, parametersOn, rules);
  return { paperDay: found && paperLead && findWorkingDay(found.workingDays, day, -paperLead.workingDays), paperLead };
}

/** The next scheduled release of the code on or after a day; null when none is recorded. */
export function nextReleaseOf(on: Day, rules: DayRules, parametersOn: Day): Release | null {
  const found = releasesOf(rules, parametersOn);
  return found && nextRelease(found.releases, found.workingDays, found.leads, on);
}

/** Scheduled releases of the code on or after a day, the next first; none when none are recorded. */
export function releasesFrom(on: Day, rules: DayRules, parametersOn: Day, most: number): readonly Release[] {
  const found: Release[] = [];
  for (let next = nextReleaseOf(on, rules, parametersOn); next !== null && found.length < most; ) {
    found.push(next);
    next = nextReleaseOf(addDays(next.day, 1), rules, parametersOn);
  }
  return found;
}

/** The release of the code on a day; null when none is recorded for it. */
export function releaseOn(on: Day, rules: DayRules, parametersOn: Day): Release | null {
  const found = releasesOf(rules, parametersOn);
  return (found && releasesBetween(found.releases, found.workingDays, found.leads, on, on)[0]) ?? null;
}

function releasesOf(rules: DayRules, parametersOn: Day) {
  const { releases } = rules;
  const workingDays = rules.calendars.find((one) => one.id === releases?.calendar);
  if (releases === null || workingDays === undefined) return null;
  const leads: ReleaseLeads = {
    scopeFreeze: numberIn(releases.scopeFreeze, parametersOn, rules)?.workingDays ?? null,
    decision: numberIn(releases.decisionLead, parametersOn, rules)?.workingDays ?? null,
  };
  return { releases, workingDays, leads };
}

/** A parameter that holds a number, as it stood on a day; null when it holds none. */
function numberIn(
  id: string,
  on: Day,
  { parameters }: Pick<DayRules, 'parameters'>,
): { readonly workingDays: number; readonly citation: Citation } | null {
  const parameter = parameters.find((one) => one.id === id);
  const value = parameter === undefined ? null : parameterOn(parameter, on);
  return typeof value?.value === 'number' ? { workingDays: value.value, citation: value.citation } : null;
}
