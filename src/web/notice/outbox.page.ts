import { html, raw } from 'hono/html';
import type { z } from 'zod';
import type { listOutbox } from '../../app/notice/list-outbox.ts';
import { resendMessage } from '../../app/notice/resend-message.ts';
import { MESSAGE_STATES, type Message } from '../../core/document/notice/message.ts';
import { TOPICS, type Topic } from '../../core/document/notice/notice.ts';
import type { Preference } from '../../core/document/notice/preference.ts';
import type { Webhook } from '../../core/document/notice/webhook.ts';
import { renderBlocks } from '../../format/html/document.ts';
import type { Account } from '../accounts/accounts.ts';
import type { Page } from '../page/layout.ts';
import { actForm, details, empty, facts, type Html, section, selectField, table, textField } from '../page/parts.ts';
import type { View } from '../site.ts';
import { WEBHOOKS_PATH } from './webhooks.page.ts';
import { stateTag, when, whyTold } from './words.ts';

/** Whom messages go to, by id. */
export interface Known {
  readonly people: ReadonlyMap<string, Account>;
  readonly webhooks: ReadonlyMap<string, Webhook>;
}

/** What the outbox is asked, as the address of its page says it; empty: any. */
export interface Asked {
  readonly person: string;
  readonly state: Message['state'] | '';
  readonly topic: Topic | '';
}

type Listed = z.output<typeof listOutbox.output>;

/** A page of messages: what was sent, waits or was given up; in a demonstration what would have been. */
export function outboxPage(
  view: View,
  { messages, topics, next }: Listed,
  known: Known,
  asked: Asked & { readonly isAll: boolean; readonly isFirst: boolean },
): Page {
  if (view.actor.role === 'public') return countsPage(view, topics);
  const isDemonstration = view.site.ports.clock.kind === 'case';
  const rows = messages.map((message) => [
    html`<a href="/notices/outbox/${message.id}">${subjectOf(message)}</a>${
      message.notices.length > 1 ? html`<br><span class="pv-quiet">${message.notices.length} notices</span>` : ''
    }`,
    ...(asked.isAll ? [toWhom(view, message, known)] : []),
    when(message),
    // in a demonstration nothing is sent, which is said once above
    html`${isDemonstration && message.state === 'suppressed' ? '' : stateTag(message.state)}${message.state === 'failed' || message.attempts > 1 ? html`<br><span class="pv-quiet">${message.error ?? ''} ${message.attempts} ${message.attempts === 1 ? 'attempt' : 'attempts'}</span>` : ''}`,
  ]);
  const columns = ['Message', ...(asked.isAll ? ['To'] : []), 'When', 'State'].map((title) => ({ title }));
  const isAny = asked.person === '' && asked.state === '' && asked.topic === '';
  return {
    title: asked.isAll ? 'Outbox' : 'What you were sent',
    lede: ledeOf(view, asked.isAll),
    body: html`${filters(view, asked, topics)}
${
  rows.length === 0
    ? empty(isAny ? 'There is no message yet.' : html`No message fits. <a href="/notices/outbox">Show all</a>`)
    : table('Messages, the latest first', columns, rows, { quiet: true, stack: true })
}
${
  asked.isFirst && next === null
    ? ''
    : html`<nav class="pv-beside" aria-label="Pages of the outbox">${asked.isFirst ? html`<span></span>` : html`<a href="${addressOf(asked, null)}">First page</a>`}${next === null ? '' : html`<a rel="next" href="${addressOf(asked, next)}">Next page</a>`}</nav>`
}
<p><a href="/account/notices">Choose what you are told</a> · <a href="/notices">Feeds of what is told to everyone</a>${view.actor.role === 'code-administrator' ? html` · <a href="/notices/webhooks">Webhooks</a>` : ''}</p>`,
  };
}

function ledeOf(view: View, isAll: boolean): string {
  if (view.site.ports.clock.kind === 'case') {
    return `This record is a demonstration, and nothing leaves it: no message was sent. Here is what would have been sent${isAll ? '' : ' to you'}, and when.`;
  }
  return isAll
    ? 'Every message to a person or a program, and what became of it.'
    : 'What was sent to your address, and what is on its way.';
}

/** What a demonstration shows to who is not signed in: how much would have been sent of what, and to nobody by name. */
function countsPage(view: View, topics: Listed['topics']): Page {
  return {
    title: 'Outbox',
    lede: 'This record is a demonstration, and nothing leaves it: no message was sent. Here is how many would have been of each topic; to whom, and their words, is not shown.',
    body: html`${
      topics.length === 0
        ? empty('There is no message yet.')
        : table(
            'Messages by topic',
            [{ title: 'Topic' }, { title: 'Messages', numeric: true }],
            topics.map(({ topic, messages }) => [TOPICS[topic], String(messages)]),
            { quiet: true },
          )
    }
<p><a href="/sign-in?back=${encodeURIComponent(view.path)}">Sign in</a> to read what would have been sent to you. <a href="/notices">Feeds of what is told to everyone</a></p>`,
  };
}

function addressOf({ person, state, topic }: Asked, after: string | null): string {
  const given = Object.entries({ person, state, topic, after: after ?? '' }).filter(([, value]) => value !== '');
  return given.length === 0 ? '/notices/outbox' : `/notices/outbox?${new URLSearchParams(given)}`;
}

const STATE_TITLES = { pending: 'waits', sent: 'sent', failed: 'given up', suppressed: 'not sent' } as const;

function filters(view: View, asked: Asked & { readonly isAll: boolean }, topics: Listed['topics']): Html {
  const id = 'outbox';
  const any = { value: '', title: 'any' };
  return html`<form class="pv-form pv-filter" method="get" action="/notices/outbox" role="search" aria-label="Search the outbox">
${asked.isAll ? textField(view, { form: id, name: 'person', label: 'To, by name or address', type: 'search', width: 'medium', value: asked.person }) : ''}
${selectField(view, { form: id, name: 'state', label: 'State', value: asked.state, choices: [any, ...MESSAGE_STATES.map((value) => ({ value, title: STATE_TITLES[value] }))] })}
${selectField(view, { form: id, name: 'topic', label: 'Topic', value: asked.topic, choices: [any, ...topics.map(({ topic, messages }) => ({ value: topic, title: `${TOPICS[topic]} (${messages})` }))] })}
<button type="submit" class="govuk-button govuk-button--secondary">Show</button></form>`;
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
