import type { KeptNotice } from '../../core/document/notice/message.ts';
import { linkIn } from '../../core/document/notice/notice.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { renderBlocks } from '../html/document.ts';
import { block, escapeText, inline, tag } from '../xml/write.ts';

/** A feed of notices. */
export interface Feed {
  /** A UUID that the feed keeps, wherever it is served. */
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** Address of the site: `https://code.example`. */
  readonly baseUrl: string;
  /** Where the feed itself stands within the site, and the page that it follows. */
  readonly path: string;
  readonly page: string;
  /** When there is nothing in it yet. */
  readonly begun: Instant;
  /** The latest first. */
  readonly notices: readonly KeptNotice[];
}

/** A feed as Atom (RFC 4287): the same notices give the same bytes. */
export function atomFeed({ id, title, author, baseUrl, path, page, begun, notices }: Feed): string {
  const lines = [
    inline('id', {}, `urn:uuid:${id}`),
    inline('title', {}, escapeText(title)),
    inline('updated', {}, notices[0]?.at ?? begun),
    ...block('author', {}, [inline('name', {}, escapeText(author))]),
    tag('link', { rel: 'self', type: 'application/atom+xml', href: `${baseUrl}${path}` }, '/>'),
    tag('link', { rel: 'alternate', type: 'text/html', href: `${baseUrl}${page}` }, '/>'),
    ...notices.flatMap((notice) => entryOf(notice, baseUrl)),
  ];
  const feed = block('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en-GB' }, lines);
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.join('\n')}\n`;
}

function entryOf({ id, subject, at, topic, what, body }: KeptNotice, baseUrl: string): string[] {
  const link = linkIn(body);
  return block('entry', {}, [
    inline('id', {}, `urn:uuid:${id}`),
    inline('title', {}, escapeText(subject)),
    inline('published', {}, at),
    inline('updated', {}, at),
    tag('link', { rel: 'alternate', type: 'text/html', href: `${baseUrl}${link ?? '/'}` }, '/>'),
    tag('category', { term: topic }, '/>'),
    tag('category', { term: what }, '/>'),
    inline('content', { type: 'html', 'xml:base': `${baseUrl}/` }, escapeText(renderBlocks(body))),
  ]);
}
