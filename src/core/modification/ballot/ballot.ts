/** One category's one vote: what those of its members who voted come to. */
export interface CategoryVote {
  readonly votingCategory: string;
  /** Voters, or their weights where the rules weigh them. */
  readonly approve: number;
  readonly reject: number;
  readonly abstain: number;
  /** The category's vote; null when its members tied, all abstained or none voted. */
  readonly vote: 'approve' | 'reject' | null;
}

/** A quorum that a category has of its own. */
export interface CategoryQuorum {
  readonly votingCategory: string;
  readonly present: number;
  readonly quorum: number;
}

/** A replay of the votes. */
export interface Tally {
  readonly categories: readonly CategoryVote[];
  /** What is counted for and against in the end: votes of categories, or voters (by weight). */
  readonly counted: 'categories' | 'voters';
  readonly approve: number;
  readonly reject: number;
  /** What the share of approval is taken of. */
  readonly whole: number;
  /** Voters who cast a vote, abstentions included, and how many are needed. */
  readonly present: number;
  readonly quorum: number;
  readonly categoryQuorums: readonly CategoryQuorum[];
  readonly quorate: boolean;
  /** Voters who declared an interest and do not vote. */
  readonly recused: readonly string[];
  /** The casting vote, where there is a tie and it was cast. */
  readonly casting: 'approve' | 'reject' | null;
  /** Sentences: what is still needed. Never reads as a decision. */
  readonly stillNeeded: readonly string[];
}
