import { html } from 'hono/html';
import { type CountRange, exceeds, writeRange } from '../../core/assurance/count-range.ts';
import type { EffectReport, EffectUnderReading, PartyEffect } from '../../core/assurance/effect.ts';
import type { JointEffect } from '../../core/assurance/joint-effect.ts';
import { changeSentence } from '../../core/document/change-counts.ts';
import { addDays, type Day } from '../../core/kernel/day.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import { writeOverruled } from '../../core/obligation/overruled-words.ts';
import { assetUrl } from '../assets.ts';
import { modificationTabs } from '../modification/tabs.ts';
import type { Page } from '../page/layout.ts';
import { details, empty, type Html, section, table, tag } from '../page/parts.ts';
import { dayText } from '../page/words.ts';
import type { View } from '../site.ts';
import { assessmentsTable, eventWords, groupsTable, nextPart, titlesIn } from './answers.ts';
import { type Choosable, choiceForm } from './choice.ts';
import { consequencePart } from './consequence-part.ts';
import { jointPart } from './joint-part.ts';
import { effectPicture, pictureLegend } from './picture.ts';
import { readingPart } from './reading-part.ts';
import { shortInterval } from './timeline.ts';

interface Shown extends Choosable {
  /** Several modifications, of which the effect is the one of all together; null for one alone. */
  readonly joint: JointEffect | null;
  /** Conflicts of the modification that wait for people. */
  readonly unsettled: number;
}

/** What the modification does to whom: both worlds side by side, under a choice of readings and assumptions. */
export function effectPage(view: View, { joint, unsettled, ...choosable }: Shown): Page {
  const { effect, wordings, modification } = choosable;
  const [chosen] = effect.combinations;
  const titles = new Map(
    wordings.flatMap((wording) =>
      wording.readings.map((reading) => [`${wording.id}/${reading.id}`, reading.title] as const),
    ),
  );
  return {
    title: `Effect of ${effect.modification}`,
    section: 'register',
    kicker: html`<a href="/modifications/${modification}">${joint?.alone[0] === undefined ? `${modification} ${effect.title}` : `${modification} ${joint.alone[0].title}`}</a>`,
    lede: 'Who is bound when, with the modification and without it, and what that does to assessments. The suppliers are invented.',
    body: html`${modificationTabs(modification, 'effect', unsettled)}
${choiceForm(view, choosable)}
<div id="effect-result">${implementationPart(effect)}
${
  chosen === undefined || touchesNothing(chosen)
    ? empty(
        'It touches no obligation of any party: nothing of its effect on obligations is drafted, or nobody bears them.',
      )
    : html`${joint === null ? '' : jointPart(joint)}${consequencePart(chosen, titlesIn(effect))}${section('counts', 'In numbers', html`<p>Assessments are counted as they are booked, on their own days. A range says what is still unknown: at least and at most so many.</p>${countsPart(effect, titles)}`)}
${readingPart(effect, wordings, titlesIn(effect))}
${section('parties', 'Party by party', html`${readingSentence(chosen, wordings, titles)}${pictureLegend()}${chosen.parties.map((party) => partyPart(effect, party, chosen.parties.length === 1))}`)}`
}</div>
<script type="module" src="${assetUrl('effect.js')}"></script>`,
  };
}

function touchesNothing({ parties }: EffectUnderReading): boolean {
  return parties.every(({ groups }) => groups.length === 0);
}

/** What reaches back is said in red and in words; that nothing changes earlier is a check of the whole computation. */
function checksPart({ firstEffect, differsBefore, retroactive }: EffectReport): Html | string {
  if (firstEffect === null) return '';
  const early =
    differsBefore.length === 0
      ? html`<p class="pv-quiet">Checked: nothing changes for anybody before ${dayText(firstEffect)}, under any reading.</p>`
      : html`<p class="pv-retroactive"><strong>Changes before its first effect:</strong> ${differsBefore.join(', ')}.</p>`;
  if (retroactive === null) return early;
  return html`<p class="pv-retroactive"><strong>Retroactive:</strong> it changes what bound on days that had passed, ${shortInterval(retroactive)}, before it was decided.</p>${early}`;
}

function implementationPart(effect: EffectReport): Html {
  const { implementation } = effect;
  const { day, basis, assumption, awaiting } = implementation;
  const words =
    day === null
      ? html`${tag(basis === 'never' ? 'never' : 'unknown', 'wait')} ${basis === 'never' ? 'It does not take effect.' : `The day of implementation is unknown until this is settled: ${eventWords(awaiting, titlesIn(effect)) || 'a day is set'}. Nothing is invented: both worlds are the same until then.`}${assumption === null ? '' : ` Assumed: ${assumption}`}`
      : html`${tag(basis, basis === 'planned' ? 'wait' : 'good')} It takes effect on ${dayText(day)}.${assumption === null ? '' : ` Assumed: ${assumption}`}`;
  return html`<p class="pv-implementation">${words}</p>${overruledPart(effect)}${checksPart(effect)}`;
}

