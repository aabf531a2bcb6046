import { html } from 'hono/html';
import type { z } from 'zod';
import type { listDuties } from '../../app/obligation/list-duties.ts';
import { dutyEntries } from '../../core/document/duty-entries.ts';
import { sentenceCase } from '../../core/document/prose.ts';
import { addDays, type Day, formatDay } from '../../core/kernel/day.ts';
import { intervalInWords } from '../../core/kernel/interval.ts';
import type { DueDay } from '../../core/obligation/due-days.ts';
import type { Page } from '../page/layout.ts';
import { empty, type Html, hidden, section, table, tag, textField } from '../page/parts.ts';
import { certaintyMark, dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { type Evidence, slotsOfDuty, slotTag } from './evidence.page.ts';
import { type Month, monthFrom, monthGrid } from './month-grid.ts';
import { whyTree } from './why-tree.ts';

type Listed = z.output<typeof listDuties.output>;
type Duty = Listed['duties'][number];

/** A party's compliance calendar: the month, what is due after it, and every duty with its reasons. */
export function calendarPage(
  view: View,
  { month, code }: { readonly month: Month; readonly code?: string },
  inMonth: Listed,
  ahead: Listed,
  evidence: Evidence | null,
): Page {
  const slots = (duty: Duty): Html | string =>
    evidence === null
      ? ''
      : html`<ul class="pv-runs">${slotsOfDuty(duty, evidence, view.today).map((slot) => html`<li>${slotTag(slot)}${slot.of === null ? '' : html` <span class="pv-quiet">for ${dayText(slot.of)}</span>`}</li>`)}</ul>`;
  const { party, name, duties } = inMonth;
  const entries = dutyEntries(duties, view.today);
  const address = `/parties/${encodeURIComponent(party)}/duties`;
  const binding = duties.filter((duty) => duty.answers.some((run) => run.bound !== false));
  const others = duties.filter((duty) => !binding.includes(duty));
  const inCode = code === undefined ? '' : `&${new URLSearchParams({ code })}`;
  const [before, after] = [monthFrom(addDays(month.first, -1)), monthFrom(addDays(month.last, 1))];
  return {
    title: `Compliance calendar of ${name}`,
    section: 'parties',
    kicker: html`<a href="/parties/${encodeURIComponent(party)}">${name}</a>`,
    lede: 'What binds it, from when and why, and the days by which something is due.',
    body: html`<form class="pv-form pv-filter" method="get" action="${address}" aria-label="Choose the month">
${code === undefined ? '' : hidden('code', code)}${textField(view, { form: 'month', name: 'month', label: 'Month', type: 'month', value: month.text, width: 'short' })}
<button type="submit" class="govuk-button govuk-button--secondary">Show</button></form>
<nav class="pv-month-turn" aria-label="Months"><a href="${address}?month=${before.text}${inCode}" rel="prev">${before.title}</a> <a href="${address}?month=${after.text}${inCode}" rel="next">${after.title}</a></nav>
${section(
  'month',
  month.title,
  html`${monthGrid(month, entries, view.today)}${entries.length === 0 ? empty(`Nothing begins, ends or is due in ${month.title}.`) : ''}`,
)}
${section('ahead', `Within a year of ${month.title}`, aheadPart(ahead, view.today))}
${section('duties', `What binds it in ${month.title}`, binding.length === 0 ? empty('Nothing binds it then.') : dutiesTable('Duties that bind', binding, month, evidence === null ? null : slots))}
${others.length === 0 ? '' : section('not', 'What does not bind it then', dutiesTable('Duties that do not bind', others, month, null))}
${
  evidence !== null
    ? section(
        'evidence',
        'Evidence',
        html`<p><a href="/parties/${encodeURIComponent(party)}/evidence">What shows that it meets its duties</a>: which places are filled, empty or late. Only its own people, its assessor and the Code Administrator read it.</p>`,
      )
    : ''
}
${section(
  'subscribe',
  'Subscribe',
  html`<p>Your calendar can follow these days: <a href="/feeds/parties/${encodeURIComponent(party)}.ics${inCode.replace('&', '?')}">iCalendar feed of ${name}</a>. Whom the code binds is for everybody to read, so the feed needs no secret.</p>`,
)}`,
  };
}

/** The days after the month, so that what is coming is seen from an empty month too. */
function aheadPart(ahead: Listed, today: Day): Html {
  const entries = dutyEntries(ahead.duties, today);
  const waiting = ahead.duties.flatMap((duty) =>
    duty.due.filter((one) => one.on === null).map((one) => ({ duty, one })),
  );
  if (entries.length + waiting.length === 0) return empty('No day is known on which something changes or is due.');
  const rows = [
    ...entries.map((entry) => [dayText(entry.from), entry.title, entry.description]),
    ...waiting.map(({ duty, one }) => [DUE[one.standing].word, `${duty.provision} ${duty.title}`, one.reason]),
  ];
  return table(
    'Days ahead',
    ['Day', 'What', 'Because'].map((title) => ({ title })),
    rows,
    { quiet: true, stack: true },
  );
}

function dutiesTable(
  caption: string,
  duties: readonly Duty[],
  month: Month,
  slots: ((duty: Duty) => Html | string) | null,
): Html {
  const rows = duties.map((duty) => [
    html`<a href="/obligations/${encodeURIComponent(duty.obligation)}?on=${formatDay(month.first)}">${duty.provision}</a> ${duty.title} ${certaintyMark(duty.certainty)}<br><span class="pv-quiet">${duty.systems ?? 'the Party itself'}</span>`,
    html`${sentenceCase(duty.duty)}${
      duty.judgementWords.length === 0
        ? ''
        : html`<br><span class="pv-quiet">Judged by people: ${duty.judgementWords.join(', ')}</span>`
    }`,
    html`${boundOver(duty)}${whyTree(duty.why)}`,
    duty.due.length === 0 ? '–' : html`<ul class="pv-runs">${duty.due.map(dueItem)}</ul>`,
    ...(slots === null ? [] : [slots(duty)]),
  ]);
  const titles = ['Duty', 'What it asks', 'Binds', 'Due', ...(slots === null ? [] : ['Evidence'])];
  const columns = titles.map((title) => ({ title }));
  return table(caption, columns, rows, { quiet: true, stack: true });
}

function boundOver({ answers }: Duty): Html {
  if (answers.length === 1) return html`${answers.map(({ bound }) => boundTag(bound))}`;
  return html`<ul class="pv-runs">${answers.map(
    ({ bound, interval }) => html`<li>${boundTag(bound)} ${intervalInWords(interval)}</li>`,
  )}</ul>`;
}

/** Whether a duty binds, as a tag. */
export function boundTag(bound: boolean | 'unknown'): Html {
  if (bound === 'unknown') return tag('unknown', 'wait');
  return bound ? tag('binds', 'open') : tag('does not bind', 'plain');
}

const DUE = {
  due: { word: 'due', tone: 'open' },
  open: { word: 'may be due', tone: 'wait' },
  awaited: { word: 'awaits its event', tone: 'wait' },
  uncounted: { word: 'not counted', tone: 'bad' },
  ended: { word: 'no longer due', tone: 'plain' },
} as const;

function dueItem({ on, standing, reason }: DueDay): Html {
  const { word, tone } = DUE[standing];
  return html`<li>${tag(word, tone)}${on === null ? '' : html` ${dayText(on)}`} <span class="pv-quiet">${reason}</span></li>`;
}
