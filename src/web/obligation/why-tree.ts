import { html } from 'hono/html';
import { addDays, type Day } from '../../core/kernel/day.ts';
import type { Reason } from '../../core/obligation/reason.ts';
import type { Html } from '../page/parts.ts';
import { citationList, dayText } from '../page/words.ts';

/** An answer with its reasons, as an operation gives it. */
interface Told {
  readonly bound: boolean | 'unknown';
  readonly sentence: string;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly reason: Reason;
  readonly settledBy: string | null;
}

const SPEAKS = { true: 'for it', false: 'against it', unknown: 'not settled' } as const;

/** Why a duty binds or does not, as a tree that opens: the sentence first, the reasons that decide beneath. */
export function whyTree({ sentence, from, until, reason, settledBy }: Told): Html {
  return html`<details class="pv-why"><summary>why</summary><div class="pv-why-tree"><p>${sentence}</p>
<p class="pv-quiet">The same reasons hold ${span(from, until)}.${settledBy === null ? '' : ` It is settled once this is known: ${settledBy}.`}</p>
${branches(reason.because)}</div></details>`;
}

function branches(reasons: readonly Reason[]): Html | string {
  if (reasons.length === 0) return '';
  return html`<ul class="pv-reasons">${reasons.map(
    ({ verdict, says, quote, because, citations, facts }) =>
      html`<li class="pv-reason-${String(verdict)}"><span class="govuk-visually-hidden">${SPEAKS[`${verdict}`]}: </span>${says}${quote === undefined ? '' : html` <q class="pv-quote">${quote}</q>`}${
        citations.length === 0 ? '' : html` <span class="pv-quiet">${citationList(citations)}</span>`
      }${facts.map((id) => html` <code class="pv-quiet" title="The recorded fact that it rests on">${id}</code>`)}${branches(because)}</li>`,
  )}</ul>`;
}

function span(from: Day | null, until: Day | null): Html | string {
  if (from === null && until === null) return 'on every day';
  const last = until === null ? 'on' : html`to ${dayText(addDays(until, -1))}`;
  return from === null ? html`up ${last}` : html`from ${dayText(from)} ${last}`;
}
