import type { Day } from '../../core/kernel/day.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { evolve } from '../../core/modification/evolve.ts';
import { APPROVAL, occurrencesOf } from '../../core/modification/implementation/implementation.ts';
import type { Profile } from '../../core/modification/profile/profile.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import { NO_PROPOSAL, type ProposalState } from '../../core/modification/state.ts';
import { streamOf } from '../modification/proposals.ts';
import type { Context } from '../operation.ts';

/** When it was recorded that a modification is approved for good, and the day of that; null while it is not. */
export async function readApproval(
  { ports }: Pick<Context, 'ports'>,
  modification: string,
  profile: Profile,
  knownAt: Instant | null,
): Promise<{ readonly at: Instant; readonly day: Day } | null> {
  let state: ProposalState = NO_PROPOSAL;
  for (const { event, recordedAt } of await ports.store.read(streamOf(modification), knownAt)) {
    state = evolve(state, event as ProposalEvent);
    if (state.status === 'none') continue;
    const approved = occurrencesOf(state, profile)(APPROVAL);
    if (typeof approved === 'number') return { at: recordedAt, day: approved };
  }
  return null;
}
