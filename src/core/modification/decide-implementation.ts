import { addDays, type Day, writeDay } from '../kernel/day.ts';
import { accepted, type Decision } from '../kernel/decider.ts';
import { writeInstant } from '../kernel/instant.ts';
import type { CommandOf } from './command.ts';
import type { ProposalContext, ProposalRules } from './context.ts';
import { implementationOf } from './implementation.ts';
import { statusOf } from './net.ts';
import type { Step } from './profile.ts';
import type { ProposalEvent } from './proposal.ts';
import { findStep, notOpen, ready, refuseAt, withoutReasons, wrongActor } from './refusal.ts';
import type { OpenProposal, ProposalLife } from './state.ts';
import { openBefore, unblockersOf } from './unblock.ts';
import { type DecisionWindow, runningWindows } from './window.ts';

/** Sets the day of implementation that a late decision left open. */
export function setImplementationDate(
  command: CommandOf<'set-implementation-date'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const at = ready(command.step, 'dating', state, context);
  if (!at.ok) return at;
  const { step } = at;
  const { day, reasons } = command;
  const unreasoned = withoutReasons(reasons, step);
  if (unreasoned !== null) return unreasoned;
  const first = firstDayPossible(state, context);
  if (day < first) {
    const sentence = `${writeDay(day)} cannot be the day of implementation; the first day possible is ${writeDay(first)}.`;
    return refuseAt('too-early', sentence, step, { field: 'day' });
  }
  return accepted({ type: 'implementation-dated', step: step.id, day, on: context.today, reasons });
}

/** Implements the change, from its day on and once nobody can refer the decision any more. */
export function implement(
  command: CommandOf<'implement-modification'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const found = findStep(command.step, 'implementation', state, context);
  if (!found.ok) return found;
  const { step } = found;
  if (!step.by.includes(context.actor.role)) return wrongActor(step, state, context);
  const status = statusOf(step, state, context.profile);
  const window = status.kind === 'waiting' ? onlyWindowBefore(step, state, context) : null;
  if (window !== null) {
    const first = writeDay(firstDayPossible(state, context));
    const sentence = `The ${window.step.title.toLowerCase()} runs until ${writeInstant(window.ends)}; the first day possible for the implementation is ${first}.`;
    return refuseAt('too-early', sentence, window.step, { unblock: unblockersOf(step, state, context) });
  }
  if (status.kind !== 'open') return notOpen(step, status, state, context);
  const { day } = implementationOf(state, context.profile);
  if (day !== null && context.today < day) {
    return refuseAt('too-early', `The first day possible for the implementation is ${writeDay(day)}.`, step);
  }
  return accepted({ type: 'modification-implemented', step: step.id, on: context.today, label: command.label });
}

/** The first day on which the modification can be implemented, as far as windows and a settled day say. */
function firstDayPossible(life: ProposalLife, context: ProposalContext): Day {
  const { day } = implementationOf(life, context.profile);
  const afterWindows = runningWindows(life, context).map((window) => addDays(window.lastDay, 1));
  return Math.max(context.today, day ?? 0, ...afterWindows) as Day;
}

/** The window on which a step waits, if it waits for nothing else. */
function onlyWindowBefore(step: Step, life: ProposalLife, rules: ProposalRules): DecisionWindow | null {
  const before = openBefore(step, life, rules);
  return runningWindows(life, rules).find((window) => before.every((one) => one === window.step)) ?? null;
}
