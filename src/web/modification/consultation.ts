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
  consultation: Consultation,
  words: Words,
  parties: ReadonlyMap<string, string>,
): Html {
  const { counts, responses } = consultation;
  const own = responses.find((response) => response.party === view.actor.party);
  const rows = responses.map((response) => [
    html`<a href="/parties/${response.party}">${parties.get(response.party) ?? response.party}</a>`,
    html`${sentenceCase(response.stance ?? 'confidential')}${wordsPart(words.get(response.content))}`,
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
${own === undefined ? '' : html`<div class="pv-done"><p>Your response (${own.stance}) was received on ${dayText(own.on)}. Receipt: <code class="pv-digest">${own.content}</code>, digest <code class="pv-digest">${own.digest}</code>.</p></div>`}
${rows.length === 0 ? empty('No response has been received.') : table('Responses', columns, rows, { stack: true })}
<p class="pv-quiet">The words of a response are read by its Party and the Code Administrator; the public log holds a digest that proves them unchanged.</p>`;
}

function wordsPart(words: string | undefined): Html | string {
  return words === undefined ? '' : details('In words', html`<p class="pv-words">${words}</p>`);
}
