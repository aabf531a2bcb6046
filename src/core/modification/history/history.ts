import type { Citation } from '../../kernel/citation.ts';
import type { Day } from '../../kernel/day.ts';

/**
 * What is known of a real modification: some days of its life, each from a source. It is no record of it: what is not
 * known is left out, and only retelling it shows what the process asked for in between.
 */
export interface History {
  /** Modification by id: `MP112`. */
  readonly id: string;
  /** The process that it went through, by id. */
  readonly profile: string;
  /** Whether it was urgent. */
  readonly urgent: boolean;
  /** In order of days. */
  readonly known: readonly KnownAct[];
  /** Outcomes by step that follow from what is known, or that have to be supposed to retell it, and why. */
  readonly supposed: readonly { readonly step: string; readonly outcome: string; readonly why: string }[];
}

/** An act whose day is known. */
export type KnownAct = {
  readonly on: Day;
  readonly citation: Citation;
} & (
  | {
      readonly act: 'step';
      /** Step by id. */
      readonly step: string;
      /** What it came to; absent where the step has one outcome. */
      readonly outcome?: string;
      /** The last day of a consultation. */
      readonly until?: Day;
    }
  | { readonly act: 'hold' | 'resume' | 'withdraw' }
  /** The change took effect as a version. */
  | { readonly act: 'in-force'; readonly label?: string }
);
