import { type Day, writeDay } from '../../kernel/day.ts';
import { accepted, type Decision } from '../../kernel/decider.ts';
import { writeInstant } from '../../kernel/instant.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import type { Step } from '../profile/profile.ts';
import type { ProposalEvent } from '../proposal.ts';
import { notOpen, ready, refuseAt } from '../refusal.ts';
import { openConsultation } from '../running.ts';
import type { OpenProposal } from '../state.ts';
import { closingOn, dayClosedAt, lastDayOf, lengthOf, nextWorkingDay, periodOf } from '../timetable/period.ts';
import { settledAt, timetableWords, whoVaries } from '../timetable/schedule.ts';
import { plannedFor } from '../timetable/timetable.ts';
import { unblockersOf } from '../unblock.ts';
import type { Consultation } from './consultation.ts';

/** Opens a consultation on the days given, or on those that the timetable plans, or for the least time from today. */
export function openConsultationAt(
  command: CommandOf<'open-consultation'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const at = ready(command.step, 'consultation', state, context);
  if (!at.ok) return at;
  const { step } = at;
  const running = openConsultation(step.id, state);
  if (running !== null) {
    return refuseAt('step-already-done', `"${step.title}" is open until ${writeInstant(running.closes)}.`, step);
  }
  const from = command.from ?? plannedFrom(step, state, context);
  if (from < context.today) {
    const sentence = `A consultation cannot open on ${writeDay(from)}; expected ${writeDay(context.today)} or later.`;
    return refuseAt('too-late', sentence, step, { field: 'from' });
  }
  if (step.clock?.given && command.to === null && plannedFor(step.id, state, context.profile) === null) {
    const sentence = `No rule says how long "${step.title}" lasts; expected its last day.`;
    return refuseAt('input-invalid', sentence, step, { field: 'to' });
  }
  const away = awayFromPlan(step, from, state, context);
  if (away !== null) return away;
  const to = command.to ?? plannedTo(step, from, state, context);
  const length = to === null || step.clock === null ? null : lengthOf(step.clock, from, to, context);
  if (to === null || length === null) {
    const sentence = `The calendar of "${step.title}" does not reach that far; expected days that it covers.`;
    return refuseAt('input-invalid', sentence, step, { field: 'to' });
  }
  const least = periodOf(step, state, context);
  const closes = closingOn(step.clock, to);
  if (to < from || closes <= context.now || (least !== null && length < least.workingDays)) {
    const counted = step.clock?.countFirst ? 'the first counted' : 'the first not counted';
    const sentence =
      `${writeDay(from)} to ${writeDay(to)} is ${Math.max(length, 0)} Working Days, ${counted}; ` +
      `"${step.title}" takes at least ${least?.workingDays ?? 1}.`;
    return refuseAt('period-too-short', sentence, step, { field: 'to' });
  }
  const planned = plannedFor(step.id, state, context.profile);
  const end = planned && plannedTo(step, from, state, context);
  if (end !== null && to !== end) {
    const sentence = `${timetableWords(state, context)} lets "${step.title}" end on ${writeDay(end)}, not on ${writeDay(to)}; ${whoVaries(state, context)}.`;
    return refuseAt(to < end ? 'too-early' : 'too-late', sentence, step, { field: 'to' });
  }
  return accepted({ type: 'consultation-opened', step: step.id, from, closes });
}

/**
 * The refusal of a first day that is not the planned one. A consultation for which the day has gone by opens at once,
 * late, since nothing would be won by not holding it.
 */
function awayFromPlan(step: Step, from: Day, state: OpenProposal, context: ProposalContext) {
  const planned = plannedFor(step.id, state, context.profile);
  if (planned === null) return null;
  const today =
    step.clock === null ? context.today : (nextWorkingDay(step.clock, context.today, context) ?? context.today);
  const latest = Math.max(planned.from, today) as Day;
  if (planned.from <= from && from <= latest) return null;
  const isEarly = from < planned.from;
  const expected = planned.from < context.today ? `; it is late, so it opens by ${writeDay(latest)}` : '';
  const sentence = `${timetableWords(state, context)} plans "${step.title}" from ${writeDay(planned.from)}, not from ${writeDay(from)}${expected}; ${whoVaries(state, context)}.`;
  const { citation } = settledAt(state, context) ?? step;
  return refuseAt(isEarly ? 'too-early' : 'too-late', sentence, { ...step, citation }, { field: 'from' });
}

/** Closes a consultation whose time has run out. */
export function closeConsultationAt(
  command: CommandOf<'close-consultation'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const at = ready(command.step, 'consultation', state, context);
  if (!at.ok) return at;
  const { step } = at;
  const held = openConsultation(step.id, state);
  if (held === null) return notOpen(step, { kind: 'waiting', missing: [] }, state, context);
  if (context.now < held.closes) {
    const unblock = unblockersOf(step, state, context);
    return refuseAt('too-early', `"${step.title}" stays open until ${writeInstant(held.closes)}.`, step, { unblock });
  }
  return accepted(consultationClosed(step.id, held));
}

/** That a consultation closed, on its last day. */
export function consultationClosed(step: string, held: Consultation): ProposalEvent {
  return { type: 'consultation-closed', step, on: dayClosedAt(held.closes), responses: held.responses.length };
}

function plannedFrom(step: Step, state: OpenProposal, context: ProposalContext): Day {
  const planned = plannedFor(step.id, state, context.profile);
  if (planned !== null && planned.from > context.today) return planned.from;
  // nobody reads it on a day on which nobody works, unless somebody says so
  return (step.clock && nextWorkingDay(step.clock, context.today, context)) ?? context.today;
}

function plannedTo(step: Step, from: Day, state: OpenProposal, context: ProposalContext): Day | null {
  if (step.clock === null) return null;
  const planned = plannedFor(step.id, state, context.profile);
  const least = periodOf(step, state, context)?.workingDays ?? 1;
  const earliest = lastDayOf(step.clock, from, least, context);
  return planned !== null && earliest !== null && planned.to >= earliest ? planned.to : earliest;
}
