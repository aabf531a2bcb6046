import type { Citation } from '../../kernel/citation.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { dayOfInstant, type Instant, instantOn, timeOfInstant } from '../../kernel/instant.ts';
import { parameterOn } from '../../kernel/parameter.ts';
import { addWorkingDays, type Calendar, workingDayFrom, workingDaysBetween } from '../../kernel/working-days.ts';
import type { ProposalRules } from '../context.ts';
import { factHolds } from '../profile/net.ts';
import type { Step, StepClock } from '../profile/profile.ts';
import type { ProposalLife } from '../state.ts';

const END_OF_DAY = '24:00';

/** A number of Working Days that a rule sets. */
export interface Period {
  readonly workingDays: number;
  readonly citation: Citation;
}

/** The (least) length of a step's period, as its parameter stood when the proposal was raised; null when none is set. */
export function periodOf(step: Step, life: ProposalLife, rules: ProposalRules): Period | null {
  if (step.clock === null) return null;
  const isShort = step.clock.urgentWorkingDays !== null && factHolds('urgent', life, rules.profile) === true;
  return numberOf(isShort ? step.clock.urgentWorkingDays : step.clock.workingDays, life, rules);
}

/** The least length that could still come to hold: the urgent one for as long as urgency is not ruled out. */
export function shortestPeriodOf(step: Step, life: ProposalLife, rules: ProposalRules): Period | null {
  const couldBeUrgent = factHolds('urgent', life, rules.profile) !== false;
  const urgent = couldBeUrgent ? numberOf(step.clock?.urgentWorkingDays ?? null, life, rules) : null;
  return urgent ?? periodOf(step, life, rules);
}

/** A parameter's value on the day of raising; null when it has none. */
export function parameterOf(id: string, life: ProposalLife, rules: ProposalRules) {
  const parameter = rules.parameters.find((one) => one.id === id);
  return parameter === undefined ? null : parameterOn(parameter, life.raisedOn);
}

/** The last of `count` Working Days from a day; null when the calendar's snapshot does not reach so far. */
export function lastDayOf(clock: StepClock, from: Day, count: number, rules: ProposalRules): Day | null {
  return onCalendar(clock.calendar, rules, (calendar) => addWorkingDays(calendar, from, count, clock.countFirst));
}

/** Working Days of a period by its step's way of counting; null when the calendar's snapshot does not cover it. */
export function lengthOf(clock: StepClock, from: Day, to: Day, rules: ProposalRules): number | null {
  return onCalendar(clock.calendar, rules, (calendar) => workingDaysBetween(calendar, from, to, clock.countFirst));
}

/** The first Working Day on or after a day; null when the calendar's snapshot does not cover it. */
export function nextWorkingDay(clock: StepClock, on: Day, rules: ProposalRules): Day | null {
  return onCalendar(clock.calendar, rules, (calendar) => workingDayFrom(calendar, on));
}

/** The day so many Working Days before another; null when the calendar's snapshot does not reach so far. */
export function dayBefore(calendar: string, on: Day, count: number, rules: ProposalRules): Day | null {
  return onCalendar(calendar, rules, (snapshot) => addWorkingDays(snapshot, on, -count));
}

/** The instant at which a step's last day ends; without a clock the day runs to its end. */
export function closingOn(clock: StepClock | null, lastDay: Day): Instant {
  const time = clock?.closesAt ?? END_OF_DAY;
  return time === END_OF_DAY ? instantOn(addDays(lastDay, 1), '00:00') : instantOn(lastDay, time);
}

/** The day that ends, or is cut short, at a closing instant. */
export function dayClosedAt(closes: Instant): Day {
  const on = dayOfInstant(closes);
  return timeOfInstant(closes) === '00:00' ? addDays(on, -1) : on;
}

/** A parameter that holds a number of Working Days, as it stood when the proposal was raised; null when it holds none. */
export function numberOf(id: string | null, life: ProposalLife, rules: ProposalRules): Period | null {
  const value = id === null ? null : parameterOf(id, life, rules);
  return typeof value?.value === 'number' ? { workingDays: value.value, citation: value.citation } : null;
}

/** A calendar answers only for the days of its snapshot and throws a RangeError for others. */
function onCalendar<T>(id: string, rules: ProposalRules, count: (calendar: Calendar) => T): T | null {
  const calendar = rules.calendars.find((one) => one.id === id);
  if (calendar === undefined) return null;
  try {
    return count(calendar);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
