import { expect, test } from 'vitest';
import { formToken, fromOwnOrigin, tokenMatches } from './form-token.ts';

const SECRET = 'a secret of the server';

test('the token of a session is accepted from that session', () => {
  expect(tokenMatches(SECRET, 'session:one', formToken(SECRET, 'session:one'))).toBe(true);
});

test('a token of another session, of another secret, cut short or missing is refused', () => {
  const token = formToken(SECRET, 'session:one');
  expect(tokenMatches(SECRET, 'session:two', token)).toBe(false);
  expect(tokenMatches('another', 'session:one', token)).toBe(false);
  expect(tokenMatches(SECRET, 'session:one', token.slice(1))).toBe(false);
  expect(tokenMatches(SECRET, 'session:one', undefined)).toBe(false);
});

test('a page of another site may not use the cookie; our own pages and programs may', () => {
  const url = 'http://localhost:8010/api/session';
  const from = (headers: Record<string, string>) => fromOwnOrigin(new Headers(headers), url);
  expect(from({})).toBe(true);
  expect(from({ origin: 'http://localhost:8010' })).toBe(true);
  expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true);
  expect(from({ origin: 'https://elsewhere.example' })).toBe(false);
  expect(from({ origin: 'null' })).toBe(false);
  expect(from({ 'sec-fetch-site': 'cross-site' })).toBe(false);
});
