import { accepted, type Decision } from '../kernel/decider.ts';
import type { CommandOf } from './command.ts';
import type { ProposalContext } from './context.ts';
import type { ProposalEvent } from './proposal.ts';
import { partyOf, ready, refuseAt, writeInstant } from './refusal.ts';
import type { OpenProposal } from './state.ts';
import { windowOf } from './window.ts';

/** A party refers the decision that the window follows. */
export function referDecision(
  command: CommandOf<'refer-decision'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const at = ready(command.step, 'window', state, context);
  if (!at.ok) return at;
  const { step } = at;
  const party = partyOf(command.party, step, context);
  if (!party.ok) return party;
  const window = windowOf(step, state, context);
  if (window !== null && context.now >= window.ends) {
    return refuseAt('too-late', `The ${step.title.toLowerCase()} ended at ${writeInstant(window.ends)}.`, step);
  }
  if (command.grounds.trim() === '') {
    return refuseAt('reasons-required', 'A referral must say on what grounds it is made.', step, { field: 'grounds' });
  }
  const { grounds } = command;
  return accepted({ type: 'decision-referred', step: step.id, party: party.id, grounds, on: context.today });
}
