import { html } from 'hono/html';
import type { BoundRun, PartyEffect } from '../../core/assurance/effect.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { Interval } from '../../core/kernel/interval.ts';
import type { Html } from '../page/parts.ts';
import { type MergedGroup, mergedGroups } from './merged.ts';
import { shortDay, spanOf, type Timeline, ticksOf, xOf } from './timeline.ts';

const LEFT = 118;
const WIDTH = 842;
const AXIS = 26;
const BAR = 16;
const ROW = 22;
const GROUP = 106;

/** Bars over time for every group of a party in both worlds, with cover beneath and assessments across. */
export function effectPicture(party: PartyEffect, window: { readonly from: Day; readonly until: Day }): Html {
  const line: Timeline = { window, left: LEFT, width: WIDTH };
  const groups = mergedGroups(party);
  const height = AXIS + Math.max(1, groups.length) * GROUP + 8;
  const id = `picture-${party.party}`;
  return html`<div class="pv-picture" role="region" aria-label="Picture of ${party.name}" tabindex="0">
<svg viewBox="0 0 ${LEFT + WIDTH + 10} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">When ${party.name} is bound, without and with the modification</title>
<desc id="${id}-desc">${describe(groups)} The table after the picture says the same.</desc>
<defs>
<pattern id="${id}-exposed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="pv-hatch" width="2.2" height="6"/></pattern>
<pattern id="${id}-unknown" width="7" height="7" patternUnits="userSpaceOnUse"><circle class="pv-dot" cx="3.500" cy="3.500" r="1.200"/></pattern>
</defs>
${ticksOf(line).map(
  (tick) =>
    html`<line class="pv-tick" x1="${xOf(line, tick.day)}" x2="${xOf(line, tick.day)}" y1="${AXIS - 6}" y2="${height}"/><text class="pv-tick-label" x="${xOf(line, tick.day) + 3}" y="14">${tick.label}</text>`,
)}
${groups.map((group, at) => groupRows(line, group, AXIS + at * GROUP, id))}
${party.assessments.map((assessment) => assessmentMark(line, assessment, height))}
</svg></div>`;
}

function groupRows(line: Timeline, group: MergedGroup, top: number, id: string): Html {
  const rows = [
    { label: 'without', runs: group.without, exposed: group.boundWithoutGuidance.without },
    { label: 'with', runs: group.with, exposed: group.boundWithoutGuidance.with },
  ];
  return html`<text class="pv-group-title" x="0" y="${top + 14}">${group.title} · ${group.provisions.join(', ')}</text>
${rows.map(({ label, runs, exposed }, at) => {
  const y = top + 22 + at * ROW;
  return html`<text class="pv-row-label" x="${LEFT - 10}" y="${y + 12}">${label}</text>${runs.map((run) => bar(line, run, y, id))}${exposed.map((days) => overlay(line, days, y, id))}`;
})}
<text class="pv-row-label" x="${LEFT - 10}" y="${top + 76}">other cover</text>
${group.cover.map((run) => coverBar(line, run, top + 68))}
${group.gapsWith.map((days) => gap(line, days, top + 68))}`;
}

function bar(line: Timeline, run: BoundRun, y: number, id: string): Html | string {
  const span = spanOf(line, run.interval);
  if (span === null) return '';
  if (run.bound === 'unknown') {
    return html`<rect class="pv-bar-unknown" x="${span.x}" y="${y}" width="${span.width}" height="${BAR}"/><rect x="${span.x}" y="${y}" width="${span.width}" height="${BAR}" fill="url(#${id}-unknown)"/>`;
  }
  return html`<rect class="${run.bound ? 'pv-bar-bound' : 'pv-bar-free'}" x="${span.x}" y="${y}" width="${span.width}" height="${BAR}"/>`;
}

function overlay(line: Timeline, days: Interval, y: number, id: string): Html | string {
  const span = spanOf(line, days);
  return span === null
    ? ''
    : html`<rect x="${span.x}" y="${y}" width="${span.width}" height="${BAR}" fill="url(#${id}-exposed)"/>`;
}

function coverBar(line: Timeline, run: BoundRun, y: number): Html | string {
  const span = spanOf(line, run.interval);
  if (span === null) return '';
  const kind = run.bound === 'unknown' ? 'pv-cover-unknown' : run.bound ? 'pv-cover' : 'pv-cover-none';
  return html`<rect class="${kind}" x="${span.x}" y="${y}" width="${span.width}" height="8"/>`;
}

function gap(line: Timeline, days: Interval, y: number): Html | string {
  const span = spanOf(line, days);
  return span === null ? '' : html`<rect class="pv-gap" x="${span.x}" y="${y - 2}" width="${span.width}" height="12"/>`;
}

function assessmentMark(line: Timeline, assessment: PartyEffect['assessments'][number], height: number): Html {
  const x = xOf(line, assessment.on);
  const isExposed = assessment.exposedWithout === true || assessment.exposedWith === true;
  return html`<line class="pv-assessment${isExposed ? ' pv-assessment-exposed' : ''}" x1="${x}" x2="${x}" y1="${AXIS}" y2="${height}"/><path class="pv-assessment-head${isExposed ? ' pv-assessment-exposed' : ''}" d="M${x - 6} ${AXIS - 6}h12l-6 9z"/>`;
}

function describe(groups: readonly MergedGroup[]): string {
  const sentences = groups.map(
    (group) => `${group.title}: without, ${inWords(group.without)}; with, ${inWords(group.with)}.`,
  );
  return sentences.join(' ');
}

function inWords(runs: readonly BoundRun[]): string {
  const words = { true: 'bound', false: 'not bound', unknown: 'unknown' } as const;
  return runs
    .map((run) => `${words[String(run.bound) as keyof typeof words]} from ${shortDay(run.interval.from)}`)
    .join(', ');
}

/** What the picture's marks mean. */
export function pictureLegend(): Html {
  const marks: readonly (readonly [string, string])[] = [
    ['bound', 'bound by the duty'],
    ['exposed', 'bound, but what it is assessed by does not exist yet'],
    ['unknown', 'unknown until something happens'],
    ['free', 'not bound'],
    ['cover', 'bound by the supply licence instead'],
    ['gap', 'covered by neither'],
    ['assessment', 'a scheduled assessment (red: exposed)'],
  ];
  return html`<ul class="pv-legend" aria-label="Marks of the picture">${marks.map(
    ([mark, meaning]) =>
      html`<li><span class="pv-legend-mark pv-legend-${mark}" aria-hidden="true"></span>${meaning}</li>`,
  )}</ul>`;
}
