import { addDays, type Day, writeDay } from '../../kernel/day.ts';
import { accepted, type Decision } from '../../kernel/decider.ts';
import { writeInstant } from '../../kernel/instant.ts';
import { type Rejection, rejection } from '../../kernel/rejection.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext, ProposalRules } from '../context.ts';
import { type DecisionWindow, runningWindows } from '../decision/window.ts';
import { canMoveDay, statusOf } from '../profile/net.ts';
import type { Step } from '../profile/profile.ts';
import type { ProposalEvent } from '../proposal.ts';
import { findStep, notOpen, ready, refuseAt, withoutReasons, wrongActor } from '../refusal.ts';
import type { OpenProposal, ProposalLife } from '../state.ts';
import { WHOLE } from '../text/part.ts';
import { openBefore, unblockersOf } from '../unblock.ts';
import { implementationOf, implementationsOf, nextPart, type PartImplementation } from './implementation.ts';
import { lateTextFault } from './release-of-day.ts';

/** Sets the day of implementation that a late decision left open, or moves one that is still to come. */
export function setImplementationDate(
  command: CommandOf<'set-implementation-date'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const at = readyToDate(command.step, state, context);
  if (!at.ok) return at;
  const { step } = at;
  const { day, reasons } = command;
  const found = partAsked(command.part, state, context, nextPart(state, context.profile));
  if (!found.ok) return found;
  const unreasoned = withoutReasons(reasons, step);
  if (unreasoned !== null) return unreasoned;
  const first = firstDayPossible(state, context, null);
  if (day < first) {
    const sentence = `${writeDay(day)} cannot be the day of implementation; the first day possible is ${writeDay(first)}.`;
    return refuseAt('too-early', sentence, step, { field: 'day' });
  }
  const late = lateTextFault(day, state.legalText, state, context);
  if (late !== null) return { ok: false, rejection: late };
  const { id } = found.at.part;
  const part = id === WHOLE ? {} : { part: id };
  return accepted({ type: 'implementation-dated', step: step.id, ...part, day, on: context.today, reasons });
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
    const first = writeDay(firstDayPossible(state, context, implementationOf(state, context.profile).day));
    const sentence = `The ${window.step.title.toLowerCase()} runs until ${writeInstant(window.ends)}; the first day possible for the implementation is ${first}.`;
    return refuseAt('too-early', sentence, window.step, { unblock: unblockersOf(step, state, context) });
  }
  if (status.kind !== 'open') return notOpen(step, status, state, context);
  const next = partAsked(command.part, state, context, nextPart(state, context.profile));
  if (!next.ok) return next;
  const { part, day, awaiting } = next.at;
  if (day === null && command.part !== undefined) {
    const sentence = `Part ${part.id} of ${state.content.id} waits for ${awaiting.join(', ') || 'a day that never comes'}.`;
    return refuseAt('step-not-open', sentence, step, { field: 'part' });
  }
  if (day !== null && context.today < day) {
    return refuseAt('too-early', `The first day possible for the implementation is ${writeDay(day)}.`, step);
  }
  const { today: on } = context;
  const { label } = command;
  const whole = { type: 'modification-implemented', step: step.id, on, label } as const;
  if (part.id === WHOLE) return accepted(whole);
  const { id, title } = part;
  const own = { type: 'part-implemented', step: step.id, part: id, title, label, inForceFrom: day ?? on, on } as const;
  const isLast = implementationsOf(state, context.profile).every((one) => one.part.id === id || one.basis === 'never');
  return isLast && part.until === undefined ? accepted<ProposalEvent>(own, whole) : accepted(own);
}

/** The part that a command is about: the one that it names, or the next. */
function partAsked(
  id: string | undefined,
  state: OpenProposal,
  context: ProposalContext,
  next: PartImplementation,
): { readonly ok: true; readonly at: PartImplementation } | { readonly ok: false; readonly rejection: Rejection } {
  if (id === undefined) return { ok: true, at: next };
  const all = implementationsOf(state, context.profile);
  const at = all.find(({ part }) => part.id === id);
  if (at !== undefined) return { ok: true, at };
  const published = state.implemented.find(({ part }) => part === id);
  const known = all.map(({ part }) => part.id).join(', ');
  const sentence =
    published === undefined
      ? `The legal text of ${state.content.id} has no part "${id}"; expected one of ${known}.`
      : `Part ${id} of ${state.content.id} is in force since ${writeDay(published.inForceFrom)}, as version ${published.label}.`;
  const code = published === undefined ? 'input-invalid' : 'step-already-done';
  return { ok: false, rejection: rejection(code, sentence, { place: { field: 'part' } }) };
}

/** The step at which a day is set; or at which the day that is known can be moved, by the same people. */
function readyToDate(id: string | null, state: OpenProposal, context: ProposalContext) {
  const found = findStep(id, 'dating', state, context);
  if (!found.ok || !canMoveDay(found.step, state, context.profile, context.today)) {
    return ready(id, 'dating', state, context);
  }
  return found.step.by.includes(context.actor.role) ? found : wrongActor(found.step, state, context);
}

/** The first day on which the modification can be implemented, as far as windows and a settled day say. */
function firstDayPossible(life: ProposalLife, context: ProposalContext, day: Day | null): Day {
  const afterWindows = runningWindows(life, context).map((window) => addDays(window.lastDay, 1));
  return Math.max(context.today, day ?? 0, ...afterWindows) as Day;
}

/** The window on which a step waits, if it waits for nothing else. */
function onlyWindowBefore(step: Step, life: ProposalLife, rules: ProposalRules): DecisionWindow | null {
  const before = openBefore(step, life, rules);
  return runningWindows(life, rules).find((window) => before.every((one) => one === window.step)) ?? null;
}
