import { type Day, writeDay } from '../kernel/day.ts';
import type { ProposalContext, ProposalRules } from './context.ts';
import { openSteps } from './net.ts';
import { lengthOf, shortestPeriodOf } from './period.ts';
import type { Profile } from './profile.ts';
import type { ProposalLife } from './state.ts';

/** A planned step: a day, or a first and last day. */
export interface PlannedStep {
  /** Step of the profile by id. */
  readonly step: string;
  readonly from: Day;
  /** Last day, included; equal to `from` for what happens on one day. */
  readonly to: Day;
}

/** The progression timetable that the Panel agrees. */
export interface Timetable {
  readonly steps: readonly PlannedStep[];
}

/** A timetable, and who set it. */
export interface HeldTimetable {
  readonly timetable: Timetable;
  /** `proposed` until the question of the timetable is answered; `overtaken` when another has to be set in its place. */
  readonly standing: 'proposed' | 'agreed' | 'refused' | 'overtaken' | 'set';
  /** The step that gave it its standing; null while it is proposed. */
  readonly by: string | null;
  readonly on: Day | null;
}

/** The timetable that now holds, or the last one before it was refused or overtaken. */
export function heldTimetable(life: ProposalLife, profile: Profile): HeldTimetable {
  const replacing = openSteps(life, profile).find((step) => step.carriesTimetable);
  const set = life.timetables.at(-1);
  if (set !== undefined) {
    return { timetable: set.timetable, standing: replacing ? 'overtaken' : 'set', by: set.step, on: set.on };
  }
  const { timetable } = life.content;
  const question = profile.steps.find((step) => step.answers === 'timetable');
  const answer = life.done.find((one) => one.step === question?.id);
  if (answer === undefined) return { timetable, standing: 'proposed', by: null, on: null };
  const standing = answer.outcome === 'refused' ? 'refused' : replacing ? 'overtaken' : 'agreed';
  return { timetable, standing, by: answer.step, on: answer.on };
}

/** What the timetable plans for a step; null when it plans no day. */
export function plannedFor(step: string, life: ProposalLife, profile: Profile): PlannedStep | null {
  return heldTimetable(life, profile).timetable.steps.find((planned) => planned.step === step) ?? null;
}

/** A planned step with its length, and its distance from the one before, in Working Days. */
export interface TimetableRow extends PlannedStep {
  readonly title: string;
  /** Null for what happens on one day without a clock, or beyond the calendar's snapshot. */
  readonly workingDays: number | null;
  readonly countFirst: boolean | null;
  /** Working Days from the last day of the row before, that day not counted. */
  readonly afterPrevious: number | null;
}

/** The rows of a timetable, in its order. */
export function timetableRows(timetable: Timetable, rules: ProposalRules): readonly TimetableRow[] {
  const someClock = rules.profile.steps.find((step) => step.clock !== null)?.clock ?? null;
  return timetable.steps.map((planned, index) => {
    const step = rules.profile.steps.find((one) => one.id === planned.step);
    const clock = step?.clock && planned.from < planned.to ? step.clock : null;
    const previous = timetable.steps[index - 1];
    return {
      ...planned,
      title: step?.title ?? planned.step,
      workingDays: clock && lengthOf(clock, planned.from, planned.to, rules),
      countFirst: clock?.countFirst ?? null,
      afterPrevious:
        previous && someClock ? lengthOf({ ...someClock, countFirst: false }, previous.to, planned.from, rules) : null,
    };
  });
}

/** Why a timetable cannot be set: one sentence, or null when it can. */
export function timetableFault(
  timetable: Timetable,
  life: ProposalLife,
  context: ProposalContext,
): { readonly code: 'input-invalid' | 'period-too-short' | 'too-late'; readonly sentence: string } | null {
  for (const { step: id, from, to } of timetable.steps) {
    const step = context.profile.steps.find((one) => one.id === id);
    if (step === undefined) {
      const sentence = `The timetable plans "${id}", which is no step of ${context.profile.title}.`;
      return { code: 'input-invalid', sentence };
    }
    if (life.done.some((one) => one.step === id)) continue;
    if (from < context.today || to < from) {
      const sentence = `The timetable plans "${step.title}" from ${writeDay(from)} to ${writeDay(to)}; expected days from ${writeDay(context.today)} on, the last not before the first.`;
      return { code: 'too-late', sentence };
    }
    const least = step.kind === 'consultation' ? shortestPeriodOf(step, life, context) : null;
    const length = least && step.clock && lengthOf(step.clock, from, to, context);
    if (least !== null && length !== null && length < least.workingDays) {
      const sentence = `The timetable gives "${step.title}" ${length} Working Days; at least ${least.workingDays} are required.`;
      return { code: 'period-too-short', sentence };
    }
  }
  return null;
}
