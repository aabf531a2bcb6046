import { html } from 'hono/html';
import type { AssessmentAnswer } from '../../core/assurance/assessment.ts';
import type { BoundRun, Clause, EffectReport, PartyEffect } from '../../core/assurance/effect.ts';
import type { Day } from '../../core/kernel/day.ts';
import { implementationDateEvent } from '../../core/kernel/resolve-commencement.ts';
import { type Html, table, tag } from '../page/parts.ts';
import { citationList, dayText } from '../page/words.ts';
import { mergedGroups } from './merged.ts';
import { shortInterval } from './timeline.ts';

const BOUND = { true: 'bound', false: 'not bound', unknown: 'unknown' } as const;

/** What the picture shows, in words: every run of days in both worlds with its reason. */
export function groupsTable(party: PartyEffect, titles: EventTitles): Html | string {
  const groups = mergedGroups(party);
  if (groups.length === 0) return '';
  const rows = groups.map((group) => [
    html`${group.title}<br><span class="pv-quiet">${group.provisions.join(', ')}</span>`,
    runs(group.without),
    runs(group.with),
    group.difference.length + group.otherwise.length === 0
      ? 'none'
      : html`<ul class="pv-runs">${group.difference.map((one) => html`<li><strong>${one.change === 'unsettled' ? 'not settled' : one.change}</strong> ${shortInterval(one.interval)}${flips(one.clause)}</li>`)}${group.otherwise.map((one) => html`<li><strong>${owed(one.what)}</strong> ${shortInterval(one.interval)}${flips(one.clause)}</li>`)}</ul>`,
    html`${group.cover.length === 0 ? '' : runs(group.cover)}${group.uncovered.length === 0 ? '' : html`<span class="pv-quiet">${group.uncovered.join(', ')}: no licence duty stands for it</span>`}`,
    group.cover.length === 0
      ? 'not asked'
      : html`${group.gapsWithout.length === 0 ? 'none without' : spans(group.gapsWithout, 'without', titles)}; ${group.gapsWith.length === 0 ? 'none with' : spans(group.gapsWith, 'with', titles)}`,
  ]);
  const columns = ['Systems', 'Without', 'With', 'Difference', 'Licence cover', 'Days covered by neither'].map(
    (title) => ({ title }),
  );
  return table(`When ${party.name} is bound`, columns, rows, { stack: true });
}

function runs(all: readonly BoundRun[]): Html {
  return html`<ul class="pv-runs">${all.map(
    (run) =>
      html`<li><strong>${BOUND[String(run.bound) as keyof typeof BOUND]}</strong> ${shortInterval(run.interval)}<details class="pv-why"><summary>why</summary><p>${run.reason} ${citationList(run.citations)}</p></details></li>`,
  )}</ul>`;
}

/** The clause that flips: what decides in each world on the first day. */
function flips({ without, with: withIt }: Clause): Html {
  return html`<details class="pv-why"><summary>what flips</summary><p>Without: ${without.reason} With: ${withIt.reason}</p></details>`;
}

function owed(what: readonly string[]): string {
  return what.every((one) => one === 'words') ? 'other words' : `owed otherwise (${what.map(fieldWords).join(', ')})`;
}

const FIELDS: Readonly<Record<string, string>> = {
  judgementWords: 'words of judgement',
  assuredBy: 'who assures it',
  countsDevices: 'whether Devices count',
  assessableAfter: 'what comes before an assessment',
  covers: 'what it stands in for',
};

/** A field of an obligation as a word: `words of judgement`. */
function fieldWords(field: string): string {
  return FIELDS[field] ?? field;
}

function spans(all: PartyEffect['groups'][number]['gapsWith'], world: string, titles: EventTitles): Html {
  return html`${all.map((span) => html`${shortInterval(span)} ${world}${span.awaiting.length === 0 ? '' : ` (if ${eventWords(span.awaiting, titles)})`} `)}`;
}

