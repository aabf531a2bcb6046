import { type Day, dayOf, formatDay, partsOf } from '../../core/kernel/day.ts';
import { type Interval, intersect } from '../../core/kernel/interval.ts';

/** A window of days laid out from left to right. */
export interface Timeline {
  readonly window: { readonly from: Day; readonly until: Day };
  readonly left: number;
  readonly width: number;
}

/** Where the start of a day stands. */
export function xOf(line: Timeline, on: Day): number {
  const { from, until } = line.window;
  const share = (Math.min(Math.max(on, from), until) - from) / (until - from);
  return Math.round((line.left + share * line.width) * 10) / 10;
}

/** Where an interval starts and how wide it is; null outside the window. */
export function spanOf(line: Timeline, days: Interval): { readonly x: number; readonly width: number } | null {
  const shared = intersect(days, line.window);
  if (shared === null) return null;
  const x = xOf(line, shared.from);
  return { x, width: Math.max(1, Math.round((xOf(line, shared.until ?? line.window.until) - x) * 10) / 10) };
}

export interface Tick {
  readonly day: Day;
  readonly label: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const MOST_TICKS = 14;

/** Month starts inside the window, thinned so that their labels do not touch. */
export function ticksOf(line: Timeline): readonly Tick[] {
  const starts = monthStarts(line.window.from, line.window.until);
  const every = [1, 2, 3, 6, 12].find((step) => starts.length / step <= MOST_TICKS) ?? 12;
  return starts.filter((on) => (partsOf(on).month - 1) % every === 0).map((on) => ({ day: on, label: labelOf(on) }));
}

function monthStarts(from: Day, until: Day): Day[] {
  const { year, month } = partsOf(from);
  const months = Math.ceil((until - from) / 28) + 1;
  return Array.from({ length: months }, (_, at) =>
    dayOf(year + Math.floor((month - 1 + at) / 12), ((month - 1 + at) % 12) + 1, 1),
  )
    .filter((on) => on !== null)
    .filter((on) => on >= from && on < until);
}

function labelOf(on: Day): string {
  const { year, month } = partsOf(on);
  return `${MONTHS[month - 1]} ${String(year).slice(2)}`;
}

/** `18 Jul 2018`, short for tables and pictures; machines read {@link formatDay}. */
export function shortDay(on: Day): string {
  const { year, month, dayOfMonth } = partsOf(on);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

/** `18 Jul 2018 to 7 Nov 2018`: the last day is included, as people count. */
export function shortInterval({ from, until }: Interval): string {
  if (until === null) return `from ${shortDay(from)}`;
  const last = (until - 1) as Day;
  return formatDay(last) === formatDay(from) ? shortDay(from) : `${shortDay(from)} to ${shortDay(last)}`;
}
