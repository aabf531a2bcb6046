import type { Citation } from '../kernel/citation.ts';
import type { Day } from '../kernel/day.ts';
import type { Interval } from '../kernel/interval.ts';
import type { Overruled } from '../obligation/overruled.ts';
import type { AssessmentAnswer, AssessmentType, CycleYear } from './assessment.ts';
import type { Consequence } from './consequences.ts';
import type { CountRange } from './count-range.ts';

/** What the effect of a modification comes to; pages, papers and `effect.json` print it. */
export interface EffectReport {
  readonly modification: string;
  readonly title: string;
  /** Window of days computed. */
  readonly window: Interval;
  /** Day for which each party's next assessment is answered. */
  readonly on: Day;
  /** Implementation, and whether it is decided, planned on an assumption, unknown, or ruled out by a decision. */
  readonly implementation: {
    readonly day: Day | null;
    readonly basis: 'decided' | 'planned' | 'unknown' | 'never';
    readonly assumption: string | null;
    readonly awaiting: readonly string[];
  };
  /** First day on which anything can differ; null while it is unknown. Nothing differs before it: `differsBefore` is empty. */
  readonly firstEffect: Day | null;
  /** Duties (by id) that differ before the first effect all the same. */
  readonly differsBefore: readonly string[];
  /** Days that it reaches back: from its first effect to the day on which it was decided, or on which it is asked about while it is not; null when it reaches none. */
  readonly retroactive: Interval | null;
  /** Assumptions that the reader made: event → day or never. */
  readonly assumed: readonly { readonly event: string; readonly day: Day | null }[];
  /** The events that it names as awaited, by their titles. */
  readonly events: readonly NamedEvent[];
  /** Those of them that do not count because the record says another day. */
  readonly overruled: readonly Overruled[];
  /** One world pair for each combination of readings; the first is the default. */
  readonly combinations: readonly EffectUnderReading[];
}

/** An event of the rulebook with its title. */
export interface NamedEvent {
  readonly event: string;
  readonly title: string;
}

export interface EffectUnderReading {
  /** Wording id → reading id. */
  readonly readings: Readonly<Record<string, string>>;
  readonly parties: readonly PartyEffect[];
  readonly counts: EffectCounts;
  readonly consequences: readonly Consequence[];
}

/** Counts over the parties; ranges while something is unknown. */
export interface EffectCounts {
  /** Parties that gain a duty, lose one or owe one otherwise. */
  readonly partiesChanged: CountRange;
  readonly partiesGaining: CountRange;
  readonly partiesLosing: CountRange;
  readonly partiesOtherwise: CountRange;
  /** Parties that a duty binds in both worlds in other words; they count as changed only for what else differs. */
  readonly partiesReworded: CountRange;
  readonly groupsChanged: CountRange;
  /** Booked Full assessments that the without-world calls for and nobody planned, and those of the with-world. */
  readonly unplannedFullWithout: CountRange;
  readonly unplannedFullWith: CountRange;
  /** All booked Full assessments, planned ones too, against what the assessor can do. */
  readonly fullWithout: CountRange;
  readonly fullWith: CountRange;
  /** Null while nobody has said what the assessor can do. */
  readonly assessorCapacity: number | null;
}

export interface PartyEffect {
  readonly party: string;
  readonly name: string;
  readonly category: string;
  readonly groups: readonly GroupEffect[];
  readonly assessments: readonly AssessmentEffect[];
  /** The next assessment if it were made on the day asked about; null for a party whose cycle has no year. */
  readonly next: {
    readonly cycleYear: CycleYear;
    readonly without: AssessmentAnswer;
    readonly with: AssessmentAnswer;
  } | null;
}

/** Days of a finding. `awaiting` names the events that would settle it; empty when it is certain. */
export interface Span extends Interval {
  readonly awaiting: readonly string[];
}

/** One duty on one group of systems, in both worlds. */
export interface GroupEffect {
  readonly group: string;
  readonly title: string;
  readonly obligation: string;
  readonly provision: string;
  readonly without: readonly BoundRun[];
  readonly with: readonly BoundRun[];
  /** Days on which it binds in one world only, or may. */
  readonly difference: readonly {
    readonly interval: Interval;
    readonly change: 'gained' | 'lost' | 'unsettled';
    readonly clause: Clause;
  }[];
  /** Days on which it binds in both worlds, and is owed otherwise or in other words. */
  readonly otherwise: readonly OtherwiseOwed[];
  /** Days on which another instrument covers the group; empty for a duty in whose place none is meant to stand. */
  readonly cover: readonly BoundRun[];
  /**
   * Days on which neither covers it, with the modification; the finding that must be empty. A gap that only some course
   * of events opens names the events; what no course of events can open is not listed, however much is unknown.
   */
  readonly gapsWith: readonly Span[];
  readonly gapsWithout: readonly Span[];
  /** Days bound while an event has not happened that the duty names as coming before an assessment, or that such a one needs. */
  readonly before: readonly {
    readonly event: string;
    readonly title: string;
    readonly needs: readonly { readonly event: string; readonly title: string }[];
    readonly without: readonly Span[];
    readonly with: readonly Span[];
  }[];
  /** Days bound while what compliance is assessed by does not exist yet, without and with. */
  readonly boundWithoutGuidance: { readonly without: readonly Span[]; readonly with: readonly Span[] };
}

/** What decides in each world on the first day of a difference: the clause that flips. */
export interface Clause {
  readonly without: DecidingClause;
  readonly with: DecidingClause;
}

/** A provision and the version of its words; null where none are in force. */
export interface DecidingClause {
  readonly provision: string | null;
  readonly version: string | null;
  readonly reason: string;
}

/** Days on which a duty binds in both worlds and is not the same: `words`, and fields of an obligation by name. */
export interface OtherwiseOwed {
  readonly interval: Interval;
  readonly what: readonly string[];
  readonly clause: Clause;
}

/** A run of days with one answer and one reason. */
export interface BoundRun {
  readonly interval: Interval;
  readonly bound: boolean | 'unknown';
  /** Version of the instrument whose words decide, and their reading by id; null when no words are in force. */
  readonly version: string | null;
  readonly reading: string | null;
  /** Events that would settle it. */
  readonly awaiting: readonly string[];
  readonly reason: string;
  readonly citations: readonly Citation[];
}

/** A scheduled assessment in both worlds. */
export interface AssessmentEffect {
  readonly assessment: string;
  readonly on: Day;
  readonly plannedType: string;
  /** The type that it would have if no system counted because a duty binds it. */
  readonly uncounted: AssessmentType | null;
  readonly without: AssessmentAnswer;
  readonly with: AssessmentAnswer;
  /** Bound on the day by a duty that cannot be assessed then, because its prerequisites have not happened. */
  readonly exposedWithout: boolean | 'unknown';
  readonly exposedWith: boolean | 'unknown';
  readonly exposureReason: string;
}
