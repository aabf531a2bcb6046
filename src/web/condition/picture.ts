import { html } from 'hono/html';
import type { z } from 'zod';
import type { runSchema } from '../../app/condition/condition-view.ts';
import { addDays, type Day, writeDay } from '../../core/kernel/day.ts';
import { spanOf, type Timeline, ticksOf, xOf } from '../effect/timeline.ts';
import { type Html, table } from '../page/parts.ts';
import { kindOf, outcomeText, outcomeWords } from './words.ts';

type Run = z.output<typeof runSchema>;

const WIDTH = 900;
const AXIS = 24;
const BAR = 26;
const AROUND = 60;

/** A bar over time: what the condition comes to, with the day asked about across it. */
export function runsPicture(runs: readonly Run[], on: Day): Html {
  const edges = runs.flatMap(({ from }) => (from === null ? [] : [from]));
  const from = addDays(Math.min(on, ...edges) as Day, -AROUND);
  const until = addDays(Math.max(on, ...edges) as Day, AROUND);
  const line: Timeline = { window: { from, until }, left: 0, width: WIDTH };
  const height = AXIS + BAR + 26;
  const label = `What the condition comes to over time: ${runs.map((run) => `${spanText(run)} ${outcomeText(run.outcome)}`).join('; ')}.`;
  const x = xOf(line, on);
  return html`<div class="pv-picture pv-condition-runs" role="region" aria-label="Picture over time" tabindex="0"><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">
${ticksOf(line).map(
  (tick) =>
    html`<line class="pv-tick" x1="${xOf(line, tick.day)}" x2="${xOf(line, tick.day)}" y1="${AXIS - 6}" y2="${AXIS + BAR + 4}"/><text class="pv-tick-label" x="${xOf(line, tick.day) + 3}" y="14">${tick.label}</text>`,
)}
${runs.map((run) => {
  const span = spanOf(line, { from: run.from ?? from, until: run.until });
  if (span === null) return '';
  const words = outcomeWords(run.outcome);
  const isShown = span.width > words.length * 8;
  return html`<rect class="pv-run-${kindOf(run.outcome)}" x="${span.x}" y="${AXIS}" width="${span.width}" height="${BAR}"/>${
    isShown
      ? html`<text class="pv-run-label pv-run-label-${kindOf(run.outcome)}" x="${(span.x + span.width / 2).toFixed(1)}" y="${AXIS + 18}">${words}</text>`
      : ''
  }`;
})}
<line class="pv-run-on" x1="${x}" x2="${x}" y1="${AXIS - 6}" y2="${AXIS + BAR + 8}"/><text class="pv-run-on-label" x="${Math.min(Math.max(x, 56), WIDTH - 56)}" y="${height - 4}">${writeDay(on)}</text>
</svg></div>`;
}

/** The picture as a table. */
export function runsTable(runs: readonly Run[]): Html {
  return table(
    'What the condition comes to over time',
    [{ title: 'Days' }, { title: 'Outcome' }],
    runs.map((run) => [spanText(run), outcomeText(run.outcome)]),
    { quiet: true, stack: true },
  );
}

/** `18 July 2018 to 7 November 2018`; the last day is included. */
function spanText({ from, until }: Run): string {
  if (from === null && until === null) return 'Every day';
  if (from === null) return `Until ${writeDay(addDays(until as Day, -1))}`;
  return until === null ? `From ${writeDay(from)}` : `${writeDay(from)} to ${writeDay(addDays(until, -1))}`;
}
