import { html, raw } from 'hono/html';
import type { KeptNotice } from '../../core/document/notice/message.ts';
import { TOPICS } from '../../core/document/notice/notice.ts';
import { renderBlocks } from '../../format/html/document.ts';
import type { Page } from '../page/layout.ts';
import { details, empty, section } from '../page/parts.ts';
import { instantText } from '../page/words.ts';

/** What was told to everyone, and the feeds by which one follows it. */
export function noticesPage(
  notices: readonly KeptNotice[],
  texts: readonly { readonly id: string; readonly shortTitle: string }[],
  modification: string | null,
): Page {
  const own =
    modification === null ? '/feeds/register.atom' : `/feeds/modifications/${encodeURIComponent(modification)}.atom`;
  const feeds = [
    ...(modification === null ? [] : [{ href: own, title: `What is told of ${modification}` }]),
    { href: '/feeds/register.atom', title: 'Everything that is told to everyone' },
    ...texts.map(({ id, shortTitle }) => ({
      href: `/feeds/texts/${encodeURIComponent(id)}.atom`,
      title: `Versions of the ${shortTitle}`,
    })),
  ];
  return {
    title: modification === null ? 'Notices' : `Notices of ${modification}`,
    ...(modification !== null && {
      kicker: html`<a href="/modifications/${encodeURIComponent(modification)}">${modification}</a>`,
    }),
    lede: 'What was told to everyone, the latest first.',
    head: html`<link rel="alternate" type="application/atom+xml" title="${feeds[0]?.title ?? ''}" href="${own}">`,
    body: html`${
      notices.length === 0
        ? empty('Nothing has been told yet.')
        : html`<ol class="pv-history" reversed>${notices.map(
            ({ subject, at, topic, body }) => html`<li><p><strong>${subject}</strong></p>
<p class="pv-quiet">${instantText(at)} · ${TOPICS[topic]}</p>${details('What was told', html`${raw(renderBlocks(body))}`)}</li>`,
          )}</ol>`
    }
${section(
  'feeds',
  'Follow it',
  html`<p>Each is an Atom feed, for a feed reader; none needs an account.</p>
<ul>${feeds.map(({ href, title }) => html`<li><a href="${href}">${title}</a></li>`)}</ul>
<p>Each modification has a feed of its own, to which its page leads. With an account you can <a href="/account/notices">have notices sent to you</a>.</p>`,
)}`,
  };
}
