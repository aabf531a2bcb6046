import type { Day } from '../../kernel/day.ts';
import { addDays } from '../../kernel/day.ts';
import { dayOfInstant, type Instant, timeOfInstant } from '../../kernel/instant.ts';
import { type Calendar, coversDay, workingDaysBetween } from '../../kernel/working-days.ts';
import { type Hold, writeHold } from '../hold/hold.ts';
import type { NextAct } from '../what-next.ts';
import { byTime } from './awaiting.ts';

/** How likely the next step is to come too late. `none`: nobody has to do anything, time does it. `on-hold`: its clocks stand still. */
export const RISKS = ['late', 'at-risk', 'on-time', 'no-date', 'on-hold', 'none'] as const;
export type Risk = (typeof RISKS)[number];

/** Working Days left at which a step counts as at risk: a convenience of the board, no rule of a code. */
const SHORT = 2;

/** What is left until the next step is needed. */
export interface Slack {
  readonly risk: Risk;
  /** Working Days from today to the last day; below 0 once that is past; null where no day or calendar says. */
  readonly workingDays: number | null;
  readonly sentence: string;
}

/** The act that a modification waits for first: the earliest that must be done, else what time does; null for none. */
export function firstAct(acts: readonly NextAct[]): NextAct | null {
  const due = acts.filter((act) => act.operation !== null && !act.optional).toSorted(byTime);
  return due[0] ?? acts.find((act) => act.operation === null) ?? null;
}

/** How much is left until an act is needed, in Working Days of a calendar; of a modification on hold, that it rests. */
export function slackOf(act: NextAct | null, now: Instant, calendar: Calendar | null, hold: Hold | null = null): Slack {
  if (hold !== null) return { risk: 'on-hold', workingDays: null, sentence: writeHold(hold) };
  if (act === null || act.operation === null) {
    return { risk: 'none', workingDays: null, sentence: 'runs by itself' };
  }
  if (act.until === null) return { risk: 'no-date', workingDays: null, sentence: 'no date is set' };
  const today = dayOfInstant(now);
  const last = lastDayBefore(act.until);
  const covered = calendar !== null && coversDay(calendar, today) && coversDay(calendar, last);
  if (!covered) {
    const late = act.until <= now;
    return { risk: late ? 'late' : 'on-time', workingDays: null, sentence: late ? 'late' : 'on time' };
  }
  if (act.until <= now) {
    const over = workingDaysBetween(calendar, last, today);
    return { risk: 'late', workingDays: 0 - over, sentence: `late${over === 0 ? '' : ` by ${inWorkingDays(over)}`}` };
  }
  const workingDays = workingDaysBetween(calendar, today, last);
  const risk = workingDays <= SHORT ? 'at-risk' : 'on-time';
  const left = workingDays === 0 ? 'due today' : `${inWorkingDays(workingDays)} left`;
  return { risk, workingDays, sentence: last === today ? 'due today' : left };
}

/** The day on which an instant falls as the end of a period: midnight ends the day before. */
function lastDayBefore(at: Instant): Day {
  const on = dayOfInstant(at);
  return timeOfInstant(at) === '00:00' ? addDays(on, -1) : on;
}

function inWorkingDays(count: number): string {
  return count === 1 ? '1 Working Day' : `${count} Working Days`;
}
