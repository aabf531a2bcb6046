import { html } from 'hono/html';
import { addDays, type Day, partsOf, weekdayOf, writeDay } from '../../core/kernel/day.ts';
import { shortDay, type Tick, type Timeline, ticksOf, xOf } from '../effect/timeline.ts';
import type { Html } from '../page/parts.ts';

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** A line of the picture. */
export interface GanttRow extends Days {
  readonly title: string;
  /** Words under the title: who does it. */
  readonly small: string;
  readonly state: 'done' | 'running' | 'planned';
  readonly critical: boolean;
  /** Until when it can be late, last day included; null where it cannot or that is not known. */
  readonly latest: Day | null;
  /** Its days in the timetable before. */
  readonly before: Days | null;
  /** Steps on a line that stands for many; absent: the line is one step. */
  readonly parts?: readonly (Days & { readonly done: boolean })[];
}

/** A day that is marked through the whole picture. */
export interface GanttMark {
  readonly day: Day;
  readonly title: string;
  readonly kind: 'today' | 'release';
}

const LEFT = 330;
const WIDTH = 740;
const AXIS = 56;
const ROW = 46;
const BAR = 16;
const LETTERS = 42;

/** Steps over time as an image with a title and a description; the table beside it says the same. */
export function ganttPicture(id: string, title: string, rows: readonly GanttRow[], marks: readonly GanttMark[]): Html {
  const line: Timeline = { window: windowOf(rows, marks), left: LEFT, width: WIDTH };
  const height = AXIS + rows.length * ROW + 10;
  const shown = marks.filter(({ day }) => line.window.from <= day && day < line.window.until);
  return html`<div class="pv-picture pv-gantt" role="region" aria-label="${title}: picture" tabindex="0">
<svg viewBox="0 0 ${LEFT + WIDTH + 20} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${title}</title>
<desc id="${id}-desc">${describe(rows, marks)} The table says the same.</desc>
<defs><pattern id="${id}-running" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="pv-gantt-stripe" width="3" height="7"/></pattern></defs>
${weeksOf(line).map(({ on, x, told }) => html`<line class="pv-gantt-week" x1="${x}" x2="${x}" y1="${AXIS - 8}" y2="${height - 10}"/>${told ? html`<text class="pv-gantt-week-label" x="${x + 3}" y="${AXIS - 5}">${partsOf(on).dayOfMonth}</text>` : ''}`)}
${monthsOf(line).map((tick) => html`<line class="pv-gantt-month" x1="${xOf(line, tick.day)}" x2="${xOf(line, tick.day)}" y1="6" y2="${height - 10}"/><text class="pv-gantt-month-label" x="${xOf(line, tick.day) + 5}" y="18">${tick.label}</text>`)}
${rows.map((row, at) => rowPart(line, row, AXIS + at * ROW, at, id))}
${shown.map((mark) => markPart(line, mark, height))}
</svg></div>`;
}

function rowPart(line: Timeline, row: GanttRow, top: number, at: number, id: string): Html {
  const y = top + 9;
  const [first = '', second = ''] = wrap(row.title);
  const x = xOf(line, row.from);
  const end = xOf(line, addDays(row.to, 1));
  const label = daysLabel(row);
  const last = Math.max(end, row.latest === null ? 0 : xOf(line, addDays(row.latest, 1)));
  // Left of the bar where there is no room to its right; where there is none either, the table says it.
  const right = last + 8 + label.length * 6.6 < LEFT + WIDTH + 16;
  return html`${at % 2 === 0 ? html`<rect class="pv-gantt-band" x="0" y="${top}" width="${LEFT + WIDTH + 20}" height="${ROW}"/>` : ''}
<text class="pv-gantt-title${row.critical ? ' pv-gantt-title-critical' : ''}" x="10" y="${top + (second === '' ? 19 : 17)}">${first}</text>
${second === '' ? html`<text class="pv-gantt-small" x="10" y="${top + 36}">${row.small}</text>` : html`<text class="pv-gantt-title${row.critical ? ' pv-gantt-title-critical' : ''}" x="10" y="${top + 35}">${second}</text>`}
${row.before === null ? '' : beforePart(line, row.before, y + BAR + 4)}
${slackPart(line, row, end, y)}
${row.parts === undefined ? barPart(row, { x, width: Math.max(3, end - x), y }, id) : partsPart(line, row.parts, { x, width: Math.max(3, end - x), y }, id)}
${right || x - 14 - label.length * 6.6 > LEFT ? html`<text class="pv-gantt-days" x="${right ? last + 8 : x - 10}" y="${y + 13}"${right ? '' : html` text-anchor="end"`}>${label}</text>` : ''}`;
}

function barPart(
  row: Pick<GanttRow, 'state' | 'critical' | 'from' | 'to'>,
  { x, width, y }: { x: number; width: number; y: number },
  id: string,
): Html {
  const kind = `pv-gantt-${row.state}${row.critical ? ' pv-gantt-critical' : ''}`;
  if (row.from === row.to) {
    const [cx, cy, r] = [Math.round((x + width / 2) * 10) / 10, y + BAR / 2, 9.5];
    return html`<path class="pv-gantt-bar ${kind}" d="M${cx} ${cy - r}L${cx + r} ${cy}L${cx} ${cy + r}L${cx - r} ${cy}z"/>`;
  }
  const bar = html`<rect class="pv-gantt-bar ${kind}" x="${x}" y="${y}" width="${width}" height="${BAR}" rx="3"/>`;
  if (row.state !== 'running') return bar;
  return html`${bar}<rect x="${x}" y="${y}" width="${width}" height="${BAR}" rx="3" fill="url(#${id}-running)"/>`;
}

