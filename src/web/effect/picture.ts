import { html } from 'hono/html';
import type { BoundRun, EffectReport, PartyEffect } from '../../core/assurance/effect.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { Interval } from '../../core/kernel/interval.ts';
import type { Html } from '../page/parts.ts';
import { type MergedGroup, mergedGroups } from './merged.ts';
import { shortDay, shortInterval, spanOf, type Timeline, ticksOf, xOf } from './timeline.ts';

const LEFT = 118;
const WIDTH = 842;
const AXIS = 44;
const BAR = 16;
const ROW = 21;
const TITLE = 22;
const COVER = 8;
const BETWEEN = 16;
/** Least width of a bar that has room for words. */
const ROOM = 62;

/** Bars over time for every group of a party in both worlds, what differs between them, cover beneath and assessments across. */
export function effectPicture(
  party: PartyEffect,
  {
    window,
    firstEffect,
    retroactive,
  }: Pick<EffectReport, 'firstEffect' | 'retroactive'> & { window: Timeline['window'] },
): Html {
  const line: Timeline = { window, left: LEFT, width: WIDTH };
  const groups = mergedGroups(party);
  const heights = groups.map(heightOf);
  const topOf = (at: number) => heights.slice(0, at).reduce((sum, one) => sum + one, AXIS);
  const height = topOf(groups.length) + 4;
  const id = `picture-${party.party}`;
  return html`<div class="pv-picture" role="region" aria-label="Picture of ${party.name}" tabindex="0">
<svg viewBox="0 0 ${LEFT + WIDTH + 10} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">When ${party.name} is bound, without and with the modification</title>
<desc id="${id}-desc">${describe(groups)} The table after the picture says the same.</desc>
<defs>${patterns(id)}</defs>
${retroactive === null ? '' : reachingBack(line, retroactive, height)}
${ticksOf(line).map(
  (tick) =>
    html`<line class="pv-tick" x1="${xOf(line, tick.day)}" x2="${xOf(line, tick.day)}" y1="${AXIS - 24}" y2="${height}"/><text class="pv-tick-label" x="${xOf(line, tick.day) + 3}" y="14">${tick.label}</text>`,
)}
${groups.map((group, at) => groupRows(line, group, topOf(at), id))}
${firstEffect === null ? '' : effectMark(line, firstEffect, height)}
${party.assessments.map((assessment) => assessmentMark(line, assessment, height))}
</svg></div>`;
}

/** Patterns that tell the marks apart without colour. */
function patterns(id: string): Html {
  return html`<pattern id="${id}-exposed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="pv-hatch" width="2.2" height="6"/></pattern>
<pattern id="${id}-unknown" width="7" height="7" patternUnits="userSpaceOnUse"><circle class="pv-dot" cx="3.500" cy="3.500" r="1.200"/></pattern>
<pattern id="${id}-lost" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="pv-lost-line" width="5" height="1.500" y="1.700"/></pattern>
<pattern id="${id}-gained" width="6" height="6" patternUnits="userSpaceOnUse"><path class="pv-gained-line" d="M3 0v6M0 3h6"/></pattern>
<pattern id="${id}-otherwise" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="pv-otherwise-line" width="1.600" height="6" x="2"/></pattern>`;
}

function heightOf(group: MergedGroup): number {
  return TITLE + 2 * ROW + (differs(group) ? ROW : 0) + (group.cover.length > 0 ? ROW : 0) + BETWEEN;
}

function differs({ difference, otherwise }: MergedGroup): boolean {
  return difference.length + otherwise.length > 0;
}

function groupRows(line: Timeline, group: MergedGroup, top: number, id: string): Html {
  const rows = [
    { label: 'without', runs: group.without, exposed: group.boundWithoutGuidance.without },
    { label: 'with', runs: group.with, exposed: group.boundWithoutGuidance.with },
  ];
  const changeTop = top + TITLE + 2 * ROW;
  const coverTop = changeTop + (differs(group) ? ROW : 0);
  return html`<text class="pv-group-title" x="0" y="${top + 14}">${group.title} · ${group.provisions.join(', ')}</text>
${rows.map(({ label, runs, exposed }, at) => {
  const y = top + TITLE + at * ROW;
  return html`${rowLabel(label, y)}${runs.map((run) => bar(line, run, y, id))}${exposed.map((days) => overlay(line, days, y, id))}`;
})}
${differs(group) ? html`${rowLabel('changes', changeTop)}${changesOf(group).map((one) => changeBar(line, one, changeTop, id))}` : ''}
${group.cover.length === 0 ? '' : html`${rowLabel('other cover', coverTop - 2)}${group.cover.map((run) => coverBar(line, run, coverTop + 2))}${group.gapsWith.map((days) => gap(line, days, coverTop + 2))}`}`;
}

