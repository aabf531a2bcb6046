import type { Citation } from '../kernel/citation.ts';
import type { Commencement } from '../kernel/commencement.ts';
import type { Day } from '../kernel/day.ts';
import { type ParameterValue, parameterOn } from '../kernel/parameter.ts';
import { type Calendar, coversDay, workingDaysBetween } from '../kernel/working-days.ts';
import type { Profile, Step } from '../modification/profile/profile.ts';
import type { PlannedStep } from '../modification/timetable/timetable.ts';
import type { Findable } from './findings.ts';
import type { Rulebook } from './rulebook.ts';

/** Everything that the rules about days need. */
export interface Plan {
  readonly given: Findable;
  readonly rulebook: Rulebook;
  readonly calendar: Calendar;
  readonly profile: Profile;
}

/** The planned steps that the profile has, with what it says of them. */
export function plannedSteps(
  profile: Profile,
  planned: readonly PlannedStep[],
): { readonly step: Step; readonly plan: PlannedStep }[] {
  return planned.flatMap((plan) => {
    const step = profile.steps.find((one) => one.id === plan.step);
    return step === undefined ? [] : [{ step, plan }];
  });
}

type DecisionDependent = Extract<Commencement, { kind: 'decision' }>;

/** Every decision on which a commencement depends. */
export function decisionsIn(commencement: Commencement): DecisionDependent[] {
  switch (commencement.kind) {
    case 'decision': {
      const { then, otherwise } = commencement;
      return [commencement, ...decisionsIn(then), ...(otherwise === null ? [] : decisionsIn(otherwise))];
    }
    case 'earlier-of':
    case 'later-of':
      return commencement.of.flatMap(decisionsIn);
    case 'offset':
    case 'working-days-after':
    case 'months-after':
      return decisionsIn(commencement.base);
    case 'on':
    case 'event':
    case 'never':
      return [];
  }
}

/** The value of a parameter on a day; null when the rulebook has none. */
export function valueOn(rulebook: Rulebook, id: string, on: Day): ParameterValue | null {
  const parameter = rulebook.parameters.find((one) => one.id === id);
  return parameter === undefined ? null : parameterOn(parameter, on);
}

/** The number that a parameter holds on a day, with its source; null when it holds none. */
export function numberOf(
  rulebook: Rulebook,
  id: string,
  on: Day,
): { readonly number: number; readonly citation: Citation } | null {
  const found = valueOn(rulebook, id, on);
  return typeof found?.value === 'number' ? { number: found.value, citation: found.citation } : null;
}

/** Whether the calendar speaks of every day that the proposal names. */
export function coversAll(calendar: Calendar, { proposal, submittedOn }: Findable): boolean {
  const { paper } = proposal.report;
  const decided = decisionsIn(proposal.implementation).flatMap(({ then }) => (then.kind === 'on' ? [then.day] : []));
  const planned = proposal.timetable.steps.flatMap((one) => [one.from, one.to]);
  return [
    submittedOn,
    paper.dated,
    ...(paper.meeting.on === undefined ? [] : [paper.meeting.on]),
    ...planned,
    ...decided,
  ].every((day) => coversDay(calendar, day));
}

/** `3 Working Days`, counted from the day after the first. */
export function distance(calendar: Calendar, from: Day, to: Day): string {
  return workingDays(workingDaysBetween(calendar, from, to));
}

/** Where a day lies: `on the paper day itself`, `3 Working Days before the paper day`, or after it. */
export function relativeTo(calendar: Calendar, at: Day, other: Day, named: string): string {
  if (at === other) return `on ${named} itself`;
  return at < other
    ? `${distance(calendar, at, other)} before ${named}`
    : `${distance(calendar, other, at)} after ${named}`;
}

/** `1 Working Day`, `5 Working Days`. */
export function workingDays(count: number): string {
  return `${count} Working ${count === 1 ? 'Day' : 'Days'}`;
}
