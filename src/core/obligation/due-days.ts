import { addDays, type Day, partsOf, writeDay } from '../kernel/day.ts';
import { contains, type Interval } from '../kernel/interval.ts';
import { addMonths } from '../kernel/months.ts';
import { type Steps, valueOn } from '../kernel/steps.ts';
import { type Calendar, findWorkingDay, projectedHolidays } from '../kernel/working-days.ts';
import type { Asked } from './asked.ts';
import type { Bound, Verdict } from './bound-steps.ts';
import type { Due, Length } from './due.ts';
import type { FactSources } from './fact-sources.ts';

/** A day by which a duty is to be done, or what keeps it from having one. */
export interface DueDay {
  /** Null while it has none. */
  readonly on: Day | null;
  /** `open`: whether it binds then is not settled; `awaited`: its event has not happened; `uncounted`: no calendar covers it; `ended`: its duty ends after its period and before the day. */
  readonly standing: 'due' | 'open' | 'awaited' | 'uncounted' | 'ended';
  /** What names it among the due days of its duty: the end of its period, or the day of its event. */
  readonly of: Day | null;
  readonly reason: string;
  readonly awaiting: readonly string[];
  /** Facts (by id) that it counts from. */
  readonly facts: readonly string[];
}

/** Whether a duty binds, as far as due days ask. */
type Binding = Pick<Bound, 'bound' | 'awaiting'>;

/** What due days are counted by: for whom, from which facts, in which Working Days. */
export interface Counting {
  readonly asked: Pick<Asked, 'subject' | 'knowledge'>;
  readonly sources: FactSources;
  readonly calendar: Calendar;
}

/**
 * The due days of a duty in a window, in their order: only days on which it binds, or may bind, and after events only
 * those that happened while it did. A day for which no calendar counts is told without a day, and once for those that
 * follow. A period at whose end the duty bound, and that would be due once it has ended, is told without a day too.
 */
export function dueDays(
  due: Due | null,
  bound: Steps<Binding>,
  window: Interval & { until: Day },
  counting: Counting,
): readonly DueDay[] {
  if (due === null) return [];
  return due.kind === 'every'
    ? everyPeriod(due, bound, window, counting.calendar)
    : afterEvents(due, bound, window, counting);
}

type Every = Extract<Due, { kind: 'every' }>;
type Within = Extract<Due, { kind: 'within' }>;

function everyPeriod(
  { months, from, grace }: Every,
  bound: Steps<Binding>,
  window: Interval & { until: Day },
  calendar: Calendar,
): DueDay[] {
  const found: DueDay[] = [];
  for (let period = firstPeriod({ months, from, grace }, window.from); ; period += 1) {
    const starts = addMonths(from, period * months, 'end-of-month');
    const ends = addDays(addMonths(from, (period + 1) * months, 'end-of-month'), -1);
    if (ends >= window.until) return found;
    const on = grace === null ? ends : after(ends, grace, calendar);
    const said = `The period from ${writeDay(starts)} ends on ${writeDay(ends)}`;
    if (on === null) {
      const isTold = found.at(-1)?.standing === 'uncounted';
      if (!isTold && ends >= window.from && valueOn(bound, ends).bound !== false)
        found.push(uncounted(ends, `${said}, and ${beyond(grace, calendar)}.`));
      continue;
    }
    if (!contains(window, on)) continue;
    const length = grace === null ? '' : `, and ${lengthText(grace)} follow it`;
    const reason = `${said}${length}${projected(ends, on, grace, calendar)}.`;
    const ended = valueOn(bound, ends).bound === true ? endBetween(bound, ends, on) : null;
    if (ended === null) found.push(...standing(on, ends, [valueOn(bound, on)], reason, []));
    else {
      const why = `${said} and would be due on ${writeDay(on)}, but it does not bind from ${writeDay(ended)}: nothing is due for it.`;
      found.push({ on: null, standing: 'ended', of: ends, reason: why, awaiting: [], facts: [] });
    }
  }
}

/** The day between two from which a duty does not bind until the later one; null when it binds then, or may. */
function endBetween({ changes }: Steps<Binding>, after: Day, on: Day): Day | null {
  const last = changes.findLast(({ from }) => from > after && from <= on);
  return last?.value.bound === false ? last.from : null;
}

