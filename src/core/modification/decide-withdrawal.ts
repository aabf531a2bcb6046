import { writeDay } from '../kernel/day.ts';
import { accepted, type Decision } from '../kernel/decider.ts';
import { type Rejection, rejection } from '../kernel/rejection.ts';
import type { Actor } from '../party/actor.ts';
import type { CommandOf } from './command.ts';
import type { ProposalContext } from './context.ts';
import { dayTrue } from './profile/outcomes.ts';
import type { Profile } from './profile/profile.ts';
import type { ProposalEvent } from './proposal.ts';
import type { OpenProposal, ProposalLife } from './state.ts';

/** Whoever proposed it takes it back, as far as the process lets them; the proposal then comes to its end. */
export function withdraw(
  { reasons }: CommandOf<'withdraw-proposal'>,
  state: OpenProposal,
  { profile, actor, today }: ProposalContext,
): Decision<ProposalEvent> {
  const fault = withdrawalFault(state, profile, actor);
  if (fault !== null) return { ok: false, rejection: fault };
  const title = profile.withdrawal?.title ?? '';
  return accepted<ProposalEvent>(
    { type: 'proposal-withdrawn', by: actor.name, reasons, on: today },
    { type: 'proposal-closed', end: 'withdrawn', title, on: today },
  );
}

/** Why a person cannot withdraw an open proposal; null when they can. */
function withdrawalFault(
  life: ProposalLife,
  { withdrawal, title, citation: whole, ...profile }: Profile,
  actor: Actor,
): Rejection | null {
  const { id, proposer } = life.content;
  if (withdrawal === undefined) {
    return rejection('step-unknown', `${title} has no withdrawal of a proposal.`, { citation: whole });
  }
  const { by, act, until, citation } = withdrawal;
  const isProposer = by.includes(actor.role) && (actor.role !== 'party' || actor.party === proposer.id);
  if (!isProposer) {
    const unblock = [{ who: proposer.name, by: act, until: null }];
    return rejection('wrong-actor', `To ${act} ${id} is for ${proposer.name}, not for ${actor.name}.`, {
      citation,
      unblock,
    });
  }
  const over = dayTrue(until, life, { withdrawal, title, citation: whole, ...profile });
  if (over === null) return null;
  const sentence = `${id} could be withdrawn only until ${writeDay(over)}, when it was decided.`;
  return rejection('too-late', sentence, { citation });
}
