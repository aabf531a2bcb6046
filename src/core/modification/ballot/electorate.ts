import type { Day } from '../../kernel/day.ts';
import { type Alternate, holderOn, isRecorded } from '../../party/membership.ts';
import type { ProposalContext } from '../context.ts';
import type { Step } from '../profile/profile.ts';
import type { Tally } from './ballot.ts';
import type { Elector, Voter } from './ballot-event.ts';
import type { HeldBallot } from './held-ballot.ts';
import { type CountingRules, isTied, tallyOf } from './tally.ts';
import type { Voting } from './voting.ts';

/** The list of voters of a step as it is frozen: who may vote until the ballot closes, and which seats nobody holds. */
interface Electorate {
  readonly voters: readonly Elector[];
  readonly vacant: readonly string[];
}

/**
 * Who may vote at a step now, in the order of the rulebook or the register of Parties; or why that cannot be said.
 * `about` is the stream by which alternates are named for it.
 */
export function electorateOf(
  { voting, title }: Step,
  weights: Readonly<Record<string, number>>,
  context: ProposalContext,
  about: string,
): ({ readonly ok: true } & Electorate) | { readonly ok: false; readonly field: string; readonly sentence: string } {
  const list =
    voting?.unit === 'party' ? { voters: partiesThatVote(context), vacant: [] } : seatsOf(voting, context, about);
  const { voters, vacant } = list;
  if (voters.length === 0) {
    const sentence = `Nobody has a vote in "${title}": ${vacant.length === 0 ? 'no voter is known' : 'every seat is vacant'}.`;
    return { ok: false, field: 'step', sentence };
  }
  const refuse = (sentence: string) => ({ ok: false, field: 'weights', sentence }) as const;
  const unknown = Object.keys(weights).find((id) => voters.every((one) => one.seat !== id));
  if (unknown !== undefined) return refuse(`A weight is given for "${unknown}", who has no vote in "${title}".`);
  if (voting?.weight !== 'given') {
    if (Object.keys(weights).length === 0) return { ok: true, ...list };
    return refuse(`In "${title}" every voter counts the same; expected no weights.`);
  }
  const weighed = voters.map((one) => ({ ...one, weight: Object.hasOwn(weights, one.seat) ? weights[one.seat] : 0 }));
  const missing = weighed.filter(({ weight }) => weight === undefined || !Number.isFinite(weight) || weight <= 0);
  if (missing.length > 0) {
    const names = missing.map((one) => one.seat).join(', ');
    return refuse(`"${title}" is counted by weight; expected a weight above 0 for ${names}.`);
  }
  return { ok: true, voters: weighed as readonly Elector[], vacant };
}

/** `seat` or `Party`. */
export function nounOf({ voting }: Step): string {
  return voting?.unit === 'party' ? 'Party' : 'seat';
}

/** `holds no seat`. */
export function noVoter({ voting }: Step): string {
  return voting?.unit === 'party' ? 'acts for no Party' : 'holds no seat';
}

/** How a ballot stands, or stood when it closed. */
export function tallyHeld(held: HeldBallot, rules: CountingRules): Tally {
  return (
    held.result?.tally ??
    tallyOf(
      held.electorate,
      held.votes,
      rules,
      held.recused.map((one) => one.seat),
      held.attendance?.present,
    )
  );
}

/** The seats that somebody holds, each with who is known to cast its vote; those of which nothing is recorded go by accounts. */
function seatsOf(voting: Voting | null, { bodies, members, today }: ProposalContext, about: string): Electorate {
  const seats = bodies.find((body) => body.id === voting?.body)?.seats ?? [];
  const hasAlternates = voting?.alternates?.rule === 'allowed';
  const list = seats.map(({ id: seat, title, votingCategory }) => {
    const elector: Elector = { seat, title, votingCategory, weight: 1 };
    if (members === undefined) return { elector, vacant: false };
    const holder = holderOn(members, seat, today);
    const standIns = hasAlternates
      ? members.alternates.filter((one) => one.seat === seat && isAhead(one, today, about))
      : [];
    const voters = [
      ...(holder === null ? [] : [voterFrom('holder', holder)]),
      ...standIns.map((one) => voterFrom('alternate', one)),
    ];
    const vacant = holder === null && isRecorded(members, seat);
    return { elector: voters.length === 0 ? elector : { ...elector, voters }, vacant };
  });
  return {
    voters: list.flatMap((one) => (one.vacant ? [] : [one.elector])),
    vacant: list.flatMap((one) => (one.vacant ? [one.elector.seat] : [])),
  };
}

function voterFrom(as: Voter['as'], { person, from, until }: Pick<Voter, 'person' | 'from' | 'until'>): Voter {
  return { as, person, from, until };
}

/** Whether somebody stands in for this ballot on the day or later. */
function isAhead({ until, only }: Alternate, today: Day, about: string): boolean {
  return (until === null || until > today) && (only?.includes(about) ?? true);
}

/** A Party whose category votes in none has no vote. */
function partiesThatVote({ parties, partyCategories }: ProposalContext): readonly Elector[] {
  return parties.flatMap(({ id, name, category }) => {
    const votingCategory = partyCategories.find((one) => one.id === category)?.votingCategory ?? null;
    return votingCategory === null ? [] : [{ seat: id, title: name, votingCategory, weight: 1 }];
  });
}

/** Voters whose vote a ballot still waits for. The casting vote is asked for once the others have left a tie. */
export function awaitedIn(held: HeldBallot, rules: CountingRules): readonly Elector[] {
  const silent = held.electorate.filter(({ seat }) =>
    [...held.votes, ...held.recused].every((one) => one.seat !== seat),
  );
  const others = silent.filter(({ seat }) => seat !== rules.castingVote);
  if (others.length > 0 || silent.length === 0) return others;
  return isTied(tallyHeld(held, rules), rules) ? silent : [];
}
