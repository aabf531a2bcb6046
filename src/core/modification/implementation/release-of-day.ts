import type { Citation } from '../../kernel/citation.ts';
import { type Day, writeDay } from '../../kernel/day.ts';
import { type Rejection, rejection } from '../../kernel/rejection.ts';
import type { ProposalRules } from '../context.ts';
import type { CurrentLegalText, ProposalLife } from '../state.ts';
import { releaseOn } from '../timetable/meeting-days.ts';

/** With which release of the code a day of implementation goes. */
export interface ReleaseOfDay {
  readonly kind: 'scheduled' | 'ad-hoc';
  /** `November 2018`; the day itself where the release calendar has no release on it. */
  readonly title: string;
  readonly scopeFreeze: Day | null;
  /** That its text changed after the scope was frozen, as a sentence; null when it did not. */
  readonly late: string | null;
  /** What says so. */
  readonly citation: Citation;
}

/** The release of a day of implementation; one that the release calendar does not have is ad hoc. Null where nothing of releases is recorded. */
export function releaseOfDay(day: Day, life: ProposalLife, rules: ProposalRules): ReleaseOfDay | null {
  const { releases } = rules.profile;
  if (rules.releases === null || releases === undefined) return null;
  const found = releaseOn(day, rules, life.raisedOn);
  if (found === null) {
    return { kind: 'ad-hoc', title: writeDay(day), scopeFreeze: null, late: null, citation: releases.citation };
  }
  const { kind, title, scopeFreeze, citation } = found;
  const { amendments, since, revision } = life.legalText;
  const isLate = amendments.length > 0 && scopeFreeze !== null && since > scopeFreeze;
  const did = revision === 1 ? 'was raised' : 'was last changed';
  const late = isLate
    ? `Its legal text ${did} on ${writeDay(since)}, after the scope of the release of ${writeDay(day)} was frozen on ${writeDay(scopeFreeze)}.`
    : null;
  return { kind, title, scopeFreeze, late, citation };
}

/** Why a text that was changed on a day cannot go with the release of another, where the process refuses it; null when it can. */
export function lateTextFault(
  day: Day | null,
  text: Pick<CurrentLegalText, 'amendments' | 'since'>,
  life: ProposalLife,
  rules: ProposalRules,
): Rejection | null {
  if (day === null || rules.profile.releases?.late !== 'refused') return null;
  const release = releaseOfDay(day, { ...life, legalText: { ...life.legalText, ...text } }, rules);
  return release === null || release.late === null
    ? null
    : rejection('too-late', release.late, { citation: release.citation, place: { field: 'day' } });
}
