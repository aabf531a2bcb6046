import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ProposalRules } from '../context.ts';
import { statusOf } from '../profile/net.ts';
import { dayTrue } from '../profile/outcomes.ts';
import type { Step, StepClock } from '../profile/profile.ts';
import type { ProposalLife } from '../state.ts';
import { closingOn, lastDayOf, lengthOf, periodOf } from '../timetable/period.ts';

/** A period that runs, or ran, from the decision it follows. */
export interface DecisionWindow {
  readonly step: Step;
  /** The day of the decision; by the clock's way of counting it may not be the first day counted. */
  readonly decidedOn: Day;
  readonly workingDays: number;
  readonly countFirst: boolean;
  readonly lastDay: Day;
  readonly ends: Instant;
}

/** A window's terms from the day of the decision that it follows, also once it is over; null before that decision. */
export function windowTerms(step: Step, life: ProposalLife, rules: ProposalRules): DecisionWindow | null {
  if (step.kind !== 'window' || step.clock === null) return null;
  const decidedOn = dayTrue(step.opens, life, rules.profile);
  if (step.clock.given) return decidedOn === null ? null : givenTerms(step, step.clock, decidedOn, life, rules);
  const period = periodOf(step, life, rules);
  if (decidedOn === null || period === null) return null;
  // One that stood still has had its last day moved.
  const lastDay = life.windows[step.id] ?? lastDayOf(step.clock, decidedOn, period.workingDays, rules);
  if (lastDay === null) return null;
  const { workingDays } = period;
  const { countFirst } = step.clock;
  return { step, decidedOn, workingDays, countFirst, lastDay, ends: closingOn(step.clock, lastDay) };
}

/** The terms of a window whose length had to be given; null until it is. */
function givenTerms(
  step: Step,
  clock: StepClock,
  decidedOn: Day,
  life: ProposalLife,
  rules: ProposalRules,
): DecisionWindow | null {
  const lastDay = life.windows[step.id];
  if (lastDay === undefined) return null;
  const workingDays = lengthOf(clock, decidedOn, lastDay, rules) ?? 0;
  return { step, decidedOn, workingDays, countFirst: clock.countFirst, lastDay, ends: closingOn(clock, lastDay) };
}

/** The window as it runs; null when the step is not open. */
export function windowOf(step: Step, life: ProposalLife, rules: ProposalRules): DecisionWindow | null {
  return statusOf(step, life, rules.profile).kind === 'open' ? windowTerms(step, life, rules) : null;
}

/** Every window that runs. */
export function runningWindows(life: ProposalLife, rules: ProposalRules): readonly DecisionWindow[] {
  return rules.profile.steps.flatMap((step) => windowOf(step, life, rules) ?? []);
}
