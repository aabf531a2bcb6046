import { accepted, type Decision } from '../../kernel/decider.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import { statusOf } from '../profile/net.ts';
import type { ProposalEvent } from '../proposal.ts';
import { findStep, notOpen, refuseAt, wrongActor } from '../refusal.ts';
import { openConsultation } from '../running.ts';
import type { OpenProposal } from '../state.ts';
import { nextVersion, questionnaireOf, questionsFault } from './questionnaire.ts';

/** Sets what a consultation asks: before it opens as often as is wanted, and while it is open as a new version, with reasons. */
export function setQuestionnaire(
  command: CommandOf<'set-questionnaire'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const found = findStep(command.step, 'consultation', state, context);
  if (!found.ok) return found;
  const { step } = found;
  if (!step.by.includes(context.actor.role)) return wrongActor(step, state, context);
  const status = statusOf(step, state, context.profile);
  if (status.kind === 'done' || status.kind === 'excluded') return notOpen(step, status, state, context);
  const { questions, reasons } = command;
  const fault = questionsFault(questions);
  if (fault !== null) return refuseAt('input-invalid', fault.sentence, step, { field: fault.field });
  const isOpen = openConsultation(step.id, state) !== null;
  if (isOpen && reasons.trim() === '') {
    const sentence = `"${step.title}" is open: to revise its questions, reasons must be given.`;
    return refuseAt('reasons-required', sentence, step, { field: 'reasons' });
  }
  const version = nextVersion(step, state);
  const held = questionnaireOf(step, state);
  if (command.replaces !== null && command.replaces !== held.version) {
    const sentence = `The questions are at version ${held.version}, not at ${command.replaces}: somebody has set them meanwhile.`;
    return refuseAt('changed-meanwhile', sentence, step, { field: 'replaces' });
  }
  return accepted({ type: 'questionnaire-set', step: step.id, version, questions, reasons, on: context.today });
}
