import type { Day } from '../../kernel/day.ts';
import type { ProposalRules } from '../context.ts';
import { isNotReached, openSteps } from '../profile/net.ts';
import type { Profile } from '../profile/profile.ts';
import { type ProposalLife, RAISING } from '../state.ts';
import { lengthOf } from './period.ts';

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
  /**
   * `proposed` until the question of the timetable is answered, `not-reached` when the proposal ended before that;
   * `overtaken` when another has to be set in its place.
   */
  readonly standing: 'proposed' | 'not-reached' | 'agreed' | 'refused' | 'overtaken' | 'set';
  /** The step that gave it its standing; null while it is proposed. */
  readonly by: string | null;
  readonly on: Day | null;
}

/** The timetable that now holds, or the last one before it was refused or overtaken, with the rows of what was done. */
export function heldTimetable(life: ProposalLife, profile: Profile): HeldTimetable {
  const replacing = openSteps(life, profile).find((step) => step.carriesTimetable);
  const set = life.timetables.at(-1);
  if (set !== undefined) {
    return { timetable: wholeTimetable(life), standing: replacing ? 'overtaken' : 'set', by: set.step, on: set.on };
  }
  const { timetable } = life.content;
  const question = profile.steps.find((step) => step.answers === 'timetable');
  const answer = life.done.find((one) => one.step === question?.id);
  if (answer === undefined) {
    const standing = question !== undefined && isNotReached(question, life, profile) ? 'not-reached' : 'proposed';
    return { timetable, standing, by: null, on: null };
  }
  const standing = answer.outcome === 'refused' ? 'refused' : replacing ? 'overtaken' : 'agreed';
  return { timetable, standing, by: answer.step, on: answer.on };
}

/** The timetable set last, after the rows of earlier ones for steps that have begun and that it leaves out. */
function wholeTimetable({ content, timetables, done, consultations, ballots }: ProposalLife): Timetable {
  const begun = (id: string) => done.some((one) => one.step === id) || id in consultations || id in ballots;
  return timetables.reduce<Timetable>((before, { timetable }) => {
    const kept = before.steps.filter((row) => timetable.steps.every((one) => one.step !== row.step) && begun(row.step));
    return { steps: [...kept, ...timetable.steps].toSorted((a, b) => a.from - b.from) };
  }, content.timetable);
}

/** The timetable that would hold if one were set now: its rows, after those of what has begun and that it leaves out. */
export function timetableIfSet(timetable: Timetable, life: ProposalLife, profile: Profile): Timetable {
  const set = { step: RAISING, on: life.raisedOn, timetable };
  return heldTimetable({ ...life, timetables: [...life.timetables, set] }, profile).timetable;
}

/** What the timetable plans for a step; null when it plans no day. */
export function plannedFor(step: string, life: ProposalLife, profile: Profile): PlannedStep | null {
  return liveTimetable(life, profile).steps.find((planned) => planned.step === step) ?? null;
}

/** The timetable that now holds, without the days of what was sent back since: those were for what was done before. */
export function liveTimetable(life: ProposalLife, profile: Profile): Timetable {
  const sentBack = life.sentBack.filter((one) => one.timetables === life.timetables.length);
  const { steps } = heldTimetable(life, profile).timetable;
  return { steps: steps.filter(({ step }) => sentBack.every((one) => !one.steps.includes(step))) };
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