/** Booked assessments in both worlds: the type that the rules call for, and whether the party is exposed. */
export function assessmentsTable(party: PartyEffect, titles: EventTitles): Html | string {
  if (party.assessments.length === 0) return '';
  const rows = party.assessments.map((one) => [
    html`${dayText(one.on)}<br><span class="pv-quiet">${one.assessment}</span>`,
    one.plannedType,
    answerText(one.without, titles),
    answerText(one.with, titles),
    html`without: ${exposure(one.exposedWithout)}<br>with: ${exposure(one.exposedWith)}<br><span class="pv-quiet">${one.exposureReason}</span>`,
  ]);
  const columns = ['Booked', 'Planned as', 'Called for without', 'Called for with', 'Exposed'].map((title) => ({
    title,
  }));
  return table(`Assessments of ${party.name}`, columns, rows, { stack: true });
}

function exposure(exposed: boolean | 'unknown'): Html {
  if (exposed === 'unknown') return tag('unknown', 'wait');
  return exposed ? tag('exposed', 'bad') : tag('not exposed', 'good');
}

/** The type of the next assessment in both worlds with the whole because. */
export function nextPart({ next }: PartyEffect, on: Day, titles: EventTitles): Html | string {
  if (next === null) return '';
  const isSame = next.without.type === next.with.type && next.without.because.count === next.with.because.count;
  return html`<p class="pv-next-assessment">Next assessment (year ${next.cycleYear}), if made on ${dayText(on)}: without ${typeTag(next.without)}, with ${typeTag(next.with)}</p>
<p class="pv-quiet">${because(next.without, titles)}${isSame ? ' The same with the modification.' : html` With: ${because(next.with, titles)}`}</p>`;
}

function typeTag({ type, possible }: AssessmentAnswer): Html {
  return type === null
    ? tag(`unknown: ${possible.join(' or ')}`, 'wait')
    : tag(type, type === 'full' ? 'open' : 'plain');
}

function answerText(answer: AssessmentAnswer, titles: EventTitles): Html {
  return html`${typeTag(answer)}<br><span class="pv-quiet">${because(answer, titles)}</span>`;
}

/** `50,001 Devices, at or below the threshold of 250,000 (smets-threshold); SEC G8.3`. */
export function because({ because: why, awaiting }: AssessmentAnswer, titles: EventTitles = new Map()): Html {
  const side = why.comparison === null ? 'on either side of' : why.comparison === 'above' ? 'above' : 'at or below';
  const count =
    why.count === why.countAtMost ? number(why.count) : `${number(why.count)} to ${number(why.countAtMost)}`;
  const open = awaiting.length === 0 ? '' : ` It depends on: ${eventWords(awaiting, titles)}.`;
  return html`${count} ${why.unit}, ${side} the threshold of ${number(why.threshold)} (${why.parameter}); ${citationList(why.citations)}.${open}`;
}

/** Titles of events by id. */
export type EventTitles = ReadonlyMap<string, string>;

/** The titles of the events that a report names. */
export function titlesIn({ events }: Pick<EffectReport, 'events'>): EventTitles {
  return new Map(events.map(({ event, title }) => [event, title]));
}

/** Events by their titles, those of the process itself by what they are: `approval`. */
export function eventWords(events: readonly string[], titles: EventTitles = new Map()): string {
  const words = (event: string) => {
    const title = titles.get(event);
    return title === undefined ? event.replaceAll(/[-_]/g, ' ') : `“${title}”`;
  };
  // Until a decision is made, that a day might have to be set after it says nothing more.
  const dates = new Set(events.map(implementationDateEvent));
  return events
    .filter((event) => !dates.has(event))
    .map((event) => {
      const decision = /^(.+)-implementation-date$/.exec(event)?.[1];
      return decision === undefined ? words(event) : `the day of implementation after ${words(decision)}`;
    })
    .join(', ');
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
