import { fold } from '../../core/kernel/decider.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import { type CurrentLegalText, evolve, NO_PROPOSAL, type ProposalState } from '../../core/modification/state.ts';
import { streamOf } from '../modification/proposals.ts';
import type { Context } from '../operation.ts';

/** A legal text as it came to stand. */
export interface Revision extends CurrentLegalText {
  readonly recordedAt: Instant;
}

/** Every legal text that a modification has had, from revision 1; each stays what it was. */
export async function legalTextRevisions(
  { ports }: Pick<Context, 'ports'>,
  modification: string,
  knownAt: Instant | null,
): Promise<readonly Revision[]> {
  const recorded = await ports.store.read(streamOf(modification), knownAt);
  const revisions = new Map<number, Revision>();
  let state: ProposalState = NO_PROPOSAL;
  for (const { event, recordedAt } of recorded) {
    state = fold(state, evolve, [event as ProposalEvent]);
    if (state.status === 'none' || revisions.has(state.legalText.revision)) continue;
    revisions.set(state.legalText.revision, { ...state.legalText, recordedAt });
  }
  return [...revisions.values()];
}
