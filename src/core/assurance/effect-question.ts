import type { Day } from '../kernel/day.ts';
import type { Interval } from '../kernel/interval.ts';
import type { ObligationChange, Wordings } from '../kernel/reading.ts';
import type { Fact, FactKind } from '../obligation/fact.ts';
import type { Assumption, Knowledge } from '../obligation/knowledge.ts';
import type { Obligation } from '../obligation/obligation.ts';
import type { WordsInForce } from '../obligation/words-in-force.ts';
import type { Party } from '../party/party.ts';
import type { AssessorCapacity, CycleYear, ScheduledAssessment } from './assessment.ts';
import type { EffectReport } from './effect.ts';
import type { World } from './group-effect.ts';
import type { AssessmentRules, Counted } from './next-assessment.ts';
import type { Combination } from './reading-combinations.ts';

/** A party with the year of its assessment cycle; null for one that is not assessed. */
export type AssessedParty = Party & { readonly cycleYear: CycleYear | null };

/** Whom a modification can touch. */
export interface Estate {
  readonly parties: readonly AssessedParty[];
  readonly groups: readonly Counted[];
  readonly assessments: readonly ScheduledAssessment[];
  /** Null while nobody has said what the assessor can do. */
  readonly assessorCapacity: AssessorCapacity | null;
}

/** The rules that the effect follows from. */
export interface EffectRules extends AssessmentRules {
  readonly obligations: readonly Obligation[];
  readonly wordings: readonly Wordings[];
  readonly factKinds: readonly FactKind[];
}

/** Everything that the effect of a modification is a function of. */
export interface EffectQuestion {
  readonly modification: {
    readonly id: string;
    readonly title: string;
    /** Label of the version that it makes; null while it has none. */
    readonly version: string | null;
    readonly obligations: readonly ObligationChange[];
    readonly wordings: readonly Wordings[];
  };
  readonly implementation: EffectReport['implementation'];
  readonly rules: EffectRules;
  /** Words of each obligation (by id) in the world without the modification. */
  readonly words: ReadonlyMap<string, readonly WordsInForce[]>;
  readonly estate: Estate;
  readonly facts: readonly Fact[];
  readonly assumed: readonly Assumption[];
  /** The duties that are reported: those that the modification touches, or every one. */
  readonly duties: 'touched' | 'every';
  /** Null: from the first day on which the words that it changes are in force, without an end. */
  readonly window: Interval | null;
  /** Day for which each next assessment is answered. */
  readonly on: Day;
  /** Readings that are fixed; of the other wordings every reading is computed. */
  readonly readings: Combination;
}

/** What is the same for every party and every reading. */
export interface Ground {
  readonly rules: EffectRules;
  readonly estate: {
    readonly groups: ReadonlyMap<string, Counted[]>;
    readonly assessments: ReadonlyMap<string, ScheduledAssessment[]>;
  };
  readonly worlds: { readonly without: World; readonly with: World };
  readonly knowledge: Knowledge;
  /** Duties (by id) that are reported. */
  readonly touched: ReadonlySet<string>;
  readonly window: Interval;
  readonly on: Day;
}
