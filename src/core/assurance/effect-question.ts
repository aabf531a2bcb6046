import type { Day } from '../kernel/day.ts';
import type { Interval } from '../kernel/interval.ts';
import type { Wordings } from '../kernel/reading.ts';
import type { Calendar } from '../kernel/working-days.ts';
import type { Worded } from '../obligation/asked.ts';
import type { DatedChanges } from '../obligation/changed-duties.ts';
import type { Fact, FactKind } from '../obligation/fact.ts';
import type { Assumption, Knowledge } from '../obligation/knowledge.ts';
import type { Party } from '../party/party.ts';
import type { AssessorCapacity, CycleYear, ScheduledAssessment } from './assessment.ts';
import type { EffectReport } from './effect.ts';
import type { AssessmentRules, Counted } from './next-assessment.ts';
import type { Combination } from './reading-combinations.ts';
import type { Worlds } from './worlds.ts';

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
  /** With those that the modifications bring. */
  readonly wordings: readonly Wordings[];
  readonly factKinds: readonly FactKind[];
  readonly calendars: readonly Calendar[];
}

/** What one modification does, and from when; null: that is not known, and it does nothing until it is. */
export interface EffectChange extends Omit<DatedChanges, 'from'> {
  readonly from: Day | null;
}

/** Everything that the effect of a modification, or of several together, is a function of. */
export interface EffectQuestion {
  readonly modification: Pick<EffectReport, 'title'> & { readonly id: string };
  /** In the order in which they are made; of two on one day the later one finds what the earlier one left. */
  readonly changes: readonly EffectChange[];
  readonly implementation: EffectReport['implementation'];
  /** Day on which it was decided; null while it is not, and what it reaches back to is told from `today`. */
  readonly madeOn: Day | null;
  readonly today: Day;
  readonly rules: EffectRules;
  /** Every duty in the world without. */
  readonly duties: readonly Worded[];
  readonly estate: Estate;
  readonly facts: readonly Fact[];
  readonly assumed: readonly Assumption[];
  /** The duties that are reported: those that the modification touches, or every one. */
  readonly reported: 'touched' | 'every';
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
  readonly worlds: Worlds;
  /** Their duties by id, those of one id in the order in which they stand. */
  readonly phases: Readonly<Record<keyof Worlds, ReadonlyMap<string, readonly Worded[]>>>;
  readonly knowledge: Knowledge;
  /** Duties (by id) that are reported. */
  readonly reported: ReadonlySet<string>;
  readonly window: Interval;
  readonly on: Day;
}
