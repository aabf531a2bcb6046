import { html } from 'hono/html';
import type { z } from 'zod';
import type { replayHistories } from '../../app/rulebook/replay-histories.ts';
import { type Day, writeDay } from '../../core/kernel/day.ts';
import type { Page } from '../page/layout.ts';
import { details, type Html, section, table, tag } from '../page/parts.ts';
import { citationText } from '../page/words.ts';

type Retold = z.output<typeof replayHistories.output>['histories'][number];

/** What is known of real modifications, each as a line of days and as a table. */
export function historiesPage(histories: readonly Retold[]): Page {
  return {
    title: 'Real timelines',
    section: 'rulebook',
    kicker: html`<a href="/rulebook/processes">Processes</a>`,
    lede: 'What is known of real modifications, replayed by the rules that run every process here. Working Days are counted, not copied; a day that is not known is not given.',
    body: html`${histories.map(historyPart)}`,
  };
}

function historyPart(history: Retold): Html {
  const { id, title, profile, rows, supposed, refusals, end } = history;
  const lines = rows.map(({ what, on, between, workingDays, citation }) => [
    on === null ? html`<span class="pv-quiet">${betweenText(between)}</span>` : writeDay(on),
    on === null ? html`<span class="pv-quiet">${what}</span>` : what,
    workingDays === null ? '' : String(workingDays),
    citation === null
      ? tag('day not known', 'wait')
      : html`${citationText(citation)}${citation.note ? html` <span class="pv-quiet">${citation.note}</span>` : ''}`,
  ]);
  const columns = [
    { title: 'Day' },
    { title: 'What' },
    { title: 'Working Days since', numeric: true },
    { title: 'From' },
  ];
  return section(
    id.toLowerCase(),
    id,
    html`<p>Under <a href="/rulebook/processes/${profile}">${title}</a>: ${end === null ? 'open' : end.toLowerCase()}. ${
      refusals.length === 0
        ? tag('as the process has it', 'good')
        : html`${tag('not as the process has it', 'bad')} ${refusals.join(' ')}`
    }</p>
${picture(history)}
${table(`What is known of ${id}, and what the process asked for in between`, columns, lines, { quiet: true, stack: true })}
${
  supposed.length === 0
    ? ''
    : details(
        'What had to be supposed',
        html`<ul>${supposed.map(({ step, outcome, why }) => html`<li>${step.replaceAll('_', ' ')}: ${outcome}. ${why}</li>`)}</ul>`,
      )
}`,
  );
}

function betweenText({ from, to }: Retold['rows'][number]['between']): string {
  if (from === null && to === null) return 'not known';
  if (from === null) return `by ${writeDay(to as Day)}`;
  return to === null ? `from ${writeDay(from)}` : `${writeDay(from)} to ${writeDay(to)}`;
}

const WIDTH = 760;
const EDGE = 12;
const LINE = 34;
/** Where less room is between two days, the number is in the table alone. */
const ROOM = 26;

/** The known days on one line to scale, with the Working Days between them. */
function picture({ id, rows }: Retold): Html | string {
  const known = rows.flatMap(({ what, on, workingDays }) => (on === null ? [] : [{ what, on, workingDays }]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first.on === last.on) return '';
  const x = (on: Day) => Math.round(EDGE + ((on - first.on) / (last.on - first.on)) * (WIDTH - 2 * EDGE));
  return html`<div class="pv-picture" role="region" aria-label="Picture of ${id}" tabindex="0">
<svg viewBox="0 0 ${WIDTH} 66" role="img" aria-labelledby="line-${id}"><title id="line-${id}">The known days of ${id} to scale, with the Working Days between them; the table says the same.</title>
<line class="pv-tick" x1="${x(first.on)}" x2="${x(last.on)}" y1="${LINE}" y2="${LINE}"/>
${known.map(({ what, on, workingDays }, at) => {
  const before = known[at - 1]?.on ?? on;
  const shown = workingDays !== null && x(on) - x(before) > ROOM;
  return html`<circle class="pv-known-day" cx="${x(on)}" cy="${LINE}" r="5"><title>${writeDay(on)}: ${what}</title></circle>${
    shown
      ? html`<text class="pv-tick-label" text-anchor="middle" x="${(x(on) + x(before)) / 2}" y="${LINE - 10}">${workingDays}</text>`
      : ''
  }`;
})}
<text class="pv-tick-label" x="${EDGE - 6}" y="60">${writeDay(first.on)}</text><text class="pv-tick-label" text-anchor="end" x="${WIDTH - EDGE + 6}" y="60">${writeDay(last.on)}</text>
</svg></div>`;
}
