import { evolve } from '../evolve.ts';
import { factHolds } from '../profile/net.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProposalEvent } from '../proposal.ts';
import type { ProposalState } from '../state.ts';
import { PROPOSED } from './solutions.ts';

/** The events, followed by which alternative is approved when they approve one: as the body that decides says, else as the vote did. */
export function withApproved(
  state: ProposalState,
  events: readonly ProposalEvent[],
  profile: Profile,
): readonly ProposalEvent[] {
  if (state.status !== 'open' || state.refinement.alternatives.length === 0) return events;
  const after = events.reduce<ProposalState>(evolve, state);
  if (after.status !== 'open' || factHolds('approval', after, profile) !== true) return events;
  if (factHolds('approval', state, profile) === true) return events;
  const named = events.flatMap((event) => (event.type === 'determination-made' ? (event.solution ?? []) : [])).at(-1);
  const voted = Object.values(after.ballots)
    .flatMap((held) => held.at(-1)?.result?.approved ?? [])
    .at(-1);
  const solution = named ?? voted ?? PROPOSED;
  if (solution === PROPOSED) return events;
  return [...events, { type: 'solution-approved', solution, on: after.done.at(-1)?.on ?? after.raisedOn }];
}
