import type { Citation } from '../kernel/citation.ts';
import type { Day } from '../kernel/day.ts';

/** Kinds of User Security Assessment. */
export type AssessmentType = 'full' | 'verification' | 'self';

/** Where a user stands in its assessment cycle. */
export type CycleYear = 1 | 2 | 3;

/** One row of the rules: which type a class of user gets in a year of its cycle. */
export interface AssessmentRule {
  readonly userClass: string;
  /** Party categories (by id) of the class. */
  readonly categories: readonly string[];
  /** Days of assessments to which the row applies; null is without a bound on that side. */
  readonly from: Day | null;
  readonly until: Day | null;
  /** Parameter (by id) that holds the threshold and the unit that is counted. */
  readonly threshold: string;
  readonly size: 'above' | 'at-or-below' | 'any';
  readonly year: CycleYear;
  readonly type: AssessmentType;
  readonly citation: Citation;
}

/** An assessment that has been planned with the assessor. */
export interface ScheduledAssessment {
  readonly id: string;
  readonly party: string;
  readonly on: Day;
  readonly cycleYear: CycleYear;
  /** The type that was planned when it was booked. */
  readonly plannedType: AssessmentType;
}

/** How many Full assessments the assessor can make between two days. */
export interface AssessorCapacity {
  readonly full: number;
  readonly from: Day;
  readonly until: Day;
  readonly citation: Citation;
}

/** The type of a party's next assessment and the whole reason. */
export interface AssessmentAnswer {
  readonly type: AssessmentType | null;
  /** Types that it can be for all that is known; only `type` when that is known. */
  readonly possible: readonly AssessmentType[];
  /** Events that would settle it; empty when `type` is known. */
  readonly awaiting: readonly string[];
  readonly because: {
    readonly parameter: string;
    readonly threshold: number;
    readonly unit: string;
    readonly count: number;
    /** What the count would be if everything unsettled counted; equal to `count` when all is settled. */
    readonly countAtMost: number;
    /** Null when it is not settled on which side of the threshold the party is. */
    readonly comparison: 'above' | 'at-or-below' | null;
    readonly rule: AssessmentRule | null;
    readonly citations: readonly Citation[];
  };
}
