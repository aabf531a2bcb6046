import type { Expression } from '../../kernel/condition.ts';
import type { Day } from '../../kernel/day.ts';
import { evaluateCondition, type Facts } from '../../kernel/evaluate-condition.ts';
import { once } from '../../kernel/once.ts';
import { implementationDayKnown, implementationOf } from '../implementation/implementation.ts';
import type { DoneStep, ProposalLife } from '../state.ts';
import { outcomesOf, truthOf, unfold } from './outcomes.ts';
import type { End, Profile, Step } from './profile.ts';

/**
 * Facts that conditions may name beside the outcomes of steps and the facts of the profile:
 * `urgency_asked`, whether the proposal asks to be urgent; `fast_track`, whether it was raised as Fast-Track; `implementation_day_known`, whether a day of implementation
 * follows from its commencement or was set (missing while the decision that settles it is still to come).
 */
export const BUILT_IN_FACTS = ['urgency_asked', 'fast_track', 'implementation_day_known'] as const;

/** Whether a step can be done now: `waiting` names the facts that would settle it. */
export type StepStatus =
  | { readonly kind: 'done'; readonly done: DoneStep }
  | { readonly kind: 'open' }
  | { readonly kind: 'waiting'; readonly missing: readonly string[] }
  | { readonly kind: 'excluded' };

/** The status of a step of the profile in a proposal's life. */
export function statusOf(step: Step, life: ProposalLife, profile: Profile): StepStatus {
  return statuses(life, profile).get(step.id) ?? workOut(step, life, profile);
}

/** All statuses of a life at once: what happens next, who waits for whom and the timetable all ask for each of them. */
const statuses = once(
  (life: ProposalLife, profile: Profile): ReadonlyMap<string, StepStatus> =>
    new Map(profile.steps.map((step) => [step.id, workOut(step, life, profile)])),
);

function workOut(step: Step, life: ProposalLife, profile: Profile): StepStatus {
  const done = life.done.find((one) => one.step === step.id);
  if (done !== undefined) return { kind: 'done', done };
  if (life.content.fastTrack === true && profile.fastTrack?.steps.includes(step.id) === false)
    return { kind: 'excluded' };
  const outcome = evaluateCondition(unfold(step.opens, profile), factsOf(life, profile));
  switch (outcome.kind) {
    case 'unknown':
      return { kind: 'waiting', missing: outcome.missing };
    case 'error':
      return { kind: 'waiting', missing: [] };
    case 'value':
      return { kind: outcome.value === true ? 'open' : 'excluded' };
  }
}

/** Whether outcomes rule a step out, be it done or not. */
export function isRuledOut(step: Step, life: ProposalLife, profile: Profile): boolean {
  return conditionHolds({ kind: 'not', of: step.opens }, life, profile);
}

/**
 * Whether the proposal ended before it came to a step: what brought the end about cut it off, or rules it out now,
 * although until then it was still to come.
 */
export function isNotReached(step: Step, life: ProposalLife, profile: Profile): boolean {
  if (life.done.some((one) => one.step === step.id)) return false;
  if (life.withdrawn !== null) return ['open', 'waiting'].includes(statusOf(step, life, profile).kind);
  if (endOf(life, profile) === null) return false;
  const { kind } = statusOf(step, beforeLast(life, profile), profile);
  return kind === 'open' || kind === 'waiting';
}

/** A life as it was before what was done last. */
const beforeLast = once((life: ProposalLife, _: Profile): ProposalLife => ({ ...life, done: life.done.slice(0, -1) }));

/** Whether a step was begun, be it done or not. */
export function hasBegun(id: string, life: ProposalLife): boolean {
  return life.done.some((one) => one.step === id) || id in life.consultations || id in life.ballots;
}

/** Whether a step that was done may be done again: none of the steps that make it final has begun. */
export function canBeRepeated(step: Step, life: ProposalLife): boolean {
  const isDone = life.done.some((one) => one.step === step.id);
  return step.repeatableUntil !== undefined && isDone && !step.repeatableUntil.some((id) => hasBegun(id, life));
}

/** Whether a day of implementation that is known can be moved at a step: it is approved, and the day is still to come. */
export function canMoveDay(step: Step, life: ProposalLife, profile: Profile, today: Day): boolean {
  if (step.movesDay !== true || factHolds('approval', life, profile) !== true) return false;
  const { day } = implementationOf(life, profile);
  return day !== null && day > today;
}

/** Steps that can be done now. */
export function openSteps(life: ProposalLife, profile: Profile): readonly Step[] {
  return profile.steps.filter((step) => statusOf(step, life, profile).kind === 'open');
}

/** Whether a named fact of the profile holds. */
export function factHolds(name: string, life: ProposalLife, profile: Profile): boolean | 'unknown' {
  return truthOf({ kind: 'name', name }, profile, factsOf(life, profile));
}

/** Whether a condition of the profile holds. */
export function conditionHolds(when: Expression, life: ProposalLife, profile: Profile): boolean {
  return truthOf(when, profile, factsOf(life, profile)) === true;
}

/** The end to which the proposal has come: the first whose condition is true; null when none is. */
export function endOf(life: ProposalLife, profile: Profile): End | null {
  return profile.ends.find((end) => conditionHolds(end.when, life, profile)) ?? null;
}

function factsOf(life: ProposalLife, profile: Profile): Facts {
  const outcomes = outcomesOf(life.done, life);
  return (name) => (name === 'implementation_day_known' ? dayKnown(life, profile) : outcomes(name));
}

/** It looks back over the whole life, and many conditions ask. */
const dayKnown = once(implementationDayKnown);
