import { accepted, type Decision, refused } from '../../kernel/decider.ts';
import { rejection } from '../../kernel/rejection.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import { runningWindows } from '../decision/window.ts';
import type { ProposalEvent } from '../proposal.ts';
import { openBallot, openConsultation } from '../running.ts';
import type { OpenProposal } from '../state.ts';

/** Moves a proposal to another profile, where that one says how, while nothing runs that people take part in. */
export function moveToProfile(
  { to, rulebook, reasons }: CommandOf<'move-to-profile'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const { id } = state.content;
  const transition = to.transitions?.find((one) => one.from === state.profile);
  if (transition === undefined) {
    const sentence = `${to.title} has no transition from "${state.profile}", under which ${id} goes on.`;
    return refused(rejection('not-eligible', sentence, { citation: to.citation, place: { field: 'profile' } }));
  }
  const { by, citation, steps } = transition;
  if (!by.includes(context.actor.role)) {
    const act = `move ${id} to ${to.title}`;
    const sentence = `To ${act} is for ${rolesInSentence(by, context.bodies)}, not for ${rolesInSentence([context.actor.role], context.bodies)}.`;
    const unblock = [{ who: rolesInSentence(by, context.bodies), by: act, until: null }];
    return refused(rejection('wrong-actor', sentence, { citation, unblock }));
  }
  const running = context.profile.steps.find(
    ({ id: step }) => openConsultation(step, state) !== null || openBallot(step, state) !== null,
  );
  const [window] = runningWindows(state, context);
  const busy = running ?? window?.step;
  if (busy !== undefined) {
    const sentence = `"${busy.title}" is running; ${id} can be moved once it is over.`;
    return refused(rejection('too-early', sentence, { citation }));
  }
  if (reasons.trim() === '') {
    return refused(
      rejection('reasons-required', `To move ${id}, reasons must be given.`, { citation, place: { field: 'reasons' } }),
    );
  }
  return accepted({ type: 'profile-changed', profile: to.id, rulebook, steps, reasons, on: context.today });
}
