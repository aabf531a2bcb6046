import type { Profile } from './profile/profile.ts';
import { RAISING, type RaisedProposal } from './state.ts';
import { currentStage } from './tracker.ts';

/** Where a proposal stands, for the register: its stage by id (its last once it has ended), and how it ended or `open`. */
export function standingOf(
  proposal: RaisedProposal,
  profile: Profile,
): { readonly stage: string; readonly status: string } {
  const ended = proposal.status === 'closed';
  const last = proposal.done.at(-1)?.step ?? RAISING;
  const lastStage = profile.steps.find((step) => step.id === last)?.stage ?? '';
  return {
    stage: currentStage(proposal, profile, ended)?.id ?? lastStage,
    status: ended ? proposal.end.title : 'open',
  };
}