/** What is supposed and does not count is said, for nothing else on the page shows it. */
function overruledPart({ overruled }: EffectReport): Html | string {
  if (overruled.length === 0) return '';
  return html`<div class="pv-overruled" role="note">${overruled.map((one) => html`<p>${tag('does not count', 'wait')} ${writeOverruled(one)}</p>`)}</div>`;
}

function readingSentence(
  chosen: EffectUnderReading,
  wordings: readonly Wordings[],
  titles: ReadonlyMap<string, string>,
): Html {
  return html`<p>Shown under these readings:</p><ul>${Object.entries(chosen.readings).map(
    ([wording, reading]) =>
      html`<li>${wordings.find((one) => one.id === wording)?.title ?? wording}: <strong>${titles.get(`${wording}/${reading}`) ?? reading}</strong></li>`,
  )}</ul>`;
}

function countsPart(effect: EffectReport, titles: ReadonlyMap<string, string>): Html {
  const rows = effect.combinations.map(({ readings, counts }, at) => [
    html`${at === 0 ? html`${tag('shown below', 'open')}<br>` : ''}${Object.entries(readings).map(([wording, reading]) => html`<span class="pv-reading">${titles.get(`${wording}/${reading}`) ?? reading}</span>`)}`,
    writeRange(counts.partiesChanged),
    changeSentence(counts),
    writeRange(counts.groupsChanged),
    html`${fullText(counts.fullWithout, counts.assessorCapacity)} → ${fullText(counts.fullWith, counts.assessorCapacity)}`,
    `${writeRange(counts.unplannedFullWithout)} → ${writeRange(counts.unplannedFullWith)}`,
    counts.assessorCapacity === null ? 'not said' : String(counts.assessorCapacity),
  ]);
  const columns = [
    { title: 'Readings' },
    { title: 'Parties changed', numeric: true },
    { title: 'Of the parties' },
    { title: 'Groups changed', numeric: true },
    { title: 'Booked Full assessments, without → with', numeric: true },
    { title: 'Of them unplanned', numeric: true },
    { title: 'The assessor can make', numeric: true },
  ];
  const [first, ...others] = rows;
  const all = table('Every combination of readings', columns, rows, { quiet: true, stack: true });
  if (first === undefined || others.length === 0) return all;
  return html`${table('The readings shown below', columns, [first], { quiet: true, stack: true })}${details(`The ${others.length} other combinations of readings`, table('The other combinations', columns, others, { quiet: true, stack: true }))}`;
}

/** `4 to 7 (may be too many)`. */
function fullText(range: CountRange, capacity: number | null): string {
  const more = capacity !== null && exceeds(range, capacity);
  return `${writeRange(range)}${more === 'unknown' ? ' (may be too many)' : more ? ' (too many)' : ''}`;
}

function partyPart(effect: EffectReport, party: PartyEffect, alone: boolean): Html {
  const id = `party-${party.party}`;
  const titles = titlesIn(effect);
  const tables = html`${groupsTable(party, titles)}${assessmentsTable(party, titles)}`;
  return html`<article class="pv-party" aria-labelledby="${id}"><h3 id="${id}"><a href="/parties/${party.party}">${party.name}</a> <span class="pv-quiet">${party.category.replaceAll('-', ' ')}</span></h3>
${nextPart(party, effect.on, titles)}
${
  party.groups.length === 0 && party.assessments.length === 0
    ? html`<p class="pv-quiet">It bears none of the obligations that are touched.</p>`
    : html`${party.groups.length === 0 ? html`<p class="pv-quiet">It bears none of the obligations that are touched.</p>` : effectPicture(party, { ...effect, window: windowOf(effect, party) })}${alone ? tables : details(`The same as a table: ${party.name}`, tables)}`
}</article>`;
}

/** Half a year more than the last day on which anything changes. */
function windowOf(effect: EffectReport, party: PartyEffect): { from: Day; until: Day } {
  const { from, until } = effect.window;
  if (until !== null) return { from, until };
  const changes = [
    effect.implementation.day ?? from,
    ...party.assessments.map((one) => one.on),
    ...party.groups.flatMap((group) =>
      [...group.without, ...group.with, ...group.cover].map((run) => run.interval.from),
    ),
  ];
  return { from, until: addDays(Math.max(...changes, addDays(from, 180)) as Day, 120) };
}
