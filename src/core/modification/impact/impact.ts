import type { Citation } from '../../kernel/citation.ts';
import type { Expression } from '../../kernel/condition.ts';
import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Role } from '../../party/actor.ts';

/** Who signs what is said of the effect of a proposal on Parties, and when. */
export interface ImpactRules {
  readonly by: readonly Role[];
  /** From when it is asked for; it can be signed before. */
  readonly asked: Expression;
  /** Once it is true nobody signs any more. */
  readonly until: Expression;
  /** `sign the impact on Parties`. */
  readonly act: string;
  readonly citation: Citation;
}

/** One figure of a computed effect, as papers print it. */
export interface ImpactFigure {
  readonly id: string;
  readonly title: string;
  readonly value: string;
}

/** What a computed effect rests on, so that it can be computed again. */
export interface ImpactBasis {
  /** SHA-256 (hex) over what it came to for every Party. */
  readonly digest: string;
  /** As of when the record was read. */
  readonly computedAt: Instant;
  /** Which of the legal texts it was computed for, counted from 1. */
  readonly revision: number;
  /** Wording id → reading id. */
  readonly readings: Readonly<Record<string, string>>;
  /** Event, or event and subject, → its supposed day, or never. */
  readonly assumed: Readonly<Record<string, Day | 'never'>>;
  /** Day of implementation that it was computed for; null while that was unknown. */
  readonly implementation: Day | null;
}

/** What a person signed of the impact on Parties: their words, and the figures that were computed for them. */
export interface SignedImpact {
  readonly text: string;
  readonly figures: readonly ImpactFigure[];
  readonly basis: ImpactBasis;
  /** A person by name. */
  readonly by: string;
  readonly on: Day;
}

/** That somebody signed the impact on Parties; what was signed before is replaced. */
export interface ImpactEvent extends SignedImpact {
  readonly type: 'impact-signed';
}
