import { writeDay } from '../../kernel/day.ts';
import { accepted, type Decision } from '../../kernel/decider.ts';
import { writeInstant } from '../../kernel/instant.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import { statusOf } from '../profile/net.ts';
import type { ProposalEvent } from '../proposal.ts';
import { findStep, notOpen, refuseAt } from '../refusal.ts';
import { openConsultation } from '../running.ts';
import type { OpenProposal } from '../state.ts';
import { closingOn, dayClosedAt, lengthOf, numberOf } from '../timetable/period.ts';

/** Lets a consultation that runs close later, as far as its profile lets somebody do so. */
export function extendConsultation(
  command: CommandOf<'extend-consultation'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const found = findStep(command.step, 'consultation', state, context);
  if (!found.ok) return found;
  const { step } = found;
  const extension = step.consulting?.extension;
  if (extension === undefined || step.clock === null) {
    const sentence = `No rule of ${context.profile.title} lets "${step.title}" be extended.`;
    return refuseAt('not-eligible', sentence, step);
  }
  const who = rolesInSentence(extension.by, context.bodies);
  const act = `extend the ${step.title}`;
  if (!extension.by.includes(context.actor.role)) {
    const sentence = `To ${act} is for ${who}, not for ${rolesInSentence([context.actor.role], context.bodies)}.`;
    return refuseAt('wrong-actor', sentence, step, { unblock: [{ who, by: act, until: null }] });
  }
  const held = openConsultation(step.id, state);
  if (held === null) return notOpen(step, statusOf(step, state, context.profile), state, context);
  if (context.now >= held.closes) {
    return refuseAt(
      'too-late',
      `"${step.title}" closed at ${writeInstant(held.closes)} and is extended no more.`,
      step,
    );
  }
  if (command.reasons.trim() === '') {
    return refuseAt('reasons-required', `To ${act}, reasons must be given.`, step, { field: 'reasons' });
  }
  const last = dayClosedAt(held.closes);
  const longer = lengthOf({ ...step.clock, countFirst: false }, last, command.to, context);
  const least = numberOf(extension.workingDays, state, context)?.workingDays ?? 1;
  if (longer === null) {
    const sentence = `The calendar of "${step.title}" does not reach to ${writeDay(command.to)}.`;
    return refuseAt('input-invalid', sentence, step, { field: 'to' });
  }
  if (longer < least || command.to <= last) {
    const sentence = `${writeDay(command.to)} is ${Math.max(longer, 0)} Working Days after the last day, ${writeDay(last)}; an extension is ${least} at least.`;
    return refuseAt('period-too-short', sentence, step, { field: 'to' });
  }
  const { reasons } = command;
  const closes = closingOn(step.clock, command.to);
  return accepted({ type: 'consultation-extended', step: step.id, closes, reasons, on: context.today });
}
