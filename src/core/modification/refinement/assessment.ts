import type { Day } from '../../kernel/day.ts';

/** An assessment that was requested, with the information that it needed, and what it came to. */
export interface Assessment {
  /** `preliminary-1`: the kind, and which of that kind. */
  readonly id: string;
  /** Kind by id, as the profile has it. */
  readonly kind: string;
  readonly questions: readonly string[];
  readonly on: Day;
  readonly information: readonly InformationRequest[];
  readonly delivered: AssessmentResult | null;
}

/** Information that whoever makes an assessment asked for. */
export interface InformationRequest {
  /** Counts those of its assessment from 1. */
  readonly id: string;
  readonly question: string;
  readonly on: Day;
  readonly given: { readonly answer: string; readonly by: string; readonly on: Day } | null;
}

/** What an assessment came to. */
export interface AssessmentResult {
  readonly summary: string;
  /** Least and most, in whole pounds. */
  readonly costFromGbp: number;
  readonly costToGbp: number;
  readonly leadTimeMonths: number;
  readonly findings: readonly string[];
  readonly on: Day;
}
