import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { rejection } from '../core/kernel/rejection.ts';
import { actorOf } from '../core/party/actor.ts';
import { READER } from './accounts/accounts.ts';
import { NDJSON } from './api/lines.ts';
import { formToken, fromOwnOrigin, tokenMatches } from './form-token.ts';
import { LEAVE_PATH } from './notice/leave-token.ts';
import { problemOf } from './problem.ts';
import { refusePage } from './respond.ts';
import { type Env, type Site, todayOf, type WebContext } from './site.ts';

const VISITOR = 'proviso-visitor';
const DONE = 'proviso-done';
const FORM = 'application/x-www-form-urlencoded';
const UPLOAD = 'multipart/form-data';
/** What a page of another site cannot send without being asked for it first. */
const PROGRAM = ['application/json', NDJSON];

/** Knows the person behind a request, and what every page of the answer needs. */
export function knowing(site: Site): MiddlewareHandler<Env> {
  return async (c, next) => {
    const session = await site.accounts.session(c.req.header('cookie') ?? '');
    const binding = session === null ? `visitor:${visitorOf(c, site)}` : `session:${session.id}`;
    const url = new URL(c.req.url);
    c.set('session', session);
    c.set('actor', session === null ? READER : actorOf(session.account));
    c.set('binding', binding);
    c.set('view', {
      site,
      session,
      actor: c.get('actor'),
      today: todayOf(site.ports),
      path: url.pathname + url.search,
      token: formToken(site.accounts.secret, binding),
      refusal: c.env?.refusal ?? null,
      done: takeDone(c),
    });
    return next();
  };
}

/** Lets nothing change that does not come from a page of ours or from a program. */
export function guarding(site: Site, isUpload: (path: string) => boolean): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    if (c.req.path.startsWith(LEAVE_PATH)) return next();
    return c.req.path.startsWith('/api/')
      ? guardProgram(c, site, next)
      : guardForm(c, site, isUpload(c.req.path) ? UPLOAD : FORM, next);
  };
}

/** Leaves a sentence for the next page to show. */
export function leaveDone(c: WebContext, sentence: string): void {
  setCookie(c, DONE, sentence.slice(0, 500), { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 60 });
}

/** The content type of a request's body, without its parameters. */
export function mediaTypeOf(c: WebContext): string {
  return (c.req.header('content-type') ?? '').split(';')[0]?.trim() ?? '';
}

function takeDone(c: WebContext): string | null {
  const sentence = c.req.method === 'GET' ? getCookie(c, DONE) : undefined;
  if (sentence === undefined) return null;
  deleteCookie(c, DONE, { path: '/' });
  return sentence;
}

/** Who is not signed in has a cookie of their own, so that forms shown before sign-in carry a token too. */
function visitorOf(c: WebContext, site: Site): string {
  const known = getCookie(c, VISITOR);
  if (known !== undefined && /^[\w-]{22}$/.test(known)) return known;
  const made = randomBytes(16).toString('base64url');
  if (!c.req.path.startsWith('/api')) {
    const secure = site.config.baseUrl.startsWith('https:');
    setCookie(c, VISITOR, made, { httpOnly: true, sameSite: 'Lax', path: '/', secure });
  }
  return made;
}

async function guardForm(
  c: WebContext,
  site: Site,
  type: string,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  if (mediaTypeOf(c) !== type) {
    return refusePage(c, rejection('input-invalid', `A form is expected, sent as ${type}.`));
  }
  const { _token: token } = await c.req.parseBody();
  if (!fromOwnOrigin(c.req.raw.headers, c.req.url) || !tokenMatches(site.accounts.secret, c.get('binding'), token)) {
    return refusePage(
      c,
      rejection('wrong-actor', 'The form was not one of this session; open the page again and send it from there.'),
    );
  }
  await next();
  return undefined;
}

async function guardProgram(c: WebContext, site: Site, next: () => Promise<void>): Promise<Response | undefined> {
  const isJson = PROGRAM.includes(mediaTypeOf(c));
  if (isJson && fromOwnOrigin(c.req.raw.headers, c.req.url)) {
    await next();
    return undefined;
  }
  const why = isJson
    ? rejection('wrong-actor', 'The request comes from a page of another site.')
    : rejection('input-invalid', 'JSON is expected, sent as application/json.');
  const problem = problemOf(why, site.config.baseUrl);
  return c.json(problem, isJson ? 403 : 400, { 'Content-Type': 'application/problem+json' });
}
