import { html } from 'hono/html';
import { removeWebhook } from '../../app/notice/remove-webhook.ts';
import { resendMessage } from '../../app/notice/resend-message.ts';
import type { ListedWebhook } from '../../app/notice/webhooks.ts';
import type { Message } from '../../core/document/notice/message.ts';
import { TOPICS, type Topic } from '../../core/document/notice/notice.ts';
import type { Page } from '../page/layout.ts';
import {
  actForm,
  empty,
  facts,
  fieldGroup,
  form,
  type Html,
  hidden,
  section,
  table,
  textField,
} from '../page/parts.ts';
import { instantText } from '../page/words.ts';
import type { View } from '../site.ts';
import { stateTag, when } from './words.ts';

/** Where webhooks are looked after. */
export const WEBHOOKS_PATH = '/notices/webhooks';

const STEPS = ['pending', 'sent', 'failed', 'suppressed'] as const;

/** A webhook that was just made, with the secret that nobody is shown again. */
export interface Made {
  readonly webhook: string;
  readonly secret: string;
}

/** The programs that are told, and the form that adds one. */
export function webhooksPage(view: View, webhooks: readonly ListedWebhook[], made: Made | null): Page {
  const rows = webhooks.map((one) => [
    html`<a class="pv-break" href="${WEBHOOKS_PATH}/${one.id}">${one.url}</a>`,
    topicsOf(one),
    instantText(one.madeAt),
    counts(one),
  ]);
  const columns = ['Address', 'Told of', 'Since', 'Messages'].map((title) => ({ title }));
  const isDemonstration = view.site.ports.clock.kind === 'case';
  return {
    title: 'Webhooks',
    kicker: html`<a href="/notices/outbox">Outbox</a>`,
    lede: `Programs that are told what is told to everyone, as it happens.${isDemonstration ? ' This record is a demonstration: nothing is sent, and each message is kept to be looked at.' : ''}`,
    body: html`${made === null ? '' : secretPart(made, webhooks)}${section(
      'webhooks',
      'Who is told',
      rows.length === 0
        ? empty('No program is told yet.')
        : table('Webhooks', columns, rows, { quiet: true, stack: true }),
    )}
${section('new', 'Tell another program', addForm(view))}`,
  };
}

function secretPart({ webhook, secret }: Made, webhooks: readonly ListedWebhook[]): Html {
  const url = webhooks.find(({ id }) => id === webhook)?.url ?? '';
  return section(
    'secret',
    'The secret of the new webhook',
    html`<div class="pv-letter"><p>Give it to the program at <span class="pv-break">${url}</span>. It is shown <strong>this once</strong>.</p>
<p><code class="pv-break" id="webhook-secret">${secret}</code></p></div>`,
  );
}

function addForm(view: View): Html {
  const id = 'add-webhook';
  const chosen = view.refusal?.form === id ? (view.refusal.entered.topics ?? []) : [];
  const boxes = (Object.keys(TOPICS) as Topic[]).map(
    (topic) =>
      html`<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="topic-${topic}" name="topics" type="checkbox" value="${topic}"${chosen.includes(topic) ? html` checked` : ''}><label class="govuk-label govuk-checkboxes__label" for="topic-${topic}">${TOPICS[topic]}</label></div>`,
  );
  const fields = html`${hidden('_form', id)}${hidden('_back', WEBHOOKS_PATH)}
${textField(view, {
  form: id,
  name: 'url',
  label: 'Address',
  hint: 'https, on the public internet: https://receiver.example/proviso',
  type: 'url',
  autocomplete: 'off',
})}
${fieldGroup(
  view,
  { form: id, name: 'topics', legend: 'Told of', hint: 'None chosen: of everything.' },
  html`<div class="govuk-checkboxes govuk-checkboxes--small">${boxes}</div>`,
)}
<button type="submit" class="govuk-button">Add the webhook</button>`;
  return html`${form(view, WEBHOOKS_PATH, 'pv-form', fields, id)}
<p>Each event is posted as JSON and signed as <a href="https://www.standardwebhooks.com/">Standard Webhooks</a> has it. Only what is public is sent. What is not taken is tried again for two days and then given up.</p>`;
}

/** One webhook: what it is told of, what became of each message, and the way to end it. */
export function webhookPage(view: View, webhook: ListedWebhook, messages: readonly Message[], limit: number): Page {
  const { failed } = webhook.messages;
  return {
    title: new URL(webhook.url).host,
    kicker: html`<a href="${WEBHOOKS_PATH}">Webhooks</a>`,
    ...(failed > 0 && {
      lede: `${failed === 1 ? 'One message was' : `${failed} messages were`} given up and can be sent again.`,
    }),
    body: html`${facts([
      ['Address', html`<span class="pv-break">${webhook.url}</span>`],
      ['Told of', topicsOf(webhook)],
      ['Since', instantText(webhook.madeAt)],
      ['Messages', counts(webhook)],
    ])}
${section('deliveries', 'Deliveries', deliveries(view, messages, limit))}
${section(
  'remove',
  'Tell it no more',
  html`<p>Its secret is forgotten, and what waits to be sent to it is not sent.</p>${actForm(view, {
    operation: removeWebhook,
    id: 'remove-webhook',
    input: { webhook: webhook.id },
    fields: '',
    button: 'Remove this webhook',
    done: `Nothing more is sent to ${webhook.url}.`,
    back: WEBHOOKS_PATH,
    secondary: true,
  })}`,
)}`,
  };
}

function deliveries(view: View, messages: readonly Message[], limit: number): Html {
  if (messages.length === 0) return empty('Nothing has happened since that it is told of.');
  const rows = messages.map((message) => [
    html`<a href="/notices/outbox/${message.id}">${message.notices[0]?.subject ?? 'Nothing any more'}</a>`,
    when(message),
    html`${stateTag(message.state)}${message.error === null ? '' : html`<br><span class="pv-quiet">${message.error}${message.attempts === 0 ? '' : ` ${message.attempts} ${message.attempts === 1 ? 'attempt' : 'attempts'}.`}</span>`}`,
    message.state === 'failed' ? againForm(view, message) : '',
  ]);
  const columns = ['Message', 'When', 'State', 'Send again'].map((title) => ({ title }));
  return html`${table('Deliveries, the latest first', columns, rows, { quiet: true, stack: true })}${
    rows.length === limit ? html`<p class="pv-quiet">The latest ${limit} are shown.</p>` : ''
  }`;
}

function againForm(view: View, message: Message): Html {
  return actForm(view, {
    operation: resendMessage,
    id: `resend-${message.id}`,
    input: { message: message.id },
    fields: '',
    button: 'Send again',
    buttonDetail: message.notices[0]?.subject ?? '',
    done: 'The message is in the outbox again, under the same id.',
    secondary: true,
  });
}

function topicsOf({ topics }: ListedWebhook): Html | string {
  if (topics.length === 0) return 'everything';
  return html`${topics.map((topic, at) => html`${at === 0 ? '' : html`<br>`}${TOPICS[topic]}`)}`;
}

function counts({ messages }: ListedWebhook): Html | string {
  const some = STEPS.filter((state) => messages[state] > 0);
  if (some.length === 0) return 'none yet';
  return html`${some.map((state) => html`${messages[state]} ${stateTag(state)} `)}`;
}
