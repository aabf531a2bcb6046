import { writeDay } from '../../kernel/day.ts';
import { accepted, type Decision } from '../../kernel/decider.ts';
import { type Rejection, type RejectionCode, rejection } from '../../kernel/rejection.ts';
import { type Actor, rolesInSentence } from '../../party/actor.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import { clocksGoingOn } from '../hold/paused-clocks.ts';
import { dayTrue } from '../profile/outcomes.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProposalEvent } from '../proposal.ts';
import { maySay } from '../proposer.ts';
import type { OpenProposal, ProposalLife } from '../state.ts';
import { type AdoptionRules, adoptableUntil } from './withdrawal.ts';

/**
 * Whoever proposed it takes it back, as far as the process lets them. Where others may adopt it, it rests until they do
 * or their time is over; else it comes to its end.
 */
export function withdraw(
  { reasons }: CommandOf<'withdraw-proposal'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const { profile, actor, today: on } = context;
  const fault = withdrawalFault(state, profile, actor);
  if (fault !== null) return { ok: false, rejection: fault };
  if (reasons.trim() === '') {
    const { act = 'withdraw', citation = null } = profile.withdrawal ?? {};
    const sentence = `To ${act} ${state.content.id}, reasons must be given.`;
    return { ok: false, rejection: rejection('reasons-required', sentence, { citation, place: { field: 'reasons' } }) };
  }
  const until = adoptableUntil(on, state, context);
  const withdrawn = { type: 'proposal-withdrawn', by: actor.name, reasons, on, adoptableUntil: until } as const;
  if (until !== null) return accepted<ProposalEvent>(withdrawn);
  const title = profile.withdrawal?.title ?? '';
  return accepted<ProposalEvent>(withdrawn, { type: 'proposal-closed', end: 'withdrawn', title, on });
}

/** Another takes on a proposal that was withdrawn: it goes on where it was, as theirs. */
export function adopt(
  { party: given, reasons }: CommandOf<'adopt-proposal'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const { profile, actor, bodies, today: on } = context;
  const { id, proposer: before } = state.content;
  const rules = profile.withdrawal?.adoption;
  if (rules === undefined) {
    const sentence = `${profile.title} does not let another adopt a proposal.`;
    return { ok: false, rejection: rejection('step-unknown', sentence, { citation: profile.citation }) };
  }
  if (state.adoptable === null) {
    return refuse('step-not-open', `${id} has not been withdrawn, so nobody can adopt it.`, rules);
  }
  if (!rules.by.includes(actor.role)) {
    const who = rolesInSentence(rules.by, bodies);
    const sentence = `To ${rules.act} is for ${who}, not for ${rolesInSentence([actor.role], bodies)}.`;
    const unblock = [{ who, by: rules.act, until: null }];
    return { ok: false, rejection: rejection('wrong-actor', sentence, { citation: rules.citation, unblock }) };
  }
  const proposer = adopterOf(given, context);
  if (proposer === null) {
    const sentence = `${actor.name} can adopt ${id} only for a Party to the code for which they act, not for "${given ?? actor.party ?? 'none'}".`;
    return refuse('not-eligible', sentence, rules, 'party');
  }
  if (proposer.id === before.id) {
    return refuse('not-eligible', `${before.name} withdrew ${id}; only another can adopt it.`, rules, 'party');
  }
  const clocks = clocksGoingOn(state.adoptable.stopped, on, state, context);
  return accepted<ProposalEvent>({ type: 'proposal-adopted', proposer, by: actor.name, reasons, on, clocks });
}

/** Who would propose it: the Party of the actor, or the body that the actor is of. */
function adopterOf(given: string | null, { actor, parties, bodies }: ProposalContext) {
  if (actor.role !== 'party') {
    const body = bodies.find((one) => one.id === actor.role);
    return body === undefined ? { id: actor.id, name: actor.name } : { id: body.id, name: body.title };
  }
  const id = given ?? actor.party;
  const party = parties.find((one) => one.id === id && one.id === actor.party);
  return party === undefined ? null : { id: party.id, name: party.name };
}

/** Why a person cannot withdraw an open proposal; null when they can. */
function withdrawalFault(life: ProposalLife, profile: Profile, actor: Actor): Rejection | null {
  const { id, proposer } = life.content;
  const { withdrawal } = profile;
  if (withdrawal === undefined) {
    const { title, citation } = profile;
    return rejection('step-unknown', `${title} has no withdrawal of a proposal.`, { citation });
  }
  const { by, act, until, citation } = withdrawal;
  if (!maySay(by, actor, life)) {
    const unblock = [{ who: proposer.name, by: act, until: null }];
    return rejection('wrong-actor', `To ${act} ${id} is for ${proposer.name}, not for ${actor.name}.`, {
      citation,
      unblock,
    });
  }
  const over = dayTrue(until, life, profile);
  if (over === null) return null;
  const sentence = `${id} could be withdrawn only until ${writeDay(over)}, when it was decided.`;
  return rejection('too-late', sentence, { citation });
}

function refuse(
  code: RejectionCode,
  sentence: string,
  { citation }: AdoptionRules,
  field?: string,
): Decision<ProposalEvent> {
  return { ok: false, rejection: rejection(code, sentence, { citation, ...(field && { place: { field } }) }) };
}
