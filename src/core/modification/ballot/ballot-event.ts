import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Interval } from '../../kernel/interval.ts';
import type { Person } from '../../party/membership.ts';
import type { Tally } from './ballot.ts';

/** Everything that happens in a ballot. */
export type BallotEvent =
  | {
      readonly type: 'ballot-opened';
      readonly step: string;
      readonly electorate: readonly Elector[];
      /** Seats by id that nobody held when it opened, which are not on the list; absent: none. */
      readonly vacant?: readonly string[];
      /** Solutions that are voted on beside the one that was proposed; absent: none. */
      readonly alternatives?: readonly VotedSolution[];
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
      /** Positions on alternatives by id; absent, or without one of them: abstains on it. */
      readonly alternatives?: Readonly<Record<string, Position>>;
      readonly reasons: string;
      /** What the voter holds of objectives of the code, in the code's order; absent: nothing was said of any. */
      readonly objectives?: readonly ObjectivePosition[];
      /** Who cast it; absent in a record from before that was told apart from the seat. */
      readonly by?: Caster;
      readonly on: Day;
    }
  /** The vote that stood for a voter was taken back. */
  | {
      readonly type: 'vote-withdrawn';
      readonly step: string;
      readonly seat: string;
      readonly by: Caster;
      readonly on: Day;
    }
  /** A voter gave the vote to another on the list, until the voter votes or takes it back. */
  | {
      readonly type: 'proxy-given';
      readonly step: string;
      readonly seat: string;
      readonly to: string;
      readonly by: Caster;
      readonly on: Day;
    }
  | {
      readonly type: 'proxy-withdrawn';
      readonly step: string;
      readonly seat: string;
      readonly by: Caster;
      readonly on: Day;
    }
  /** Who attended, and who sent apologies; what was recorded before is replaced. */
  | {
      readonly type: 'attendance-recorded';
      readonly step: string;
      readonly present: readonly string[];
      readonly apologies: readonly string[];
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
      /** The result on each solution; absent where there was one alone. */
      readonly solutions?: readonly SolutionResult[];
      /** The solution that is approved by id; absent where there was one alone, or none is. */
      readonly approved?: string;
      readonly on: Day;
    };

/** A solution that is voted on beside the one that was proposed. */
export interface VotedSolution {
  /** `alternative-1`. */
  readonly id: string;
  readonly title: string;
}

/** What a ballot came to on one of several solutions. */
export interface SolutionResult {
  /** By id; `proposed` for the one that was proposed. */
  readonly solution: string;
  readonly tally: Tally;
  readonly outcome: 'approve' | 'reject' | 'no-quorum';
}

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
  /** Who is known to cast the vote; with no holder among them whoever's account has the seat or Party does. */
  readonly voters?: readonly Voter[];
}

/** Who casts the vote of a seat in some days, as it stood when the ballot opened. */
export interface Voter extends Interval {
  readonly as: 'holder' | 'alternate';
  readonly person: Person;
}

/** Who cast a vote: the holder of the seat, one who stands in, or the voter to whom it was given. */
export interface Caster {
  readonly as: 'holder' | 'alternate' | 'proxy';
  readonly account: string;
  readonly name: string;
  /** Of a proxy: the seat or Party that the vote was given to. */
  readonly seat?: string;
}

/** What a voter holds of one objective of the code, by id. */
export interface ObjectivePosition {
  readonly objective: string;
  readonly effect: 'better' | 'worse' | 'neutral';
  readonly reasons: string;
}

export type Position = 'approve' | 'reject' | 'abstain';