/** No period before it has its due day in the window. */
function firstPeriod({ months, from, grace }: Pick<Every, 'months' | 'from' | 'grace'>, start: Day): number {
  const inDays = { days: 1, 'working-days': 2, months: 31 };
  const slack = grace === null ? 0 : grace.count * inDays[grace.unit] + 31;
  const [a, b] = [partsOf(from), partsOf(addDays(start, -slack))];
  return Math.max(0, Math.floor(((b.year - a.year) * 12 + b.month - a.month) / months) - 1);
}

function afterEvents(
  { after: event, length }: Within,
  bound: Steps<Binding>,
  window: Interval & { until: Day },
  counting: Counting,
): DueDay[] {
  const { asked, sources, calendar } = counting;
  const title = asked.knowledge.kinds.get(event)?.title ?? event;
  const occurred = occurrencesOf(event, counting);
  if (occurred === null) {
    const binds = bindsIn(bound, window);
    const reason = `${lengthText(length)} run from the day after “${title}”, of which nothing is recorded.`;
    return binds === false ? [] : [{ on: null, standing: 'awaited', of: null, reason, awaiting: [event], facts: [] }];
  }
  const days = [...new Set(occurred)];
  return days.flatMap((day) => {
    const facts = sources.on(event, asked.subject, day).map((fact) => fact.id);
    const on = after(day, length, calendar);
    const said = `“${title}” on ${writeDay(day)}`;
    if (on === null) {
      const told = contains(window, day) && valueOn(bound, day).bound !== false;
      return told ? [{ ...uncounted(day, `${said}: ${beyond(length, calendar)}.`), facts }] : [];
    }
    if (!contains(window, on)) return [];
    const reason = `${lengthText(length)} follow ${said}${projected(day, on, length, calendar)}.`;
    return standing(on, day, [valueOn(bound, day), valueOn(bound, on)], reason, facts);
  });
}

/** The days on which an event took place, or is supposed to; null while nothing is known of it. */
function occurrencesOf(event: string, { asked, sources }: Counting): readonly Day[] | null {
  const recorded = sources.all(event, asked.subject).map((fact) => fact.effectiveOn);
  if (recorded.length > 0) return recorded;
  const { occurrence } = asked.knowledge.about(event, asked.subject);
  if (occurrence === null) return null;
  return occurrence === 'never' ? [] : [occurrence];
}

function standing(on: Day, of: Day, bounds: readonly Binding[], reason: string, facts: readonly string[]): DueDay[] {
  if (bounds.some((one) => one.bound === false)) return [];
  const awaiting = [...new Set(bounds.flatMap((one) => one.awaiting))];
  const isOpen = bounds.some((one) => one.bound === 'unknown');
  return [{ on, of, standing: isOpen ? 'open' : 'due', reason, awaiting, facts }];
}

function uncounted(of: Day, reason: string): DueDay {
  return { on: null, standing: 'uncounted', of, reason, awaiting: [], facts: [] };
}

/** The day on which a length of time that starts on the next day ends; null beyond the calendar. */
function after(day: Day, { count, unit }: Length, calendar: Calendar): Day | null {
  if (unit === 'days') return addDays(day, count);
  return unit === 'months' ? addMonths(day, count, 'end-of-month') : findWorkingDay(calendar, day, count);
}

function bindsIn(bound: Steps<Binding>, window: Interval): Verdict {
  const inside = bound.changes.filter((change) => contains(window, change.from)).map((change) => change.value.bound);
  const all = [valueOn(bound, window.from).bound, ...inside];
  return all.includes(true) || (all.includes('unknown') && 'unknown');
}

function beyond(length: Length | null, calendar: Calendar): string {
  const years = `${writeDay(calendar.from)} to ${writeDay(addDays(calendar.until, -1))}`;
  const what = length === null ? 'the days after it' : lengthText(length);
  return `${what} after it are not counted, because the calendar of ${calendar.title} covers ${years}`;
}

function projected(from: Day, to: Day, length: Length | null, calendar: Calendar): string {
  if (length?.unit !== 'working-days') return '';
  const names = projectedHolidays(calendar, from, to).map((one) => `${one.name} (${writeDay(one.day)})`);
  return names.length === 0 ? '' : `; only projected on the way: ${names.join(', ')}`;
}

function lengthText({ count, unit }: Length): string {
  const [one, many] = {
    days: ['day', 'days'],
    'working-days': ['Working Day', 'Working Days'],
    months: ['month', 'months'],
  }[unit] as [string, string];
  return `${count} ${count === 1 ? one : many}`;
}
