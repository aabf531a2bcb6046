import { writeDay } from '../../kernel/day.ts';
import { accepted, type Decision } from '../../kernel/decider.ts';
import { writeInstant } from '../../kernel/instant.ts';
import type { Role } from '../../party/actor.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import { statusOf } from '../profile/net.ts';
import type { Step } from '../profile/profile.ts';
import type { ProposalEvent } from '../proposal.ts';
import { findStep, notOpen, partyOf, refuseAt, wrongActor } from '../refusal.ts';
import type { OpenProposal } from '../state.ts';
import { closingOn, lengthOf } from '../timetable/period.ts';
import { windowTerms } from './window.ts';

/** Who gives the length of a window that no rule says. */
export function openersOf({ clock }: Step): readonly Role[] {
  return clock?.variedBy ?? ['code-administrator'];
}

/** Gives the last day of a window that runs, once, where no rule says its length. */
export function openWindow(
  command: CommandOf<'open-window'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const found = findStep(command.step, 'window', state, context);
  if (!found.ok) return found;
  const { step } = found;
  const by = openersOf(step);
  const act = `give the last day of the ${step.title.toLowerCase()}`;
  if (!by.includes(context.actor.role)) return wrongActor({ ...step, by, act }, state, context);
  const status = statusOf(step, state, context.profile);
  if (status.kind !== 'open') return notOpen(step, status, state, context);
  const terms = windowTerms(step, state, context);
  if (terms !== null || step.clock?.given !== true) {
    const last = terms === null ? '' : `: it runs until ${writeInstant(terms.ends)}`;
    return refuseAt('step-already-done', `The length of the ${step.title.toLowerCase()} is settled${last}.`, step);
  }
  const { lastDay } = command;
  if (closingOn(step.clock, lastDay) <= context.now) {
    const sentence = `The ${step.title.toLowerCase()} cannot end on ${writeDay(lastDay)}; expected ${writeDay(context.today)} or later.`;
    return refuseAt('period-too-short', sentence, step, { field: 'lastDay' });
  }
  if (lengthOf(step.clock, context.today, lastDay, context) === null) {
    const sentence = `The calendar of "${step.title}" does not reach ${writeDay(lastDay)}; expected a day that it covers.`;
    return refuseAt('input-invalid', sentence, step, { field: 'lastDay' });
  }
  return accepted({ type: 'window-opened', step: step.id, lastDay, on: context.today });
}

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
