import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Tally } from './ballot.ts';
import type { Elector, Position, VotedText } from './ballot-event.ts';

/** One seat's vote. */
interface CastVote {
  readonly seat: string;
  readonly position: Position;
  readonly reasons: string;
  readonly on: Day;
}

/** An interest that a voter declared. */
interface Recusal {
  readonly seat: string;
  readonly reasons: string;
  readonly on: Day;
}

/** One holding of a ballot; without a quorum it is held again. */
export interface HeldBallot {
  readonly electorate: readonly Elector[];
  readonly openedOn: Day;
  readonly closes: Instant;
  /** The legal text that is voted on; null in a record from before texts were told apart. */
  readonly text: VotedText | null;
  readonly votes: readonly CastVote[];
  /** Voters who declared an interest and do not vote. */
  readonly recused: readonly Recusal[];
  readonly result: {
    readonly tally: Tally;
    readonly outcome: 'approve' | 'reject' | 'no-quorum';
    readonly on: Day;
  } | null;
}
