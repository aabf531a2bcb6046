import { putBehind } from '../../core/code/put-behind.ts';
import { type CodeHistory, type TextVersion, textLabelled, timelineOf } from '../../core/code/version.ts';
import { fold } from '../../core/kernel/decider.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { evolve } from '../../core/modification/evolve.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import { type CurrentLegalText, NO_PROPOSAL, type ProposalState } from '../../core/modification/state.ts';
import { streamOf } from '../modification/proposals.ts';
import type { Context } from '../operation.ts';

/** A legal text as it came to stand. */
export interface Revision extends CurrentLegalText {
  readonly recordedAt: Instant;
}

/** Every legal text that a modification has had, from revision 1: each stays what it was, and may amend a version that has another label since. */
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
    if (state.status === 'none') continue;
    const { legalText } = state;
    const known = revisions.get(legalText.revision);
    const since = known?.against === legalText.against ? known.recordedAt : recordedAt;
    revisions.set(legalText.revision, { ...legalText, recordedAt: since });
  }
  return [...revisions.values()];
}

/** The version that a legal text amends, with the text that it amends: without what was put before that version since. */
export function versionAmended(
  history: CodeHistory,
  { against, without = [], recordedAt }: Revision,
  knownAt: Instant | null,
): TextVersion | null {
  const known = textLabelled(history, against, recordedAt) === null ? knownAt : recordedAt;
  const put = putBehind(timelineOf(history, known), against, without);
  return put.ok ? (put.timeline.find(({ label }) => label === against) ?? null) : null;
}
