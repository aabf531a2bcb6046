import type { CategoryQuorum, CategoryVote, Tally } from './ballot.ts';
import type { Elector, Position } from './ballot-event.ts';
import { stillNeeded } from './still-needed.ts';
import { isHalf, leastOf, passes, reaches, type Share, type Voting } from './voting.ts';

/** How a ballot is counted: the words of its step, with its parameters as they stood when the proposal was raised. */
export interface CountingRules extends Pick<Voting, 'unit' | 'aggregation' | 'of' | 'castingVote' | 'recusal'> {
  /** Who is counted for the quorum: those who vote, or also those who attend and do not. */
  readonly presence: 'votes' | 'attendance';
  /** Voters who must vote, abstentions included: how many, or which share of the list. */
  readonly quorum: number | Share;
  readonly quorumOf: readonly { readonly category: string; readonly seats: number }[];
  readonly threshold: Share;
  readonly categoryThreshold: Share;
  /** What as many for as against (also none of either) comes to. */
  readonly tie: 'approve' | 'reject';
}

/** Who voted how, as far as counting needs it. */
export interface Counted {
  readonly seat: string;
  readonly position: Position;
}

/**
 * Replays the votes under the rules. Only the last vote of a voter on the list counts, and none of one who is recused
 * or holds the casting vote. A category without a majority has no vote. `attending` are who attends, voting or not.
 */
export function tallyOf(
  electorate: readonly Elector[],
  votes: readonly Counted[],
  rules: CountingRules,
  recused: readonly string[] = [],
  attending: readonly string[] = [],
): Tally {
  const positions = new Map(votes.map((vote) => [vote.seat, vote.position]));
  const list = electorate.filter((one) => one.seat !== rules.castingVote);
  const active = list.filter((one) => !recused.includes(one.seat));
  const isPresent = ({ seat }: Elector) =>
    positions.has(seat) || (rules.presence === 'attendance' && attending.includes(seat));
  const entitled = rules.recusal === 'shrinks' ? active : list;
  const weightOf = (among: readonly Elector[], position: Position) =>
    sum(among.filter((one) => positions.get(one.seat) === position));
  const names = [...new Set(list.map((one) => one.votingCategory))];
  const within = (all: readonly Elector[], name: string) => all.filter((one) => one.votingCategory === name);
  const categories = names.map((name): CategoryVote => {
    const [approve, reject, abstain] = (['approve', 'reject', 'abstain'] as const).map((position) =>
      weightOf(within(active, name), position),
    ) as [number, number, number];
    const present = sum(within(active, name).filter(isPresent));
    const whole = wholeOf(rules, { approve, reject, present, entitled: sum(within(entitled, name)) });
    const vote = verdict(approve, reject, whole, rules.categoryThreshold);
    return { votingCategory: name, approve, reject, abstain, vote };
  });
  const counts =
    rules.aggregation === 'individuals'
      ? ofVoters(categories, entitled, sum(active.filter(isPresent)))
      : ofCategories(categories, entitled);
  const present = active.filter(isPresent).length;
  const quorum = typeof rules.quorum === 'number' ? rules.quorum : leastOf(entitled.length, rules.quorum);
  const categoryQuorums = rules.quorumOf.map(
    ({ category, seats }): CategoryQuorum => ({
      votingCategory: category,
      present: within(active, category).filter(isPresent).length,
      quorum: seats,
    }),
  );
  const cast = rules.castingVote === null ? undefined : positions.get(rules.castingVote);
  const isTied = counts.approve === counts.reject;
  const tally = {
    categories,
    counted: rules.aggregation === 'individuals' ? 'voters' : 'categories',
    approve: counts.approve,
    reject: counts.reject,
    whole: wholeOf(rules, counts),
    present,
    quorum,
    categoryQuorums,
    quorate: present >= quorum && categoryQuorums.every((one) => one.present >= one.quorum),
    recused: list.filter((one) => recused.includes(one.seat)).map((one) => one.seat),
    casting: isTied && (cast === 'approve' || cast === 'reject') ? cast : null,
  } as const;
  return { ...tally, stillNeeded: stillNeeded(tally, rules) };
}

/** Whether as many are for as against where that settles nothing, and the casting vote has not been cast. */
export function isTied(
  { approve, reject, quorate, casting }: Omit<Tally, 'stillNeeded'>,
  rules: CountingRules,
): boolean {
  return quorate && approve === reject && isHalf(rules.threshold) && rules.castingVote !== null && casting === null;
}

/** What a tally comes to once the ballot is closed. */
export function ballotOutcome(
  tally: Omit<Tally, 'stillNeeded'>,
  rules: CountingRules,
): 'approve' | 'reject' | 'no-quorum' {
  if (!tally.quorate) return 'no-quorum';
  return passes(tally, rules) ? 'approve' : 'reject';
}

interface Counts {
  readonly approve: number;
  readonly reject: number;
  readonly present: number;
  readonly entitled: number;
}

/** A category that did not reach the share votes to reject, unless its members tied, all abstained or none voted. */
function verdict(approve: number, reject: number, whole: number, share: Share): CategoryVote['vote'] {
  if (approve + reject === 0 || (approve === reject && isHalf(share))) return null;
  return reaches(approve, whole, share) ? 'approve' : 'reject';
}

function ofVoters(categories: readonly CategoryVote[], entitled: readonly Elector[], present: number): Counts {
  const total = (position: Position) => categories.reduce((all, one) => all + one[position], 0);
  return {
    approve: total('approve'),
    reject: total('reject'),
    present,
    entitled: sum(entitled),
  };
}

function ofCategories(categories: readonly CategoryVote[], entitled: readonly Elector[]): Counts {
  const count = (vote: CategoryVote['vote']) => categories.filter((one) => one.vote === vote).length;
  const silent = categories.filter((one) => one.approve + one.reject + one.abstain === 0).length;
  return {
    approve: count('approve'),
    reject: count('reject'),
    present: categories.length - silent,
    entitled: new Set(entitled.map((one) => one.votingCategory)).size,
  };
}

function wholeOf({ of }: Pick<Voting, 'of'>, { approve, reject, present, entitled }: Counts): number {
  switch (of) {
    case 'cast':
      return approve + reject;
    case 'present':
      return present;
    case 'entitled':
      return entitled;
  }
}

/** Weights come as decimals, whose sums are rounded so that equal ones stay equal whatever their order. */
function sum(voters: readonly Elector[]): number {
  return Math.round(voters.reduce((all, one) => all + one.weight, 0) * 1e6) / 1e6;
}
