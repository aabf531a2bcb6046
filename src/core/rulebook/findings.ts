import type { Case, Finding } from './case.ts';
import { readingFindings } from './findings-readings.ts';
import { reportFindings } from './findings-report.ts';
import { timetableFindings } from './findings-timetable.ts';
import type { Rulebook } from './rulebook.ts';

/** What findings are made from: a proposal, and the day on which its form was handed in. */
export type Findable = Pick<Case, 'proposal' | 'submittedOn'>;

/**
 * What a careful reader finds in a proposal: where its parts do not agree, where a reason is missing, where a period
 * just fits or does not. Each follows from the data by a rule and vanishes when its cause is mended.
 */
export function findings(given: Findable, rulebook: Rulebook): Finding[] {
  return [
    ...reportFindings(given, rulebook),
    ...timetableFindings(given, rulebook),
    ...readingFindings(given, rulebook),
  ];
}
