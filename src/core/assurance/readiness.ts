import type { Certainty, Citation } from '../kernel/citation.ts';
import type { Day } from '../kernel/day.ts';
import type { Verdict } from '../obligation/bound-steps.ts';
import type { Continuity } from './continuity.ts';
import type { Span } from './effect.ts';

/** When the duties of parties can be shown to be met, what holds that up, and whether other instruments stand in meanwhile. */
export interface ReadinessReport {
  /** Day on which it is asked where each duty stands. */
  readonly on: Day;
  /** The modification with which it is answered, and without which in `without`; null: the record as it stands. */
  readonly modification: ReadinessModification | null;
  /** Wording id → reading id. */
  readonly readings: Readonly<Record<string, string>>;
  /** Assumptions that the reader made: event → day or never. */
  readonly assumed: readonly { readonly event: string; readonly day: Day | null }[];
  readonly parties: readonly PartyReadiness[];
}

/** A modification with the day of its implementation; null while that is unknown, and then it changes nothing. */
export interface ReadinessModification {
  readonly id: string;
  readonly implementation: Day | null;
}

export interface PartyReadiness {
  readonly party: string;
  readonly name: string;
  readonly category: string;
  readonly duties: readonly DutyReadiness[];
}

/** One duty on one group of systems, or on the party itself. */
export interface DutyReadiness {
  readonly subject: string;
  /** Title of the group; the name of the party. */
  readonly subjectTitle: string;
  readonly obligation: string;
  readonly title: string;
  readonly instrument: string;
  readonly provision: string;
  /** Where it stands on the day asked about. */
  readonly standing: Standing;
  /** The steps up to an assessment, each after those that it needs. Empty: nothing has to come first. */
  readonly chain: readonly ReadinessStep[];
  readonly shown: Shown;
  /** What could be done next and is not, by whom; empty once everything has happened. */
  readonly heldUpBy: readonly { readonly event: string; readonly title: string; readonly who: string }[];
  /** Days bound while compliance cannot be shown. */
  readonly exposure: readonly Span[];
  /** Booked assessments that fall into the exposure, or may. */
  readonly assessments: readonly { readonly assessment: string; readonly on: Day; readonly exposed: Verdict }[];
  /** Null where no other instrument is meant to stand in. */
  readonly continuity: Continuity | null;
  /** The same without the modification; null where none is asked about, or the duty is one that it adds. */
  readonly without: { readonly exposure: readonly Span[]; readonly continuity: Continuity | null } | null;
}

/**
 * Whether a duty binds on a day and can be shown to be met then: `ready` both, `exposed` it binds and cannot be shown,
 * `unsettled` it depends on what is awaited.
 */
export type Standing = 'not-bound' | 'ready' | 'exposed' | 'unsettled';

/** The first day on which compliance can be shown. */
export type Shown =
  | { readonly kind: 'on'; readonly day: Day }
  | {
      readonly kind: 'unknown';
      /** First day on which it could be; null: any day. */
      readonly notBefore: Day | null;
      readonly awaiting: readonly string[];
      /** By the lengths that the data states; null where one of them is not stated. */
      readonly expected: Expected | null;
    }
  | { readonly kind: 'never'; readonly because: readonly string[] };

/** A day that follows from stated lengths, as sure as the least sure of them. */
export interface Expected {
  readonly day: Day;
  readonly certainty: Certainty;
}

/** A step that others wait for. */
export interface ReadinessStep {
  readonly event: string;
  readonly title: string;
  /** Who does it, as a sentence names them; null where nothing says. */
  readonly who: string | null;
  readonly needs: readonly string[];
  /**
   * `done`: recorded, on or before the day asked about; `dated`: recorded for a later day; `supposed`: a reader supposes
   * it; `awaited`: everything that it needs is done; `waiting`: it waits for another; `never`: it never happens.
   */
  readonly state: 'done' | 'dated' | 'supposed' | 'awaited' | 'waiting' | 'never';
  /** Its day; null while it has none. */
  readonly day: Day | null;
  readonly expected: Expected | null;
  /** Facts (by id) that say so. */
  readonly facts: readonly string[];
  readonly citations: readonly Citation[];
}
