import type { Day } from '../kernel/day.ts';

/** A planned step: a day, or a first and last day. */
export interface PlannedStep {
  /** Step of the profile by id. */
  readonly step: string;
  readonly from: Day;
  /** Last day, included; equal to `from` for what happens on one day. */
  readonly to: Day;
}

/** The progression timetable that the Panel agrees. */
export interface Timetable {
  readonly steps: readonly PlannedStep[];
}
