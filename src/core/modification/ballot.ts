/** One category's one vote: the majority of those of its members who voted approve or reject. */
export interface CategoryVote {
  readonly votingCategory: string;
  readonly approve: number;
  readonly reject: number;
  readonly abstain: number;
  /** The category's vote; null when its members tied, all abstained or none voted. */
  readonly vote: 'approve' | 'reject' | null;
}

/** A replay of the votes. */
export interface Tally {
  readonly categories: readonly CategoryVote[];
  readonly approve: number;
  readonly reject: number;
  /** Seats that cast a vote, abstentions included, and how many are needed. */
  readonly present: number;
  readonly quorum: number;
  readonly quorate: boolean;
  /** Sentences: what is still needed. Never reads as a decision. */
  readonly stillNeeded: readonly string[];
}
