import { accepted, type Decision } from '../kernel/decider.ts';
import { writeInstant } from '../kernel/instant.ts';
import type { CommandOf } from './command.ts';
import type { ProposalContext } from './context.ts';
import { statusOf } from './net.ts';
import type { ProposalEvent } from './proposal.ts';
import { findStep, notOpen, partyOf, refuseAt, wrongActor } from './refusal.ts';
import type { OpenProposal } from './state.ts';
import { windowTerms } from './window.ts';

/** A party, or the Code Administrator recording for it, refers the decision that the window follows. */
export function referDecision(
  command: CommandOf<'refer-decision'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const found = findStep(command.step, 'window', state, context);
  if (!found.ok) return found;
  const { step } = found;
  const { role } = context.actor;
  if (!step.by.includes(role) && role !== 'code-administrator') return wrongActor(step, state, context);
  const party = partyOf(command.party, step.act, step, state, context);
  if (!party.ok) return party;
  const terms = windowTerms(step, state, context);
  if (terms !== null && context.now >= terms.ends) {
    const sentence = `The ${step.title.toLowerCase()} ended at ${writeInstant(terms.ends)}; nobody can refer the decision after that.`;
    return refuseAt('too-late', sentence, step);
  }
  const status = statusOf(step, state, context.profile);
  if (status.kind !== 'open') return notOpen(step, status, state, context);
  if (command.grounds.trim() === '') {
    return refuseAt('reasons-required', 'A referral must say on what grounds it is made.', step, { field: 'grounds' });
  }
  const { grounds } = command;
  return accepted({ type: 'decision-referred', step: step.id, party: party.id, grounds, on: context.today });
}
