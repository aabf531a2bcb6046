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
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500].map((years) => 12 * years);
/** What a label takes, in units of the picture. */
const LABEL_WIDTH = 52;

/** Month starts inside the window, thinned so that their labels do not touch and none is cut off. */
export function ticksOf(line: Timeline): readonly Tick[] {
  const months = Math.ceil((line.window.until - line.window.from) / 30);
  const every = [1, 2, 3, 6, ...YEARS].find((step) => months / step <= MOST_TICKS) ?? 12 * 1000;
  return monthStarts(line, every).map((on) => ({ day: on, label: labelOf(on) }));
}

/** Starts of every so many months, counted from the first month of year 0, that leave room for their label. */
function monthStarts(line: Timeline, every: number): Day[] {
  const { from, until } = line.window;
  const { year, month } = partsOf(from);
  const first = Math.ceil((year * 12 + month - 1) / every) * every;
  const last = partsOf(until).year * 12 + partsOf(until).month - 1;
  const counted = Array.from(
    { length: Math.max(0, Math.floor((last - first) / every) + 1) },
    (_, at) => first + at * every,
  );
  return counted
    .flatMap((at) => dayOf(Math.floor(at / 12), (at % 12) + 1, 1) ?? [])
    .filter((on) => on >= from && on < until && xOf(line, on) + LABEL_WIDTH <= line.left + line.width);
}

function labelOf(on: Day): string {
  const { year, month } = partsOf(on);
  return `${MONTHS[month - 1]} ${year}`;
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
