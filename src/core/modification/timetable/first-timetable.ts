import type { Day } from '../../kernel/day.ts';
import { type Parameter, parameterOn } from '../../kernel/parameter.ts';
import { type Calendar, findWorkingDay } from '../../kernel/working-days.ts';
import type { Step, StepClock } from '../profile/profile.ts';
import type { PlannedStep } from './timetable.ts';

/** What the first possible days depend on. */
interface Given {
  /** The first day that may be planned. */
  readonly from: Day;
  readonly urgent: boolean;
  /** Parameters hold as they stood on this day. */
  readonly raisedOn: Day;
  readonly parameters: readonly Parameter[];
  readonly calendars: readonly Calendar[];
}

/** Whether a timetable gives the step days: what people hand in, hold or vote in, besides its raising and the questions of its report. */
export function takesDays({ kind, answers, carriesTimetable }: Step): boolean {
  return (
    (kind === 'submission' || kind === 'consultation' || kind === 'ballot') &&
    answers === undefined &&
    !carriesTimetable
  );
}

/**
 * The earliest days on which steps can follow one another, in the order given: each starts on the Working Day after the
 * one before, and lasts as long as its parameter says at least. Ends early where a calendar's snapshot ends.
 */
export function firstTimetable(steps: readonly Step[], given: Given): readonly PlannedStep[] {
  const rows: PlannedStep[] = [];
  const clock = steps.find((step) => step.clock !== null)?.clock;
  const calendar = given.calendars.find((one) => one.id === clock?.calendar);
  if (calendar === undefined) return steps.map(({ id }) => ({ step: id, from: given.from, to: given.from }));
  for (const step of steps) {
    const before = rows.at(-1);
    const from = findWorkingDay(calendar, before?.to ?? given.from, 1, before === undefined);
    const length = step.kind === 'consultation' && step.clock !== null ? leastOf(step.clock, given) : null;
    const to = from === null || length === null ? from : findWorkingDay(calendar, from, length, step.clock?.countFirst);
    if (from === null || to === null) return rows;
    rows.push({ step: step.id, from, to });
  }
  return rows;
}

function leastOf(
  { workingDays, urgentWorkingDays }: StepClock,
  { urgent, raisedOn, parameters }: Given,
): number | null {
  const id = urgent ? (urgentWorkingDays ?? workingDays) : workingDays;
  const parameter = parameters.find((one) => one.id === id);
  const value = parameter === undefined ? null : parameterOn(parameter, raisedOn);
  return typeof value?.value === 'number' ? value.value : null;
}
