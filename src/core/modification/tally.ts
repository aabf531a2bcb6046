import type { CategoryVote, Tally } from './ballot.ts';
import type { Elector, Position } from './proposal.ts';

/** How a ballot is counted: its parameters. */
export interface CountingRules {
  /** Seats that must vote, abstentions included. */
  readonly quorum: number;
  /** What as many categories for as against (also none of either) comes to. */
  readonly tie: 'approve' | 'reject';
}

/** Who voted how, as far as counting needs it. */
export interface Counted {
  readonly seat: string;
  readonly position: Position;
}

/**
 * Replays the votes: the majority inside a category, of those who voted approve or reject, is that category's one vote;
 * a category without a majority has none. Only the first vote of a seat on the list counts.
 */
export function tallyOf(electorate: readonly Elector[], votes: readonly Counted[], rules: CountingRules): Tally {
  const positions = new Map(votes.toReversed().map((vote) => [vote.seat, vote.position]));
  const names = [...new Set(electorate.map((elector) => elector.votingCategory))];
  const categories = names.map((name) =>
    categoryVote(
      name,
      electorate.filter((elector) => elector.votingCategory === name).map((elector) => positions.get(elector.seat)),
    ),
  );
  const approve = categories.filter((category) => category.vote === 'approve').length;
  const reject = categories.filter((category) => category.vote === 'reject').length;
  const present = electorate.filter((elector) => positions.has(elector.seat)).length;
  const { quorum } = rules;
  const counts = { categories, approve, reject, present, quorum, quorate: present >= quorum };
  return { ...counts, stillNeeded: stillNeeded(counts, rules) };
}

/** What a tally comes to once the ballot is closed. */
export function ballotOutcome(tally: Tally, rules: CountingRules): 'approve' | 'reject' | 'no-quorum' {
  if (!tally.quorate) return 'no-quorum';
  if (tally.approve === tally.reject) return rules.tie;
  return tally.approve > tally.reject ? 'approve' : 'reject';
}

function categoryVote(votingCategory: string, positions: readonly (Position | undefined)[]): CategoryVote {
  const count = (position: Position) => positions.filter((one) => one === position).length;
  const [approve, reject, abstain] = [count('approve'), count('reject'), count('abstain')];
  const vote = approve === reject ? null : approve > reject ? 'approve' : 'reject';
  return { votingCategory, approve, reject, abstain, vote };
}

function stillNeeded(counts: Omit<Tally, 'stillNeeded'>, { tie }: CountingRules): string[] {
  const { approve, reject, present, quorum, categories } = counts;
  const sentences: string[] = [];
  if (present < quorum) sentences.push(`${seats(quorum - present)} more must vote to reach the quorum of ${quorum}.`);
  const short = reject - approve + (tie === 'approve' ? 0 : 1);
  if (short > 0) {
    const open = categories.filter((category) => category.vote === null).map((category) => category.votingCategory);
    const among = open.length === 0 ? 'every category has a vote now' : `without a vote so far: ${open.join(', ')}`;
    sentences.push(
      `To pass, approval must gain ${short} on the votes of the categories, ${approve} for and ${reject} against (${among}).`,
    );
  } else if (present >= quorum) {
    sentences.push(`Nothing more, if ${approve} for and ${reject} against still stand when the ballot closes.`);
  }
  return sentences;
}

function seats(count: number): string {
  return count === 1 ? '1 seat' : `${count} seats`;
}
