import { type Day, writeDay } from '../../kernel/day.ts';
import type { ProposalRules } from '../context.ts';
import type { StepClock } from '../profile/profile.ts';
import { openConsultation } from '../running.ts';
import type { ProposalLife } from '../state.ts';
import { dayClosedAt, lengthOf } from './period.ts';
import { heldTimetable, type PlannedStep } from './timetable.ts';

/** How what happened at a planned step differs from its plan, in words; null when it does not, or has not happened. */
export function deviationOf(planned: PlannedStep, life: ProposalLife, rules: ProposalRules): string | null {
  const consultation = life.consultations[planned.step];
  const ballot = life.ballots[planned.step]?.[0];
  const done = life.done.find((one) => one.step === planned.step)?.on;
  const began = consultation?.from ?? ballot?.openedOn;
  const on = began ?? done;
  if (on === undefined) return null;
  const latest = began === undefined ? planned.to : planned.from;
  const words = STANDING_WORDS[heldTimetable(life, rules.profile).standing];
  const verb = began === undefined ? 'done' : 'opened';
  if (on < planned.from) return `${verb} ${distance(on, planned.from, 'before', rules)} ${words}`;
  if (on > latest) return `${verb} ${distance(latest, on, 'after', rules)} ${words}`;
  const ends = consultation && dayClosedAt(consultation.closes);
  if (ends === undefined || ends === planned.to) return null;
  const closes = openConsultation(planned.step, life) === null ? 'closed' : 'closes';
  const [from, to] = ends < planned.to ? [ends, planned.to] : [planned.to, ends];
  return `${closes} ${distance(from, to, ends < planned.to ? 'before' : 'after', rules)} ${words}`;
}

const STANDING_WORDS = {
  proposed: 'the proposed timetable',
  'not-reached': 'the proposed timetable',
  agreed: 'the agreed timetable',
  refused: 'the timetable that was refused',
  overtaken: 'the timetable that was overtaken',
  set: 'the timetable set',
} as const;

/** `2 Working Days after`; days where no clock of the profile counts between the two. */
function distance(from: Day, to: Day, which: 'before' | 'after', rules: ProposalRules): string {
  const clock: StepClock | null = rules.profile.steps.find((step) => step.clock !== null)?.clock ?? null;
  const count = clock && lengthOf({ ...clock, countFirst: false }, from, to, rules);
  const on = writeDay(which === 'after' ? to : from);
  return count === null || count === 0
    ? `on ${on}, ${which}`
    : `${count} Working ${count === 1 ? 'Day' : 'Days'} ${which}`;
}
