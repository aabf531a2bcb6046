import { eventsOf } from '../../kernel/commencement-cycle.ts';
import { writeDay } from '../../kernel/day.ts';
import { accepted, type Decision } from '../../kernel/decider.ts';
import { rejection } from '../../kernel/rejection.ts';
import { type Actor, ROLE_IN_SENTENCE } from '../../party/actor.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import { implementationOf } from '../implementation/implementation.ts';
import { lateTextFault } from '../implementation/release-of-day.ts';
import { hasBegun } from '../profile/net.ts';
import type { ProposalEvent } from '../proposal.ts';
import { maySay } from '../proposer.ts';
import { refuseAt } from '../refusal.ts';
import { type OpenProposal, RAISING } from '../state.ts';
import { commencementsOf, partsFault } from './part.ts';

/** The proposer writes the legal text anew, until the step begins from which on the profile lets it stand: the first paper, if it names none. */
export function draftLegalText(
  { amendments, parts, against }: CommandOf<'draft-legal-text'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const { profile, today } = context;
  const refused = draftingRefusal(state, context);
  if (refused !== null) return refused;
  const fault = divisionFault(state, { amendments, ...(parts && { parts }) });
  if (fault !== null) {
    return { ok: false, rejection: rejection('input-invalid', fault, { place: { field: 'parts' } }) };
  }
  const late = lateTextFault(implementationOf(state, profile).day, { amendments, since: today }, state, context);
  if (late !== null) return { ok: false, rejection: late };
  return accepted({ type: 'legal-text-drafted', amendments, ...(parts && { parts }), against, on: today });
}

/** Why somebody may not draft the text of a proposal, or not any more; null when they may. */
export function draftingRefusal(
  state: OpenProposal,
  { profile, actor }: ProposalContext,
): Extract<Decision<ProposalEvent>, { readonly ok: false }> | null {
  const raising = profile.steps.find((step) => step.id === RAISING);
  if (raising !== undefined && !maySay(raising.by, actor, state)) {
    const { name } = state.content.proposer;
    const sentence = `To draft the legal text of ${state.content.id} is for ${name}, not for ${actor.name}.`;
    const unblock = [{ who: name, by: 'draft the legal text', until: null }];
    return refuseAt('wrong-actor', sentence, raising, { unblock });
  }
  const until = profile.steps.find((step) =>
    profile.textUntil === undefined ? step.kind === 'submission' && step.id !== RAISING : step.id === profile.textUntil,
  );
  if (until !== undefined && hasBegun(until.id, state)) {
    const on = state.done.find((one) => one.step === until.id)?.on;
    const when = on === undefined ? 'has begun' : `was done on ${writeDay(on)}`;
    const sentence = `The legal text of ${state.content.id} can be drafted anew only until "${until.title}", which ${when}.`;
    return refuseAt('too-late', sentence, until);
  }
  return null;
}

/** Why a text that is drafted anew is not divided as it must be; null when it is. */
function divisionFault(
  { content, legalText }: OpenProposal,
  text: Pick<CommandOf<'draft-legal-text'>, 'amendments' | 'parts'>,
): string | null {
  if (legalText.parts !== undefined && text.parts === undefined) {
    return `The legal text of ${content.id} takes effect in ${legalText.parts.length} parts; expected how many amendments belong to each.`;
  }
  const told = commencementsOf(content).flatMap(eventsOf);
  const named = commencementsOf({ ...content, parts: text.parts ?? [] }).flatMap(eventsOf);
  const untold = named.find((event) => !told.includes(event));
  if (untold === undefined) return partsFault(text);
  return `A part waits for "${untold}", which ${content.id} did not name when it was raised; expected one of ${told.join(', ') || 'none'}.`;
}

/** Whether someone may settle a conflict between modifications of these proposers. */
export function maySettle({ role, party }: Pick<Actor, 'role' | 'party'>, proposers: readonly string[]): boolean {
  if (role === 'code-administrator' || role === 'proposer') return true;
  return role === 'party' && proposers.includes(party ?? '');
}

/** One of the proposers, or the Code Administrator for them, settles a conflict between two modifications. */
export function resolveConflict(
  command: CommandOf<'resolve-conflict'>,
  { content }: OpenProposal,
  { profile, actor, today }: ProposalContext,
): Decision<ProposalEvent> {
  const { type: _, otherProposer, reasons, ...kept } = command;
  if (!maySettle(actor, [content.proposer.id, otherProposer])) {
    const sentence = `To settle a conflict of ${content.id} and ${kept.with} is for their proposers or ${ROLE_IN_SENTENCE['code-administrator']}, not for ${ROLE_IN_SENTENCE[actor.role]}.`;
    return { ok: false, rejection: rejection('wrong-actor', sentence, { citation: profile.citation }) };
  }
  if (reasons.trim() === '') {
    const sentence = 'To settle a conflict, reasons must be given.';
    return { ok: false, rejection: rejection('reasons-required', sentence, { place: { field: 'reasons' } }) };
  }
  return accepted({ type: 'conflict-resolved', ...kept, by: actor.name, reasons, on: today });
}
