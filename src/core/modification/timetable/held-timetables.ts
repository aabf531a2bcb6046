import type { Day } from '../../kernel/day.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { ProposalRules } from '../context.ts';
import type { ProposalLife } from '../state.ts';
import type { Timetable } from './timetable.ts';

/** A timetable that a proposal has, or had. */
export interface NumberedTimetable {
  /** 0 is the one that was proposed with it; each that was set is one more. */
  readonly number: number;
  /** `As proposed`, `Set by the Panel`. */
  readonly title: string;
  readonly on: Day;
  readonly timetable: Timetable;
}

/** Every timetable that a proposal has had, in order: none is lost when another takes its place. */
export function timetablesOf(life: ProposalLife, { profile, bodies }: ProposalRules): readonly NumberedTimetable[] {
  const first = { number: 0, title: 'As proposed', on: life.raisedOn, timetable: life.content.timetable };
  const set = life.timetables.map(({ step: id, on, timetable }, at): NumberedTimetable => {
    const step = profile.steps.find((one) => one.id === id);
    const title = step === undefined ? 'Set' : `Set by ${rolesInSentence(step.by, bodies)}`;
    return { number: at + 1, title, on, timetable };
  });
  return [first, ...set];
}