/** A pale line for the whole, and on it each step. */
function partsPart(
  line: Timeline,
  parts: NonNullable<GanttRow['parts']>,
  { x, width, y }: { x: number; width: number; y: number },
  id: string,
): Html {
  return html`<rect class="pv-gantt-span" x="${x}" y="${y + BAR / 2 - 2}" width="${width}" height="4" rx="2"/>${parts.map(
    (part) => {
      const start = xOf(line, part.from);
      const place = { x: start, width: Math.max(3, xOf(line, addDays(part.to, 1)) - start), y };
      const row = { ...part, state: part.done ? 'done' : 'planned', critical: false } as const;
      return barPart(row, place, id);
    },
  )}`;
}

function beforePart(line: Timeline, before: Days, y: number): Html {
  const x = xOf(line, before.from);
  const width = Math.max(6, xOf(line, addDays(before.to, 1)) - x);
  return html`<rect class="pv-gantt-before" x="${x}" y="${y}" width="${width}" height="7" rx="2"/>`;
}

function slackPart(line: Timeline, { latest, to, from }: GanttRow, end: number, y: number): Html | string {
  if (latest === null || latest <= to) return '';
  const x = xOf(line, addDays(latest, 1));
  const middle = y + BAR / 2;
  return html`<path class="pv-gantt-slack" d="M${from === to ? end + 6 : end} ${middle}H${x}M${x} ${middle - 6}v12"/>`;
}

function markPart(line: Timeline, { day, title, kind }: GanttMark, height: number): Html {
  const x = xOf(line, day) + (kind === 'today' ? 0 : xOf(line, addDays(day, 1)) - xOf(line, day));
  const late = x > LEFT + WIDTH - 110;
  return html`<line class="pv-gantt-mark pv-gantt-mark-${kind}" x1="${x}" x2="${x}" y1="24" y2="${height - 10}"/><text class="pv-gantt-mark-label pv-gantt-mark-label-${kind}" x="${late ? x - 5 : x + 5}" y="35"${late ? html` text-anchor="end"` : ''}>${title}</text>`;
}

function windowOf(rows: readonly GanttRow[], marks: readonly GanttMark[]): Timeline['window'] {
  const days = [
    ...rows.flatMap(({ from, to, latest, before }) => [
      from,
      to,
      ...(latest === null ? [] : [latest]),
      ...(before === null ? [] : [before.from, before.to]),
    ]),
    ...marks.map((mark) => mark.day),
  ];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const pad = Math.max(3, Math.round((last - first) * 0.04));
  return { from: (first - pad) as Day, until: (last + pad + 1) as Day };
}

/** Month starts; before the first of them the month in which the picture begins, where there is room for its name. */
function monthsOf(line: Timeline): readonly Tick[] {
  const ticks = ticksOf(line);
  const [first] = ticks;
  const room = first === undefined || xOf(line, first.day) - line.left > 60;
  const { from } = line.window;
  return room ? [{ day: from, label: shortDay(from).replace(/^\d+ (...) ..(..)$/, '$1 $2') }, ...ticks] : ticks;
}

/** Where weeks begin, while they are few enough to be told apart, and whether there is room for the day. */
function weeksOf({ window, left, width }: Timeline): readonly { on: Day; x: number; told: boolean }[] {
  const length = window.until - window.from;
  if (length > 200) return [];
  const first = addDays(window.from, (8 - weekdayOf(window.from)) % 7);
  const mondays = Array.from({ length: Math.ceil(length / 7) }, (_, at) => addDays(first, at * 7));
  return mondays
    .filter((on) => on < window.until)
    .map((on) => ({ on, x: xOf({ window, left, width }, on), told: length < 130 }));
}

/** `24 Oct`, `15–19 Oct`, `29 Oct – 2 Nov`: the year stands on the axis. */
function daysLabel({ from, to }: Days): string {
  const [first, last] = [shortDay(from), shortDay(to)].map((text) => text.replace(/ \d{4}$/, ''));
  if (from === to) return first ?? '';
  const sameMonth = partsOf(from).month === partsOf(to).month && partsOf(from).year === partsOf(to).year;
  return sameMonth ? `${partsOf(from).dayOfMonth}–${last}` : `${first} – ${last}`;
}

function wrap(title: string): readonly string[] {
  if (title.length <= LETTERS) return [title];
  const at = title.lastIndexOf(' ', LETTERS);
  const rest = title.slice(at + 1);
  return [title.slice(0, at), rest.length > LETTERS ? `${rest.slice(0, LETTERS - 1)}…` : rest];
}

function describe(rows: readonly GanttRow[], marks: readonly GanttMark[]): string {
  const words = rows.map(
    ({ title, from, to, critical, state }) =>
      `${title}: ${from === to ? writeDay(from) : `${writeDay(from)} to ${writeDay(to)}`}${state === 'done' ? ', done' : critical ? ', critical' : ''}.`,
  );
  return [...words, ...marks.map(({ title, day }) => `${title}: ${writeDay(day)}.`)].join(' ');
}

/** What the marks of the picture mean. */
export function ganttLegend(withBefore: boolean): Html {
  const marks: readonly (readonly [string, string])[] = [
    ['done', 'done'],
    ['running', 'running'],
    ['planned', 'planned'],
    ['critical', 'planned and critical: if it is late, so is the release'],
    ['slack', 'slack: the latest that still meets the release'],
    ...(withBefore ? [['before', 'as the timetable before had it'] as const] : []),
  ];
  return html`<ul class="pv-legend" aria-label="Marks of the picture">${marks.map(
    ([mark, meaning]) =>
      html`<li><span class="pv-legend-mark pv-gantt-key-${mark}" aria-hidden="true"></span>${meaning}</li>`,
  )}</ul>`;
}
