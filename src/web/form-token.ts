import { createHmac, timingSafeEqual } from 'node:crypto';

/** The token that a form must carry: bound to the session, or to the visitor's cookie before there is one. */
export function formToken(secret: string, binding: string): string {
  return createHmac('sha256', secret).update(`form:${binding}`).digest('base64url');
}

/** Whether a form carries the token of its session. */
export function tokenMatches(secret: string, binding: string, given: unknown): boolean {
  const expected = Buffer.from(formToken(secret, binding));
  const actual = Buffer.from(typeof given === 'string' ? given : '');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/**
 * Whether a request that changes something may rely on its cookie: it says that it comes from our own pages, or it
 * says nothing of where it comes from, as programs do and browsers do not.
 */
export function fromOwnOrigin(headers: Headers, url: string): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return sameHost(origin, headers.get('host') ?? new URL(url).host);
  const site = headers.get('sec-fetch-site');
  return site === null || site === 'same-origin' || site === 'none';
}

function sameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
