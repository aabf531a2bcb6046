import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Tally } from './ballot.ts';

/** Everything that happens in a ballot. */
export type BallotEvent =
  | {
      readonly type: 'ballot-opened';
      readonly step: string;
      readonly electorate: readonly Elector[];
      readonly closes: Instant;
      readonly on: Day;
      /** The legal text that is voted on; null in a record from before texts were told apart. */
      readonly text: VotedText | null;
    }
  | {
      readonly type: 'vote-cast';
      readonly step: string;
      readonly seat: string;
      readonly position: Position;
      readonly reasons: string;
      readonly on: Day;
    }
  /** A voter declared an interest and does not vote. */
  | {
      readonly type: 'interest-declared';
      readonly step: string;
      readonly seat: string;
      readonly reasons: string;
      readonly on: Day;
    }
  | {
      readonly type: 'ballot-closed';
      readonly step: string;
      readonly tally: Tally;
      readonly outcome: 'approve' | 'reject' | 'no-quorum';
      readonly on: Day;
    };

/** Which legal text a ballot is about: its revision counts from 1, and its digest holds for ever. */
export interface VotedText {
  readonly against: string;
  readonly revision: number;
  /** SHA-256 (hex) of the version label and the amendments as JSON. */
  readonly digest: string;
}

/** A voter on the list frozen at opening: a seat of a body, or a Party, by id. */
export interface Elector {
  readonly seat: string;
  readonly title: string;
  readonly votingCategory: string;
  /** 1 where every voter counts the same. */
  readonly weight: number;
}

export type Position = 'approve' | 'reject' | 'abstain';
