import { html } from 'hono/html';
import type { Consequence } from '../../core/assurance/consequences.ts';
import { writeRange } from '../../core/assurance/count-range.ts';
import type { EffectUnderReading, Span } from '../../core/assurance/effect.ts';
import { details, type Html, section, tag } from '../page/parts.ts';
import { type EventTitles, eventWords } from './answers.ts';
import { shortInterval } from './timeline.ts';

const TITLES: Record<Consequence['id'], string> = {
  'unplanned-assessment': 'Assessments come of a type that nobody planned',
  'bound-without-guidance': 'Parties are bound while nothing says what they are assessed by',
  'cannot-prepare': 'Nobody can prepare for an assessment before that',
  'in-breach-when-assessed': 'Parties can be found in breach at a booked assessment',
};

/** What follows for parties, each finding derived in both worlds with its reasons. */
export function consequencePart({ consequences, parties }: EffectUnderReading, titles: EventTitles): Html | string {
  if (consequences.length === 0) return '';
  return section(
    'findings',
    'What follows for parties',
    html`<p>Each is worked out from who is bound when, what has happened and what is booked; without the modification, and with it.</p>
<ol class="pv-findings">${consequences.map((one) => finding(one, titles))}</ol>
${coverSentence(parties, titles)}`,
  );
}

function finding({ id, of, without, with: withIt, reasons }: Consequence, titles: EventTitles): Html {
  return html`<li><h3 class="pv-finding-title">${TITLES[id]}</h3>
${of === null ? '' : html`<p>${of}: not yet on these days.</p>`}
<dl class="pv-finding-worlds"><div><dt>Without</dt><dd>${world(without, titles)}</dd></div><div><dt>With</dt><dd>${world(withIt, titles)}</dd></div></dl>
${reasons.length > 1 ? details(`Why: ${reasons.length} reasons`, html`<ul>${reasons.map((one) => html`<li>${one}</li>`)}</ul>`) : html`${reasons.map((one) => html`<p class="pv-quiet">${one}</p>`)}`}</li>`;
}

function world({ parties, days, assessments }: Consequence['without'], titles: EventTitles): Html {
  const none = parties.most === 0;
  const sure = parties.least > 0;
  return html`${tag(none ? 'no party' : `${writeRange(parties)} ${parties.most === 1 ? 'party' : 'parties'}`, none ? 'good' : sure ? 'bad' : 'wait')}
${assessments.length === 0 ? '' : html` <span class="pv-quiet">${assessments.length} booked ${assessments.length === 1 ? 'assessment' : 'assessments'}</span>`}
${days.length === 0 ? '' : html`<ul class="pv-runs">${days.map((span) => html`<li>${spanText(span, titles)}</li>`)}</ul>`}`;
}

function spanText(span: Span, titles: EventTitles): string {
  return `${shortInterval(span)}${span.awaiting.length === 0 ? '' : `, so long as it is not settled: ${eventWords(span.awaiting, titles)}`}`;
}

/** Whether another instrument covers the days on which the duty does not bind. */
function coverSentence(parties: EffectUnderReading['parties'], titles: EventTitles): Html | string {
  const covered = parties.flatMap(({ groups }) => groups).filter(({ cover }) => cover.length > 0);
  if (covered.length === 0) return '';
  const gaps = new Map(
    covered.flatMap(({ gapsWith }) => gapsWith).map((span) => [JSON.stringify(span), span] as const),
  );
  return html`<p class="pv-cover-said"><strong>Cover by other instruments:</strong> ${
    gaps.size === 0
      ? 'no day on which neither the code nor the licence conditions that stand in for it bind the systems, with the modification.'
      : html`days covered by neither, with the modification: ${[...gaps.values()].map((span) => spanText(span, titles)).join('; ')}.`
  }</p>`;
}
