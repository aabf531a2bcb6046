import { html } from 'hono/html';
import type { ReadinessStep, Shown } from '../../core/assurance/readiness.ts';
import { shownWords, stepWords } from '../../core/assurance/readiness-words.ts';
import { details, type Html, table } from '../page/parts.ts';
import { citationList } from '../page/words.ts';

/** The steps up to an assessment as a picture: boxes in order with who does each and how it stands. Reads as a list without it. */
export function chainPicture(chain: readonly ReadinessStep[], shown: Shown): Html {
  const titles = new Map(chain.map((step) => [step.event, step.title]));
  const last = shown.kind === 'on' ? 'done' : shown.kind === 'never' ? 'never' : 'waiting';
  return html`<ol class="pv-chain">${chain.map(
    (step) => html`<li class="pv-chain-step pv-chain-${step.state}">
<span class="pv-chain-who">${step.who ?? 'Nobody is named'}</span>
<strong>${step.title}</strong>
<span class="pv-chain-state">${stepWords(step)}</span></li>`,
  )}<li class="pv-chain-step pv-chain-end pv-chain-${last}">
<span class="pv-chain-who">The party</span>
<strong>can show compliance</strong>
<span class="pv-chain-state">${shownWords(shown, (event) => titles.get(event) ?? event)}</span></li></ol>
${details('The same as a table', chainTable(chain))}`;
}

function chainTable(chain: readonly ReadinessStep[]): Html {
  const titles = new Map(chain.map((step) => [step.event, step.title]));
  const columns = ['Step', 'Who', 'Needs', 'How it stands', 'Source'].map((title) => ({ title }));
  const rows = chain.map((step) => [
    step.title,
    step.who ?? 'not said',
    step.needs.map((event) => titles.get(event) ?? event).join('; ') || 'nothing',
    stepWords(step),
    citationList(step.citations),
  ]);
  return table('Steps before compliance can be shown', columns, rows, { quiet: true, stack: true });
}
