import { html } from 'hono/html';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import { details, empty, facts, type Html, table, tag } from '../page/parts.ts';
import { dayText, instantText } from '../page/words.ts';
import { sentenceCase } from '../register/register.page.ts';
import type { View } from '../site.ts';

type Consultation = ModificationView['consultations'][number];

const STATUS = { ahead: tag('to come', 'wait'), open: tag('open', 'open'), closed: tag('closed', 'plain') } as const;

/** Words of responses by the name of the content, as far as the reader may read them. */
export type Words = ReadonlyMap<string, string>;

/** A consultation: when it runs, who answered how, and one's own answer. */
export function consultationPart(
  view: View,
  modification: string,
  consultation: Consultation,
  words: Words,
  parties: ReadonlyMap<string, string>,
): Html {
  const { counts, responses } = consultation;
  const own = responses.find((response) => response.party === view.actor.party);
  const rows = responses.map((response) => [
    html`<a href="/parties/${response.party}">${parties.get(response.party) ?? response.party}</a>`,
    html`${sentenceCase(response.stance ?? 'not told')}${response.late ? html` ${tag('late', 'bad')}` : ''}${wordsPart(words.get(response.content))}`,
    dayText(response.on),
    html`<code class="pv-digest">${response.digest.slice(0, 16)}…</code>`,
  ]);
  const columns = ['Party', 'View', 'Received', 'Digest of the words'].map((title) => ({ title }));
  return html`${facts([
    ['State', STATUS[consultation.status]],
    ['Runs', html`${dayText(consultation.from)} to ${instantText(consultation.closes)}`],
    [
      'Working Days',
      consultation.workingDays === null
        ? 'not counted'
        : `${consultation.workingDays}, the first day ${consultation.countFirst ? 'counted' : 'not counted'}`,
    ],
    ['Responses', `${counts.support} in support, ${counts.oppose} opposed, ${counts.neutral} neutral`],
  ])}
${consultation.warning === null ? '' : html`<p class="pv-warning-line">${consultation.warning}</p>`}
${own === undefined ? '' : html`<div class="pv-done"><p>Your response (${own.stance ?? 'view confidential'}) was received on ${dayText(own.on)}. Receipt: <code class="pv-digest">${own.content}</code>, digest <code class="pv-digest">${own.digest}</code>.</p></div>`}
<p><a href="/modifications/${modification}/consultations/${consultation.step}">The questions and the answers side by side</a>${own !== undefined && consultation.status === 'open' ? html` · <a href="/modifications/${modification}/consultations/${consultation.step}/response">See or replace your response</a>` : ''}</p>
${rows.length === 0 ? empty('No response has been received.') : table('Responses', columns, rows, { stack: true })}
<p class="pv-quiet">What a response says is kept apart; the public log holds a digest that proves them unchanged.</p>`;
}

function wordsPart(words: string | undefined): Html | string {
  return words === undefined ? '' : details('In words', html`<p class="pv-words">${words}</p>`);
}