function rowLabel(label: string, y: number): Html {
  return html`<text class="pv-row-label" x="${LEFT - 10}" y="${y + 12}">${label}</text>`;
}

interface Changed {
  readonly interval: Interval;
  readonly kind: 'gained' | 'lost' | 'unknown' | 'otherwise';
  readonly words: string;
}

function changesOf({ difference, otherwise }: MergedGroup): Changed[] {
  return [
    ...difference.map(({ interval, change }) => ({
      interval,
      kind: change === 'unsettled' ? ('unknown' as const) : change,
      words: change === 'unsettled' ? 'not settled' : change,
    })),
    ...otherwise.map(({ interval, what }) => ({
      interval,
      kind: 'otherwise' as const,
      words: what.every((one) => one === 'words') ? 'other words' : 'owed otherwise',
    })),
  ];
}

/** A difference as a bar with its pattern and, where there is room, its word and first day. */
function changeBar(line: Timeline, { interval, kind, words }: Changed, y: number, id: string): Html | string {
  const span = spanOf(line, interval);
  if (span === null) return '';
  const text = span.width > 3 * ROOM ? `${words} from ${shortDay(interval.from)}` : span.width > ROOM ? words : '';
  const wide = text.length * 6.3 + 8;
  return html`<rect class="pv-change pv-change-${kind}" x="${span.x}" y="${y}" width="${span.width}" height="${BAR}"/><rect x="${span.x}" y="${y}" width="${span.width}" height="${BAR}" fill="url(#${id}-${kind})"/>${
    text === ''
      ? ''
      : html`<rect class="pv-change-plate" x="${span.x + 4}" y="${y + 1.5}" width="${Math.round(Math.min(wide, span.width - 8))}" height="${BAR - 3}"/><text class="pv-change-word" x="${span.x + 8}" y="${y + 12.5}">${text}</text>`
  }`;
}

/** The first day on which anything differs, across all groups. */
function effectMark(line: Timeline, on: Day, height: number): Html | string {
  const { from, until } = line.window;
  if (on < from || on >= until) return '';
  const x = xOf(line, on);
  const isLate = x > LEFT + WIDTH - 150;
  return html`<line class="pv-effect-day" x1="${x}" x2="${x}" y1="${AXIS - 20}" y2="${height}"/><text class="pv-effect-label${isLate ? ' pv-effect-label-late' : ''}" x="${isLate ? x - 5 : x + 5}" y="${AXIS - 13}">takes effect ${shortDay(on)}</text>`;
}

/** Days before the decision that the modification reaches back to. */
function reachingBack(line: Timeline, days: Interval, height: number): Html | string {
  const span = spanOf(line, days);
  return span === null
    ? ''
    : html`<rect class="pv-reaching-back" x="${span.x}" y="${AXIS - 20}" width="${span.width}" height="${height - AXIS + 20}"/><text class="pv-reaching-label" x="${span.x + 4}" y="${AXIS - 3}">reaches back</text>`;
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
  return html`<rect class="${kind}" x="${span.x}" y="${y}" width="${span.width}" height="${COVER}"/>`;
}

function gap(line: Timeline, days: Interval, y: number): Html | string {
  const span = spanOf(line, days);
  return span === null ? '' : html`<rect class="pv-gap" x="${span.x}" y="${y - 2}" width="${span.width}" height="12"/>`;
}

function assessmentMark(line: Timeline, assessment: PartyEffect['assessments'][number], height: number): Html {
  const x = xOf(line, assessment.on);
  const isExposed = assessment.exposedWithout === true || assessment.exposedWith === true;
  return html`<line class="pv-assessment${isExposed ? ' pv-assessment-exposed' : ''}" x1="${x}" x2="${x}" y1="${AXIS - 6}" y2="${height}"/><path class="pv-assessment-head${isExposed ? ' pv-assessment-exposed' : ''}" d="M${x - 6} ${AXIS - 10}h12l-6 9z"/>`;
}

function describe(groups: readonly MergedGroup[]): string {
  const sentences = groups.map(
    (group) =>
      `${group.title}: without, ${inWords(group.without)}; with, ${inWords(group.with)}.${changesOf(group)
        .map(({ words, interval }) => ` It is ${words} ${shortInterval(interval)}.`)
        .join('')}`,
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
    ['gained', 'gained: bound only with the modification'],
    ['lost', 'lost: bound only without it'],
    ['otherwise', 'bound in both, in other words or owed otherwise'],
    ['cover', 'bound by the supply licence instead'],
    ['gap', 'covered by neither'],
    ['assessment', 'a scheduled assessment (red: exposed)'],
  ];
  return html`<ul class="pv-legend" aria-label="Marks of the picture">${marks.map(
    ([mark, meaning]) =>
      html`<li><span class="pv-legend-mark pv-legend-${mark}" aria-hidden="true"></span>${meaning}</li>`,
  )}</ul>`;
}
