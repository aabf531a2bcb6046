import { html } from 'hono/html';
import type { EffectComparison } from '../../app/effect/compare-effect.ts';
import type { OutcomeChange } from '../../core/assurance/outcomes.ts';
import { details, facts, type Html, type Tone, table, tag } from '../page/parts.ts';
import { dayText, instantText } from '../page/words.ts';
import { shortInterval } from './timeline.ts';

type Party = EffectComparison['parties'][number];
type Standing = Party['standings'][number];

const STANDING: Record<Standing, { readonly words: string; readonly tone: Tone }> = {
  same: { words: 'as predicted', tone: 'good' },
  earlier: { words: 'earlier', tone: 'wait' },
  later: { words: 'later', tone: 'wait' },
  not: { words: 'did not come about', tone: 'bad' },
  more: { words: 'more than predicted', tone: 'bad' },
  settled: { words: 'was left open', tone: 'plain' },
  open: { words: 'not settled yet', tone: 'plain' },
};

/** What was predicted of the effect and what came about, Party by Party, with what differed. */
export function comparisonPart({ predicted, recorded, parties, counts }: EffectComparison): Html {
  const touched = parties.filter((party) => party.duties.length > 0);
  const summary = counts
    .filter((one) => one.parties > 0)
    .map((one) => html`<li>${tag(STANDING[one.standing].words, STANDING[one.standing].tone)} ${one.parties}</li>`);
  return html`${facts([
    [
      'Predicted',
      predicted.from === 'signed'
        ? html`as ${predicted.by} signed it, computed at ${instantText(predicted.at)}${predicted.verifies === false ? html` ${tag('is computed otherwise now', 'bad')}` : ''}`
        : html`as it was known when it was approved, at ${instantText(predicted.at)}; nobody had signed it`,
    ],
    ['Recorded', html`as the record stands at ${instantText(recorded.at)}`],
    ['Implementation', html`${dayOr(predicted.implementation)} predicted, ${dayOr(recorded.implementation)} recorded`],
  ])}
<ul class="pv-comparison" aria-label="Parties by how what came about stands to the prediction">${summary}</ul>
${touched.length === 0 ? html`<p>Nothing was predicted for any Party, and nothing came about.</p>` : details('Party by Party', comparisonTable(touched))}`;
}

function dayOr(day: EffectComparison['recorded']['implementation']): Html | string {
  return day === null ? 'no day' : dayText(day);
}

function comparisonTable(parties: readonly Party[]): Html {
  const columns = ['Party and systems', 'Stands', 'Predicted', 'Recorded', 'What differed'].map((title) => ({ title }));
  const rows = parties.flatMap((party) =>
    alike(party).map(({ duty, titles, provisions }, at) => [
      html`<a href="/parties/${party.party}">${party.name}</a><br><span class="pv-quiet">${titles.join('; ')} · ${provisions.join(', ')}</span>`,
      html`${duty.standings.map((one) => html`${tag(STANDING[one].words, STANDING[one].tone)} `)}`,
      changes(duty.predicted),
      changes(duty.recorded),
      html`${duty.reasons.map((one) => html`<p>${one}</p>`)}${at === 0 ? assessments(party) : ''}`,
    ]),
  );
  return table('Predicted and recorded, Party by Party', columns, rows, { quiet: true, stack: true });
}

/** Duties and systems of a Party that compare alike in one. */
function alike({ duties }: Party) {
  const groups = Map.groupBy(duties, ({ predicted, recorded, reasons }) =>
    JSON.stringify([predicted, recorded, reasons]),
  );
  return [...groups.values()].flatMap((all) => {
    const [duty] = all;
    if (duty === undefined) return [];
    const titles = [...new Set(all.map((one) => one.title))];
    return [{ duty, titles, provisions: [...new Set(all.map((one) => one.provision))] }];
  });
}

const CHANGE: Record<OutcomeChange['change'], string> = {
  gained: 'under the duty',
  lost: 'freed',
  unsettled: 'not settled',
  otherwise: 'owed otherwise',
};

function changes(all: readonly OutcomeChange[]): Html | string {
  if (all.length === 0) return 'no change';
  return html`<ul class="pv-runs">${all.map((one) => html`<li>${CHANGE[one.change]} ${shortInterval(one)}</li>`)}</ul>`;
}

function assessments(party: Party): Html | string {
  if (party.assessments.length === 0) return '';
  return html`<p class="pv-quiet">${party.assessments.map((one) => `Assessment ${one.assessment}: ${one.predicted} predicted, ${one.recorded} recorded. `)}</p>`;
}
