import type { ProposalContext } from '../context.ts';
import type { Step } from '../profile/profile.ts';
import type { Tally } from './ballot.ts';
import type { Elector } from './ballot-event.ts';
import type { HeldBallot } from './held-ballot.ts';
import { type CountingRules, tallyOf } from './tally.ts';

/** Who may vote at a step now, in the order of the rulebook or the register of Parties; or why that cannot be said. */
export function electorateOf(
  { voting, title }: Step,
  weights: Readonly<Record<string, number>>,
  context: ProposalContext,
): { readonly ok: true; readonly voters: readonly Elector[] } | { readonly ok: false; readonly sentence: string } {
  const voters = voting?.unit === 'party' ? partiesThatVote(context) : seatsOf(voting?.body, context);
  const unknown = Object.keys(weights).find((id) => voters.every((one) => one.seat !== id));
  if (unknown !== undefined) {
    return { ok: false, sentence: `A weight is given for "${unknown}", who has no vote in "${title}".` };
  }
  if (voting?.weight !== 'given') {
    if (Object.keys(weights).length === 0) return { ok: true, voters };
    return { ok: false, sentence: `In "${title}" every voter counts the same; expected no weights.` };
  }
  const weighed = voters.map((one) => ({ ...one, weight: Object.hasOwn(weights, one.seat) ? weights[one.seat] : 0 }));
  const missing = weighed.filter(({ weight }) => weight === undefined || !Number.isFinite(weight) || weight <= 0);
  if (missing.length > 0) {
    const names = missing.map((one) => one.seat).join(', ');
    return { ok: false, sentence: `"${title}" is counted by weight; expected a weight above 0 for ${names}.` };
  }
  return { ok: true, voters: weighed as readonly Elector[] };
}

/** For whom an actor votes at a step: the seat or the Party, by id; null for nobody. */
export function voterOf({ voting }: Step, { actor }: Pick<ProposalContext, 'actor'>): string | null {
  return (voting?.unit === 'party' ? actor.party : actor.seat) ?? null;
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
    )
  );
}

function seatsOf(id: string | undefined, { bodies }: ProposalContext): readonly Elector[] {
  const seats = bodies.find((body) => body.id === id)?.seats ?? [];
  return seats.map(({ id: seat, title, votingCategory }) => ({ seat, title, votingCategory, weight: 1 }));
}

/** A Party whose category votes in none has no vote. */
function partiesThatVote({ parties, partyCategories }: ProposalContext): readonly Elector[] {
  return parties.flatMap(({ id, name, category }) => {
    const votingCategory = partyCategories.find((one) => one.id === category)?.votingCategory ?? null;
    return votingCategory === null ? [] : [{ seat: id, title: name, votingCategory, weight: 1 }];
  });
}
