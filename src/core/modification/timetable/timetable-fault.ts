import { namesIn } from '../../kernel/condition.ts';
import { writeDay } from '../../kernel/day.ts';
import type { RejectionCode } from '../../kernel/rejection.ts';
import type { ProposalContext } from '../context.ts';
import { statusOf } from '../profile/net.ts';
import { unfold } from '../profile/outcomes.ts';
import type { Profile, Step } from '../profile/profile.ts';
import { openBallot, openConsultation } from '../running.ts';
import type { ProposalLife } from '../state.ts';
import { closingOn, lengthOf, shortestPeriodOf } from './period.ts';
import { liveTimetable, type PlannedStep, type Timetable } from './timetable.ts';

/** Why a timetable cannot stand, as one sentence. */
export interface TimetableFault {
  readonly code: Extract<RejectionCode, 'input-invalid' | 'period-too-short' | 'too-late'>;
  readonly sentence: string;
}

/** Why a timetable does not fit a process: a step that it does not have, one planned twice, or steps out of order; null when it fits. */
export function orderFault({ steps: rows }: Timetable, profile: Profile): TimetableFault | null {
  for (const [index, row] of rows.entries()) {
    const step = profile.steps.find((one) => one.id === row.step);
    if (step === undefined) {
      return invalid(`The timetable plans "${row.step}", which is no step of ${profile.title}.`);
    }
    if (rows.findIndex((one) => one.step === row.step) !== index) {
      return invalid(`The timetable plans "${step.title}" twice; expected one row for it.`);
    }
    const before = stepsBefore(step, profile);
    const blocking = rows.find((other) =>
      before.some((one) => one.id === other.step && !endsBefore(other, one, row, step)),
    );
    if (blocking !== undefined) {
      const title = profile.steps.find((one) => one.id === blocking.step)?.title ?? blocking.step;
      return invalid(
        `The timetable plans "${step.title}" for ${writeDay(row.from)}, although it waits for "${title}", which ends on ${writeDay(blocking.to)}; expected a later day.`,
      );
    }
  }
  return null;
}

/** Why a timetable cannot be set for a proposal now: out of order, in the past, too short, or incomplete; null when it can. */
export function timetableFault(
  timetable: Timetable,
  life: ProposalLife,
  context: ProposalContext,
): TimetableFault | null {
  const { profile } = context;
  const unordered = orderFault(timetable, profile);
  if (unordered !== null) return unordered;
  for (const row of timetable.steps) {
    const step = profile.steps.find((one) => one.id === row.step);
    const fault = step === undefined ? null : rowFault(row, step, life, context);
    if (fault !== null) return fault;
  }
  const missing = profile.steps.filter(
    (step) =>
      step.timetabled &&
      isStillToCome(step, life, profile) &&
      !isRunning(step, life) &&
      timetable.steps.every((row) => row.step !== step.id),
  );
  if (missing.length === 0) return null;
  return invalid(
    `The timetable plans no day for ${missing.map((step) => `"${step.title}"`).join(' and ')}; expected one.`,
  );
}

function rowFault(row: PlannedStep, step: Step, life: ProposalLife, context: ProposalContext): TimetableFault | null {
  const { from, to } = row;
  const done = life.done.find((one) => one.step === step.id);
  const running = isRunning(step, life);
  if (done !== undefined || running) {
    const held = liveTimetable(life, context.profile).steps.find((one) => one.step === step.id);
    if (held === undefined || (held.from === from && held.to === to)) return null;
    const past = done === undefined ? 'is running' : `was completed on ${writeDay(done.on)}`;
    const sentence = `"${step.title}" ${past}; expected its row as it was planned, or none.`;
    return { code: 'too-late', sentence };
  }
  if (from < context.today || to < from) {
    const sentence = `The timetable plans "${step.title}" from ${writeDay(from)} to ${writeDay(to)}; expected days from ${writeDay(context.today)} on, the last not before the first.`;
    return { code: 'too-late', sentence };
  }
  const least = step.kind === 'consultation' ? shortestPeriodOf(step, life, context) : null;
  const length = least && step.clock && lengthOf(step.clock, from, to, context);
  if (least === null || length === null || length >= least.workingDays) return null;
  const sentence = `The timetable gives "${step.title}" ${length} Working Days; at least ${least.workingDays} are required.`;
  return { code: 'period-too-short', sentence };
}

/** Every step on whose outcome a step hangs, directly or through another. */
function stepsBefore(step: Step, profile: Profile): readonly Step[] {
  const found = new Set<Step>();
  const visit = (at: Step): void => {
    const names = namesIn(unfold(at.opens, profile));
    for (const one of profile.steps) {
      if (!names.includes(one.id) || found.has(one)) continue;
      found.add(one);
      visit(one);
    }
  };
  visit(step);
  found.delete(step);
  return [...found];
}

/** Whether the earlier of two planned steps is over when the later begins, and its period closes before the later one's. */
function endsBefore(earlier: PlannedStep, first: Step, later: PlannedStep, second: Step): boolean {
  if (later.from < earlier.to) return false;
  return first.clock === null || second.clock === null
    ? true
    : closingOn(first.clock, earlier.to) < closingOn(second.clock, later.to);
}

function isRunning({ id }: Step, life: ProposalLife): boolean {
  return openConsultation(id, life) !== null || openBallot(id, life) !== null;
}

function isStillToCome(step: Step, life: ProposalLife, profile: Profile): boolean {
  const { kind } = statusOf(step, life, profile);
  return kind === 'open' || kind === 'waiting';
}

function invalid(sentence: string): TimetableFault {
  return { code: 'input-invalid', sentence };
}
