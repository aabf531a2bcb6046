import { accepted, type Decision } from '../kernel/decider.ts';
import { contains } from '../kernel/interval.ts';
import { rejection } from '../kernel/rejection.ts';
import { rolesInSentence } from '../party/actor.ts';
import type { CommandOf } from './command.ts';
import type { ProposalContext } from './context.ts';
import { identifierFault } from './profile/identifier-of.ts';
import type { ProposalEvent } from './proposal.ts';
import { ready, refuseAt } from './refusal.ts';
import { type OpenProposal, RAISING } from './state.ts';
import { orderFault } from './timetable/timetable-fault.ts';

/** Raises a proposal under the profile of its day. */
export function raise(
  { content, rulebook }: CommandOf<'raise-proposal'>,
  { profile, bodies, today, actor }: ProposalContext,
): Decision<ProposalEvent> {
  const step = profile.steps.find((one) => one.id === RAISING);
  if (step === undefined || !contains(profile.applies, today)) {
    const code = step === undefined ? 'step-unknown' : today < profile.applies.from ? 'too-early' : 'too-late';
    const sentence = `No proposal can be raised today under ${profile.title}.`;
    return { ok: false, rejection: rejection(code, sentence, { citation: profile.citation }) };
  }
  const fast = profile.fastTrack;
  if (content.fastTrack === true && (fast === undefined || content.urgency.asked)) {
    const sentence =
      fast === undefined
        ? `${profile.title} has no Fast-Track.`
        : 'A Fast-Track proposal asks for no urgency; expected one or the other.';
    return refuseAt('input-invalid', sentence, step, { field: 'content.fastTrack' });
  }
  const { by, citation } = content.fastTrack === true && fast !== undefined ? fast : step;
  if (!by.includes(actor.role)) {
    const act = content.fastTrack === true ? `${step.act} as Fast-Track` : step.act;
    const sentence = `To ${act} is for ${rolesInSentence(by, bodies)}, not for ${rolesInSentence([actor.role], bodies)}.`;
    const unblock = [{ who: rolesInSentence(by, bodies), by: act, until: null }];
    return refuseAt('wrong-actor', sentence, { ...step, citation }, { unblock });
  }
  if (actor.role === 'party' && actor.party !== content.proposer.id) {
    const sentence = `${actor.name} can raise a proposal only for the Party "${actor.party ?? 'none'}".`;
    return refuseAt('not-eligible', sentence, step, { field: 'content.proposer.id' });
  }
  const misnamed = identifierFault(content.id, profile);
  if (misnamed !== null) return refuseAt('input-invalid', misnamed, step, { field: 'content.id' });
  const fault = orderFault(content.timetable, profile);
  if (fault !== null) return refuseAt(fault.code, fault.sentence, step, { field: 'content.timetable' });
  return accepted({ type: 'proposal-raised', content, raisedOn: today, profile: profile.id, rulebook });
}

/** Hands in a paper. */
export function submitPaper(
  command: CommandOf<'submit-paper'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const at = ready(command.step, 'submission', state, context);
  return at.ok ? accepted({ type: 'paper-submitted', step: at.step.id, on: context.today }) : at;
}
