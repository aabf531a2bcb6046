import { namesIn } from '../kernel/condition.ts';
import { addDays, writeDay } from '../kernel/day.ts';
import { contains } from '../kernel/interval.ts';
import { findWorkingDay, workingDaysBetween } from '../kernel/working-days.ts';
import { truthOf, unfold } from '../modification/profile/outcomes.ts';
import type { Profile, Step } from '../modification/profile/profile.ts';
import type { Finding } from './case.ts';
import type { Findable } from './findings.ts';
import { leadTimes } from './findings-lead-times.ts';
import {
  coversAll,
  decisionsIn,
  distance,
  numberOf,
  type Plan,
  plannedSteps,
  valueOn,
  workingDays,
} from './planning.ts';
import type { Rulebook } from './rulebook.ts';

/** Findings about the days of a proposal: what came late, what has no day, what just fits. */
export function timetableFindings(given: Findable, rulebook: Rulebook): Finding[] {
  const profile = rulebook.profiles.find((one) => contains(one.applies, given.submittedOn));
  const calendarId = valueOn(rulebook, 'working-day-calendar', given.submittedOn)?.value;
  const calendar = rulebook.calendars.find((one) => one.id === calendarId);
  const fallBack = noFallBack(given);
  if (profile === undefined || calendar === undefined || !coversAll(calendar, given)) return fallBack;
  const plan: Plan = { given, rulebook, calendar, profile };
  return [
    ...leadTimes(plan),
    ...daysOfTheAuthority(plan),
    ...fallBack,
    ...consultations(plan),
    ...referralWindows(plan),
  ];
}

/** Steps of the Authority alone that a planned step waits for, and for which the timetable has no day. */
function daysOfTheAuthority({ given, calendar, profile }: Plan): Finding[] {
  const planned = given.proposal.timetable.steps;
  const told = new Set<string>();
  return plannedSteps(profile, planned).flatMap(({ step, plan }) =>
    needed(step, profile, given)
      .filter(
        (other) => other.by.every((role) => role === 'authority') && planned.every((one) => one.step !== other.id),
      )
      .filter((other) => !told.has(other.id) && told.add(other.id))
      .map((other) => {
        const before = planned.filter((one) => one.to < plan.from).at(-1);
        const gap =
          before === undefined ? '' : `, ${distance(calendar, before.to, plan.from)} after the step before it`;
        return {
          id: 'no-day-for-the-authority',
          sentence: `${other.title} has no planned day, although ${step.title} waits for it and opens on ${writeDay(plan.from)}${gap}.`,
          where: 'timetable',
          citations: [other.citation],
        };
      }),
  );
}

/** Steps by whose outcomes a step opens, so far as the proposal's own urgency does not exclude them. */
function needed(step: Step, profile: Profile, given: Findable): readonly Step[] {
  const names = namesIn(unfold(step.opens, profile));
  const facts = (name: string) => (name === 'urgency_asked' ? given.proposal.urgency.asked : undefined);
  return profile.steps.filter((one) => names.includes(one.id) && truthOf(one.opens, profile, facts) !== false);
}

function noFallBack({ proposal }: Findable): Finding[] {
  return decisionsIn(proposal.implementation)
    .filter((decision) => decision.otherwise === null)
    .map((decision) => ({
      id: 'no-fall-back-date',
      sentence: `The implementation date holds only for a decision by ${writeDay(decision.by)}; nothing says what follows a later one.`,
      where: 'implementation',
      citations: [{ ...proposal.report.abstract.citation, clause: 'implementation' }],
    }));
}

/** A consultation that is long enough only when its first day is counted. */
function consultations({ given, rulebook, calendar, profile }: Plan): Finding[] {
  return plannedSteps(profile, given.proposal.timetable.steps).flatMap(({ step, plan }) => {
    if (step.kind !== 'consultation' || step.clock === null) return [];
    const { workingDays: usual, urgentWorkingDays } = step.clock;
    const parameter = given.proposal.urgency.asked ? (urgentWorkingDays ?? usual) : usual;
    const least = parameter === null ? null : numberOf(rulebook, parameter, given.submittedOn);
    if (least === null) return [];
    const [without, counted] = [false, true].map((first) => workingDaysBetween(calendar, plan.from, plan.to, first));
    if (without === undefined || counted === undefined || without >= least.number || counted < least.number) return [];
    return [
      {
        id: 'consultation-counts-its-first-day',
        sentence: `${step.title} from ${writeDay(plan.from)} to ${writeDay(plan.to)} is ${workingDays(counted)} only if its first day is counted; without it, ${workingDays(without)}.`,
        where: 'timetable',
        citations: [least.citation],
      },
    ];
  });
}

/** A window after the planned vote that ends on the eve of implementation, or after it. */
function referralWindows({ given, rulebook, calendar, profile }: Plan): Finding[] {
  const vote = plannedSteps(profile, given.proposal.timetable.steps).findLast(({ step }) => step.kind === 'ballot');
  const day = decisionsIn(given.proposal.implementation).flatMap(({ then }) =>
    then.kind === 'on' ? [then.day] : [],
  )[0];
  if (vote === undefined || day === undefined) return [];
  return profile.steps.flatMap((step) => {
    const parameter = step.kind === 'window' ? (step.clock?.workingDays ?? null) : null;
    const length = parameter === null ? null : numberOf(rulebook, parameter, given.submittedOn);
    const last = length === null ? null : findWorkingDay(calendar, vote.plan.to, length.number, step.clock?.countFirst);
    if (length === null || last === null) return [];
    const fits = last < day;
    const slack = fits ? workingDaysBetween(calendar, last, addDays(day, -1)) : 0;
    if (slack > 0) return [];
    const how = fits ? 'so it only just fits' : 'so it does not fit';
    return [
      {
        id: fits ? 'referral-window-just-fits' : 'referral-window-does-not-fit',
        sentence: `The ${step.title.toLowerCase()} of ${workingDays(length.number)} after the vote of ${writeDay(vote.plan.to)} ends with ${writeDay(last)}, and implementation is planned for ${writeDay(day)}, ${how}.`,
        where: 'implementation',
        citations: [length.citation],
      },
    ];
  });
}
