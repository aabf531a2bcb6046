import { html, raw } from 'hono/html';
import { resendMessage } from '../../app/notice/resend-message.ts';
import { MESSAGE_STATES, type Message } from '../../core/document/notice/message.ts';
import type { Preference } from '../../core/document/notice/preference.ts';
import type { Webhook } from '../../core/document/notice/webhook.ts';
import { renderBlocks } from '../../format/html/document.ts';
import type { Account } from '../accounts/accounts.ts';
import type { Page } from '../page/layout.ts';
import { actForm, details, empty, facts, type Html, section, table } from '../page/parts.ts';
import type { View } from '../site.ts';
import { WEBHOOKS_PATH } from './webhooks.page.ts';
import { stateTag, when, whyTold } from './words.ts';

/** Whom messages go to, by id. */
export interface Known {
  readonly people: ReadonlyMap<string, Account>;
  readonly webhooks: ReadonlyMap<string, Webhook>;
}

/** Every message: what was sent, waits or was given up; in a demonstration what would have been. */
export function outboxPage(
  view: View,
  messages: readonly Message[],
  known: Known,
  asked: { readonly state: Message['state'] | null; readonly isAll: boolean; readonly limit: number },
): Page {
  const rows = messages.map((message) => [
    html`<a href="/notices/outbox/${message.id}">${subjectOf(message)}</a>${
      message.notices.length > 1 ? html`<br><span class="pv-quiet">${message.notices.length} notices</span>` : ''
    }`,
    toWhom(view, message, known),
    when(message),
    html`${stateTag(message.state)}${message.state === 'failed' || message.attempts > 1 ? html`<br><span class="pv-quiet">${message.error ?? ''} ${message.attempts} ${message.attempts === 1 ? 'attempt' : 'attempts'}</span>` : ''}`,
  ]);
  const columns = [{ title: 'Message' }, { title: 'To' }, { title: 'When' }, { title: 'State' }];
  return {
    title: asked.isAll ? 'Outbox' : 'What you were sent',
    lede: ledeOf(view, asked.isAll),
    body: html`${filters(asked.state)}
${
  rows.length === 0
    ? empty(asked.state === null ? 'There is no message yet.' : 'No message is in this state.')
    : table('Messages, the latest first', columns, rows, { quiet: true, stack: true })
}
${rows.length === asked.limit ? html`<p class="pv-quiet">The latest ${asked.limit} are shown.</p>` : ''}
<p><a href="/account/notices">Choose what you are told</a> · <a href="/notices">Feeds of what is told to everyone</a>${view.actor.role === 'code-administrator' ? html` · <a href="/notices/webhooks">Webhooks</a>` : ''}</p>`,
  };
}

function ledeOf(view: View, isAll: boolean): string {
  if (view.site.ports.clock.kind === 'case') {
    return 'This record is a demonstration, and nothing leaves it. Here is what would have been sent, to whom and when.';
  }
  return isAll
    ? 'Every message to a person or a program, and what became of it.'
    : 'What was sent to your address, and what is on its way.';
}

function filters(state: Message['state'] | null): Html {
  const titles = { pending: 'Waits', sent: 'Sent', failed: 'Given up', suppressed: 'Not sent' } as const;
  const link = (href: string, title: string, isCurrent: boolean) =>
    html`<li><a href="${href}"${isCurrent ? html` aria-current="page"` : ''}>${title}</a></li>`;
  return html`<nav aria-label="Messages by state"><ul class="pv-tabs">${link('/notices/outbox', 'All', state === null)}${MESSAGE_STATES.map(
    (one) => link(`/notices/outbox?state=${one}`, titles[one], one === state),
  )}</ul></nav>`;
}

function subjectOf({ notices, isDigest }: Message): string {
  const [first] = notices;
  if (first === undefined) return 'Nothing any more';
  return isDigest && notices.length > 1 ? `Digest: ${first.subject}, …` : first.subject;
}

function toWhom({ actor }: View, { channel, recipient }: Message, { people, webhooks }: Known): Html {
  if (channel === 'webhook') {
    const webhook = webhooks.get(recipient);
    if (webhook === undefined) return html`a webhook that was removed`;
    // an address may hold a secret of its receiver's
    if (actor.role !== 'code-administrator') return html`a webhook`;
    return html`<a class="pv-break" href="${WEBHOOKS_PATH}/${recipient}">${new URL(webhook.url).host}</a>`;
  }
  const account = people.get(recipient);
  if (account === undefined) return html`someone who is gone`;
  return html`${account.name}<br><span class="pv-quiet pv-break">${account.email}</span>`;
}

/** One message: to whom, when and why, its words, and what became of it. */
export function messagePage(
  view: View,
  message: Message,
  known: Known,
  shown: {
    readonly subject: string;
    readonly blocks: Message['notices'][number]['body'];
    readonly text: string | null;
    /** What is posted, where it goes to a webhook. */
    readonly event: string | null;
  },
  chosen: readonly Preference[],
): Page {
  const account = known.people.get(message.recipient);
  return {
    title: shown.subject,
    kicker: html`<a href="/notices/outbox">Outbox</a>`,
    body: html`${facts([
      ['State', stateTag(message.state)],
      ['To', toWhom(view, message, known)],
      ...(account === undefined ? [] : [['Why', whyTold(message, account, chosen)] as const]),
      ['When', when(message)],
      ...(message.attempts === 0 ? [] : [['Attempts', String(message.attempts)] as const]),
      ...(message.error === null ? [] : [['What was said', message.error] as const]),
      ['Message', html`<code class="pv-digest">${message.id}</code>`],
    ])}
${
  shown.event === null
    ? section('words', 'The letter', html`<div class="pv-letter paper">${raw(renderBlocks(shown.blocks))}</div>`)
    : section('words', 'The event', html`<pre class="pv-json" tabindex="0">${shown.event}</pre>`)
}
${
  shown.text === null
    ? ''
    : html`<p><a href="/notices/outbox/${message.id}/letter.html">As HTML, as a mail program shows it</a></p>${details('As plain text', html`<pre class="pv-json" tabindex="0">${shown.text}</pre>`)}`
}
${
  view.actor.role === 'code-administrator' && message.state !== 'pending'
    ? actForm(view, {
        operation: resendMessage,
        id: 'resend',
        input: { message: message.id },
        fields: '',
        button: 'Send it again',
        done: 'The message is in the outbox again, under the same id.',
        secondary: true,
      })
    : ''
}`,
  };
}
