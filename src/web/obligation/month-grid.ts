import { html } from 'hono/html';
import type { FeedEntry } from '../../core/document/feed-entries.ts';
import {
  addDays,
  type Day,
  dayOf,
  formatDay,
  MONTHS,
  partsOf,
  WEEKDAYS,
  weekdayOf,
  writeDay,
} from '../../core/kernel/day.ts';
import type { Html } from '../page/parts.ts';

/** A month of a calendar. */
export interface Month {
  readonly first: Day;
  readonly last: Day;
  /** `2018-11`. */
  readonly text: string;
  /** `November 2018`. */
  readonly title: string;
}

/** Reads `2018-11`; null when it is no month. */
export function monthOf(text: string): Month | null {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  const first = year === undefined ? null : dayOf(Number(year), Number(month), 1);
  return first === null ? null : monthFrom(first);
}

/** The month of a day. */
export function monthFrom(day: Day): Month {
  const { year, month, dayOfMonth } = partsOf(day);
  const first = addDays(day, 1 - dayOfMonth);
  const next = addDays(first, 31);
  const last = addDays(next, -partsOf(next).dayOfMonth);
  return { first, last, text: formatDay(first).slice(0, 7), title: `${MONTHS[month - 1]} ${year}` };
}

/** A month as a grid of weeks, in which every day that has something says what; on a phone only those days are there. */
export function monthGrid({ first, last, title }: Month, entries: readonly FeedEntry[], today: Day): Html {
  const start = addDays(first, 1 - weekdayOf(first));
  const weeks = Math.ceil((last - start + 1) / 7);
  const cell = (day: Day): Html => {
    if (day < first || day > last) return html`<td class="pv-month-none"></td>`;
    const own = entries.filter((entry) => entry.from === day);
    const number = html`<time datetime="${formatDay(day)}" title="${writeDay(day)}">${partsOf(day).dayOfMonth}<span class="pv-month-name"> ${title}</span></time>`;
    const isToday = day === today ? ' pv-month-today' : '';
    return html`<td class="pv-month-day${own.length === 0 ? ' pv-month-free' : ''}${isToday}"${day === today ? html` aria-current="date"` : ''}>${number}${
      own.length === 0
        ? ''
        : html`<ul>${own.map((entry) => html`<li class="pv-month-${entry.status}" title="${entry.description}">${entry.title}</li>`)}</ul>`
    }</td>`;
  };
  return html`<table class="pv-month"><caption class="govuk-visually-hidden">${title}</caption>
<thead><tr>${WEEKDAYS.map((name) => html`<th scope="col"><abbr title="${name}">${name.slice(0, 3)}</abbr></th>`)}</tr></thead>
<tbody>${Array.from(
    { length: weeks },
    (_, week) => html`<tr>${Array.from({ length: 7 }, (__, at) => cell(addDays(start, week * 7 + at)))}</tr>`,
  )}</tbody></table>`;
}
