import { type Day, writeDay } from '../../kernel/day.ts';
import { workingDaysBetween } from '../../kernel/working-days.ts';
import type { ProposalRules } from '../context.ts';
import { workingDayWords } from './plan-words.ts';
import type { PlannedStep, Timetable } from './timetable.ts';

type Days = Pick<PlannedStep, 'from' | 'to'>;

/** How a step differs between two timetables. */
export interface StepDifference {
  readonly step: string;
  readonly title: string;
  readonly kind: 'same' | 'moved' | 'longer' | 'shorter' | 'added' | 'left-out';
  readonly before: Days | null;
  readonly after: Days | null;
  /** Working Days by which its first day is later; negative: earlier; null where one of the two has none. */
  readonly later: number | null;
  /** `“Change Board vote” is 20 Working Days later, on 21 November 2018 instead of 24 October 2018.` */
  readonly sentence: string;
}

/** What becomes of each step when one timetable takes the place of another, in the order of the later one. */
export function differenceOf(
  before: Timetable,
  after: Timetable,
  rules: Pick<ProposalRules, 'profile' | 'calendars'>,
): readonly StepDifference[] {
  const left = before.steps.filter((row) => after.steps.every((one) => one.step !== row.step));
  return [...after.steps, ...left]
    .map((row) => {
      const [old, next] = [before, after].map(({ steps }) => steps.find((one) => one.step === row.step) ?? null);
      return stepDifference(row.step, old ?? null, next ?? null, rules);
    })
    .toSorted((a, b) => firstDay(a) - firstDay(b));
}

function stepDifference(
  step: string,
  before: Days | null,
  after: Days | null,
  { profile, calendars }: Pick<ProposalRules, 'profile' | 'calendars'>,
): StepDifference {
  const title = profile.steps.find((one) => one.id === step)?.title ?? step;
  const days = { before: daysOf(before), after: daysOf(after) };
  const base = { step, title, ...days };
  if (days.after === null) {
    return { ...base, kind: 'left-out', later: null, sentence: `“${title}” has no planned day any more.` };
  }
  if (days.before === null) {
    return { ...base, kind: 'added', later: null, sentence: `“${title}” is planned for ${writeDays(days.after)}.` };
  }
  const clock = profile.steps.find((one) => one.clock !== null)?.clock;
  const calendar = calendars.find((one) => one.id === clock?.calendar) ?? calendars[0];
  const count = (from: Day, to: Day) => (calendar === undefined ? to - from : workingDaysBetween(calendar, from, to));
  const [old, next] = [days.before.from, days.after.from];
  // Counted from the earlier day either way, so that turned round it is the opposite, also about a weekend.
  const later = old <= next ? count(old, next) : 0 - count(next, old);
  const instead = `${writeDays(days.after)} instead of ${writeDays(days.before)}`;
  if (days.before.from !== days.after.from) {
    const by = later === 0 ? 'moved' : `${workingDayWords(Math.abs(later))} ${later > 0 ? 'later' : 'earlier'}`;
    return { ...base, kind: 'moved', later, sentence: `“${title}” is ${by}, on ${instead}.` };
  }
  if (days.before.to === days.after.to) {
    return { ...base, kind: 'same', later, sentence: `“${title}” stays on ${writeDays(days.after)}.` };
  }
  const kind = days.after.to > days.before.to ? 'longer' : 'shorter';
  return { ...base, kind, later, sentence: `“${title}” is ${kind}, on ${instead}.` };
}

/** `24 October 2018`, `15 to 19 October 2018` written whole. */
function writeDays({ from, to }: Days): string {
  return from === to ? writeDay(from) : `${writeDay(from)} to ${writeDay(to)}`;
}

function daysOf(row: Days | null): Days | null {
  return row && { from: row.from, to: row.to };
}

function firstDay({ before, after }: StepDifference): number {
  return (after ?? before)?.from ?? 0;
}
