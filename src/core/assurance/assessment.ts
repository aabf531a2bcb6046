import type { Citation } from '../kernel/citation.ts';
import type { Day } from '../kernel/day.ts';

/** Kinds of User Security Assessment. */
export type AssessmentType = 'full' | 'verification' | 'self';

/** Where a user stands in its assessment cycle. */
export type CycleYear = 1 | 2 | 3;

/** One row of the rules: which type a class of user gets in a year of its cycle. */
export interface AssessmentRule {
  readonly userClass: string;
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

/** The type of a party's next assessment and the whole reason. */
export interface AssessmentAnswer {
  readonly type: AssessmentType | null;
  /** Events that would settle it; empty when `type` is known. */
  readonly awaiting: readonly string[];
  readonly because: {
    readonly parameter: string;
    readonly threshold: number;
    readonly unit: string;
    readonly count: number;
    readonly comparison: 'above' | 'at-or-below';
    readonly rule: AssessmentRule | null;
    readonly citations: readonly Citation[];
  };
}
