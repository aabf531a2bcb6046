import { addDays, type Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { TimedRules } from '../context.ts';
import { windowOf } from '../decision/window.ts';
import type { Step, StepClock } from '../profile/profile.ts';
import { openConsultation } from '../running.ts';
import type { ProposalLife } from '../state.ts';
import { closingOn, dayClosedAt, lastDayOf, lengthOf, nextWorkingDay } from '../timetable/period.ts';
import type { MovedClock } from './hold-event.ts';

/**
 * Where clocks run to that stood still from a day on and go on today: as many Working Days remain to each as it had. One
 * that had not begun keeps its whole length, and one that ends before a closing time that has passed gets one more.
 */
export function clocksGoingOn(stopped: Day, goesOn: Day, life: ProposalLife, rules: TimedRules): readonly MovedClock[] {
  return rules.profile.steps.flatMap((step): readonly MovedClock[] => {
    if (step.clock === null) return [];
    const runs = clockOf(step, life, rules);
    if (runs === null || runs.from >= goesOn) return [];
    const closes = closingAfter(step.clock, runs, stopped, goesOn, rules);
    return [{ step: step.id, closes }];
  });
}

interface Running {
  /** The first day on which it ran or was to run. */
  readonly from: Day;
  readonly lastDay: Day;
}

function clockOf(step: Step, life: ProposalLife, rules: TimedRules): Running | null {
  const consultation = openConsultation(step.id, life);
  if (consultation !== null) return { from: consultation.from, lastDay: dayClosedAt(consultation.closes) };
  const window = windowOf(step, life, rules);
  return window === null ? null : { from: window.decidedOn, lastDay: window.lastDay };
}

function closingAfter(clock: StepClock, { from, lastDay }: Running, stopped: Day, on: Day, rules: TimedRules): Instant {
  const had =
    from > stopped ? lengthOf(clock, from, lastDay, rules) : lengthOf(uncounted(clock), stopped, lastDay, rules);
  const first = nextWorkingDay(clock, on, rules);
  const last =
    had === null || first === null
      ? addDays(lastDay, on - stopped)
      : from > stopped
        ? lastDayOf(clock, first, had, rules)
        : had <= 0
          ? first
          : lastDayOf(uncounted(clock), on, had, rules);
  // Beyond the calendar the days themselves are counted, so that the clock still ends.
  const moved = last === null || last < lastDay ? addDays(lastDay, on - stopped) : last;
  const closes = closingOn(clock, moved);
  if (closes > rules.now) return closes;
  const next = addDays(moved, 1);
  return closingOn(clock, nextWorkingDay(clock, next, rules) ?? next);
}

function uncounted(clock: StepClock): StepClock {
  return { ...clock, countFirst: false };
}
