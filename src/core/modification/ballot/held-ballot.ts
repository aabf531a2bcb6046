import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Tally } from './ballot.ts';
import type {
  BallotEvent,
  Caster,
  Elector,
  ObjectivePosition,
  Position,
  SolutionResult,
  VotedSolution,
  VotedText,
} from './ballot-event.ts';

/** One seat's vote. */
export interface CastVote {
  readonly seat: string;
  readonly position: Position;
  /** Positions on alternatives by id; without one of them: abstains on it. */
  readonly alternatives: Readonly<Record<string, Position>>;
  readonly reasons: string;
  readonly objectives: readonly ObjectivePosition[];
  /** Null in a record from before it was told who cast it. */
  readonly by: Caster | null;
  readonly on: Day;
}

/** An interest that a voter declared. */
interface Recusal {
  readonly seat: string;
  readonly reasons: string;
  readonly on: Day;
}

/** A vote given to another voter. */
interface Proxy {
  readonly seat: string;
  readonly to: string;
}

/** Something that a voter did, every change kept. */
export type VoterAct = Extract<
  BallotEvent,
  { type: 'vote-cast' | 'vote-withdrawn' | 'interest-declared' | 'proxy-given' | 'proxy-withdrawn' }
>;

/** One holding of a ballot; without a quorum it is held again. */
export interface HeldBallot {
  readonly electorate: readonly Elector[];
  readonly openedOn: Day;
  readonly closes: Instant;
  /** The legal text that is voted on; null in a record from before texts were told apart. */
  readonly text: VotedText | null;
  /** Seats by id that nobody held when it opened. */
  readonly vacant: readonly string[];
  /** Solutions that are voted on beside the one that was proposed. */
  readonly alternatives: readonly VotedSolution[];
  /** The vote that stands for each voter: the last one cast and not taken back. */
  readonly votes: readonly CastVote[];
  /** Everything that voters did, in order. */
  readonly acts: readonly VoterAct[];
  readonly proxies: readonly Proxy[];
  /** Who attended and who sent apologies, by seat or Party; null while that is not recorded. */
  readonly attendance: { readonly present: readonly string[]; readonly apologies: readonly string[] } | null;
  /** Voters who declared an interest and do not vote. */
  readonly recused: readonly Recusal[];
  readonly result: {
    readonly tally: Tally;
    readonly outcome: 'approve' | 'reject' | 'no-quorum';
    /** The result on each solution, where there were several. */
    readonly solutions?: readonly SolutionResult[];
    /** The solution that is approved; null where there was one alone, or none is. */
    readonly approved: string | null;
    readonly on: Day;
  } | null;
}
