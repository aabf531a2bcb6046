import { html } from 'hono/html';
import type { z } from 'zod';
import type { listTimetables } from '../../app/timetable/list-timetables.ts';
import { addDays, type Day } from '../../core/kernel/day.ts';
import type { Page } from '../page/layout.ts';
import { empty, type Html, section, table } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { clashList } from './clash-list.ts';
import { type GanttRow, ganttPicture } from './gantt.ts';

type Listed = z.output<typeof listTimetables.output>;
type Row = Listed['timetables'][number];

/** How many timetables a page shows, so that the picture stays one that a reader can take in. */
const SHOWN = 40;
const PAST = -60;

/** The timetables of all open modifications beside each other, and what between them does not go together. */
export function timetablesPage(view: View, { timetables, clashes }: Listed, skip: number): Page {
  const shown = timetables.slice(skip, skip + SHOWN);
  return {
    title: 'Timetables',
    section: 'register',
    lede: 'Every open modification over time, the next to come first.',
    body: html`${section('clashes', 'What does not go together', clashes.length === 0 ? empty('No two timetables are in each other’s way, and every day is one on which its body meets.') : clashList(clashes, null))}
${section('open', 'Open modifications', shown.length === 0 ? empty('No modification is open.') : openPart(view, shown))}
${pagesPart(timetables.length, skip)}
${section('calendars', 'Calendars of bodies', bodiesPart())}`,
  };
}

function openPart(view: View, shown: readonly Row[]): Html {
  const columns = ['Modification', 'Next', 'Still to come', 'Release'].map((title) => ({ title }));
  const rows = shown.map((row) => [
    html`<a href="/modifications/${row.modification}/timetable">${row.modification}</a> ${row.title}`,
    row.next === null ? '–' : dayText(row.next),
    html`${row.rows.filter((one) => !one.done).map((one) => html`<div>${one.title}: ${one.from === one.to ? dayText(one.from) : html`${dayText(one.from)} to ${dayText(one.to)}`}</div>`)}`,
    row.release === null ? '–' : dayText(row.release),
  ]);
  const title = 'Timetables of open modifications';
  const mark = { day: view.today, title: 'today', kind: 'today' } as const;
  return html`${ganttPicture(
    'timetables-picture',
    title,
    shown.map((row) => ganttRow(row, view.today)),
    [mark],
  )}
<ul class="pv-legend" aria-label="Marks of the picture"><li><span class="pv-legend-mark pv-gantt-key-span" aria-hidden="true"></span>from raising to release</li><li><span class="pv-legend-mark pv-gantt-key-done" aria-hidden="true"></span>done</li><li><span class="pv-legend-mark pv-gantt-key-planned" aria-hidden="true"></span>planned: a bar lasts, a diamond is one day</li></ul>
${table(title, columns, rows, { quiet: true, stack: true })}`;
}

/** A modification as one line: from its raising (or what of it is still seen) to its release, with its steps on it. */
function ganttRow({ modification, title, raisedOn, rows, release, next }: Row, today: Day): GanttRow {
  const first = Math.max(raisedOn, addDays(today, PAST)) as Day;
  const ends = [first, ...rows.map((row) => row.to), ...(release === null ? [] : [release])];
  const upcoming = rows.find((row) => !row.done && row.to >= today);
  const small = upcoming === undefined || next === null ? 'nothing is planned' : `next: ${upcoming.title}`;
  return {
    title: `${modification} ${title}`,
    small,
    from: first,
    to: Math.max(...ends) as Day,
    state: 'planned',
    critical: false,
    latest: null,
    before: null,
    parts: rows
      .filter((row) => row.to >= first)
      .map(({ from, to, done }) => ({ from: Math.max(from, first) as Day, to, done })),
  };
}

function pagesPart(count: number, skip: number): Html | string {
  if (count <= SHOWN) return '';
  const link = (to: number, words: string) => html`<a href="/timetables?skip=${to}#open">${words}</a>`;
  return html`<p>${skip + 1} to ${Math.min(count, skip + SHOWN)} of ${count}. ${skip > 0 ? link(Math.max(0, skip - SHOWN), 'The ones before') : ''} ${skip + SHOWN < count ? link(skip + SHOWN, 'The next ones') : ''}</p>`;
}

function bodiesPart(): Html {
  return html`<p>Meetings with their paper days and what is planned for each: <a href="/feeds/body/panel.ics">the Panel</a> · <a href="/feeds/body/change-board.ics">the Change Board</a>. Your own are <a href="/account#calendar">with your account</a>.</p>`;
}
