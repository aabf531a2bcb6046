import type { Citation } from '../../kernel/citation.ts';
import { addDays, type Day, writeDay } from '../../kernel/day.ts';
import { daysOfRule, printRecurrence, type RecurringRule } from '../../kernel/recurrence.ts';
import { type Calendar, coversDay, findWorkingDay } from '../../kernel/working-days.ts';

/** When versions of a code are released, and how long ahead of a release its scope is settled. */
export interface ReleaseCalendar {
  /** Calendar by id, whose Working Days the leads count. */
  readonly calendar: string;
  readonly rules: readonly RecurringRule[];
  /** Releases that are known one by one, beside those that the rules give. */
  readonly releases: readonly ListedRelease[];
  /** The parameter with the Working Days before a release on which its scope is frozen. */
  readonly scopeFreeze: string;
  /** The parameter with the Working Days before a release by which a modification must be decided. */
  readonly decisionLead: string;
}

/** A release known by its day. */
export interface ListedRelease {
  /** `November 2018`. */
  readonly title: string;
  readonly day: Day;
  readonly kind: 'scheduled' | 'ad-hoc';
  /** Where another day than the parameter gives is known. */
  readonly scopeFreeze?: Day;
  readonly decisionBy?: Day;
  readonly citation: Citation;
}

/** A release: its day, what must be settled by when, and what says so. */
export interface Release {
  readonly title: string;
  readonly day: Day;
  readonly kind: 'scheduled' | 'ad-hoc';
  /** The last day on which a modification can come into its scope; null when that is not recorded or out of reach. */
  readonly scopeFreeze: Day | null;
  /** The last day of the decision that lets a modification go with it; null as above. */
  readonly decisionBy: Day | null;
  /** `2nd Thursday of June`; null for a release that is listed. */
  readonly rule: string | null;
  readonly citation: Citation;
}

/** Leads in Working Days, as the parameters stand; null where a parameter holds no number. */
export interface ReleaseLeads {
  readonly scopeFreeze: number | null;
  readonly decision: number | null;
}

const FARTHEST = 800;

/** Releases from one day to another, both included, in order. */
export function releasesBetween(
  releases: ReleaseCalendar,
  workingDays: Calendar,
  leads: ReleaseLeads,
  from: Day,
  to: Day,
): readonly Release[] {
  const before = (day: Day, count: number | null) => (count === null ? null : findWorkingDay(workingDays, day, -count));
  const listed = releases.releases
    .filter((one) => from <= one.day && one.day <= to)
    .map(
      ({ title, day, kind, scopeFreeze, decisionBy, citation }): Release => ({
        title,
        day,
        kind,
        scopeFreeze: scopeFreeze ?? (kind === 'scheduled' ? before(day, leads.scopeFreeze) : null),
        decisionBy: decisionBy ?? (kind === 'scheduled' ? before(day, leads.decision) : null),
        rule: null,
        citation,
      }),
    );
  const ruled = releases.rules.flatMap((rule) =>
    daysOfRule(rule, workingDays, from, to)
      .filter((day) => listed.every((one) => one.day !== day))
      .map(
        (day): Release => ({
          title: writeDay(day).replace(/^\d+ /, ''),
          day,
          kind: 'scheduled',
          scopeFreeze: before(day, leads.scopeFreeze),
          decisionBy: before(day, leads.decision),
          rule: printRecurrence(rule.on),
          citation: rule.citation,
        }),
      ),
  );
  return [...listed, ...ruled].toSorted((a, b) => a.day - b.day);
}

/** The next scheduled release on or after a day; null when none is known within two years. */
export function nextRelease(
  releases: ReleaseCalendar,
  workingDays: Calendar,
  leads: ReleaseLeads,
  on: Day,
): Release | null {
  for (let from = on; from <= on + FARTHEST && coversDay(workingDays, from); from = addDays(from, 184)) {
    const first = releasesBetween(releases, workingDays, leads, from, addDays(from, 183)).find(
      (one) => one.kind === 'scheduled',
    );
    if (first !== undefined) return first;
  }
  return null;
}
