import type { Amendment } from '../../code/amendment.ts';
import type { Day } from '../../kernel/day.ts';

/** Another solution of the same issue, with a legal text of its own; it becomes a solution once the group agrees to it. */
export interface Alternative {
  /** `alternative-1`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly amendments: readonly Amendment[];
  /** The label of the version that it amends. */
  readonly against: string;
  /** Who raised it, by name. */
  readonly by: string;
  readonly on: Day;
  /** The vote that stands of each member who voted. */
  readonly votes: readonly AlternativeVote[];
  /** When enough members had agreed to it; null while they have not. */
  readonly agreed: { readonly inFavour: number; readonly members: number; readonly on: Day } | null;
}

/** A member's vote on an alternative. */
export interface AlternativeVote {
  /** Member by id. */
  readonly member: string;
  readonly position: 'for' | 'against';
  /** Who recorded it, by name. */
  readonly by: string;
  readonly on: Day;
}
