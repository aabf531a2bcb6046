import type { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Operation } from '../../app/operation.ts';
import { runOperation } from '../../app/run-operation.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { setCookies } from '../accounts/pages.ts';
import type { SignIn } from '../accounts/sign-in.ts';
import { inputOfFields } from '../fields.ts';
import { problemOf, statusOf } from '../problem.ts';
import { mediaTypeOf } from '../requests.ts';
import { show } from '../respond.ts';
import type { Env, Site, WebContext } from '../site.ts';
import { hasLines, linesBody, linesOfRequest, NDJSON } from './lines.ts';
import { runOnce } from './once.ts';
import { methodOf, openApiOf } from './openapi.ts';
import { referencePage } from './reference.page.ts';

/** Every operation as an endpoint: reads by GET, writes and what takes a file by POST, from the operations' own schemas. */
export function apiRoutes(app: Hono<Env>, site: Site, signIn: SignIn): void {
  app.get('/api', (c) => show(c, referencePage(site.operations)));
  app.get('/api/openapi.json', (c) => c.json(openApiOf(site)));
  sessionRoutes(app, site, signIn);
  for (const operation of site.operations) operationRoute(app, site, operation);
}

function operationRoute(app: Hono<Env>, site: Site, operation: Operation): void {
  const path = `/api/${operation.room}/${operation.name}`;
  const answer = async (c: WebContext, input: unknown): Promise<Response> => {
    const result = await runOperation(operation, { ports: site.ports, actor: c.get('actor') }, input);
    if (!result.ok) return refuse(c, site, result.rejection);
    if (hasLines(result.value)) return c.body(linesBody(result.value.lines), 200, { 'Content-Type': NDJSON });
    return c.json(result.value as never);
  };
  if (methodOf(operation) === 'get') {
    app.get(path, (c) => answer(c, inputOfFields(operation.input, queryFields(c))));
    return;
  }
  app.post(path, async (c) => {
    if (operation.takesFile && c.get('actor').role === 'public') {
      return refuse(c, site, rejection('not-signed-in', 'Who sends a file is signed in.'));
    }
    const key = c.req.header('Idempotency-Key');
    if (mediaTypeOf(c) === NDJSON) {
      if (key === undefined) return answer(c, { lines: linesOfRequest(c) });
      return refuse(c, site, rejection('input-invalid', 'A body of lines takes no Idempotency-Key.'));
    }
    const body = await jsonBody(c);
    if (!body.ok) return refuse(c, site, body.rejection);
    if (key === undefined || operation.kind === 'read') return answer(c, body.value);
    const caller = { ports: site.ports, actor: c.get('actor') };
    const { result, replayed } = await runOnce(operation, caller, key, await c.req.text());
    if (replayed) c.header('Idempotency-Replayed', 'true');
    return result.ok ? c.json(result.value as never) : refuse(c, site, result.rejection);
  });
}

/** For programs: a session by e-mail address and password, carried by its cookie. */
function sessionRoutes(app: Hono<Env>, site: Site, signIn: SignIn): void {
  app.get('/api/session', (c) => c.json(c.get('actor')));
  app.post('/api/session', async (c) => {
    const body = await jsonBody(c);
    if (!body.ok) return refuse(c, site, body.rejection);
    const { email, password } = (body.value ?? {}) as { email?: unknown; password?: unknown };
    if (typeof email !== 'string' || typeof password !== 'string') {
      return refuse(
        c,
        site,
        rejection('input-invalid', 'An object is expected with "email" and "password", both text.'),
      );
    }
    const result = await signIn.withPassword(c, email, password);
    if ('rejection' in result) return refuse(c, site, result.rejection);
    setCookies(c, result.cookies);
    const { id, name, role, seat, party } = result.account;
    return c.json({ id, name, role, seat, party });
  });
}

async function jsonBody(c: WebContext): Promise<{ ok: true; value: unknown } | { ok: false; rejection: Rejection }> {
  try {
    return { ok: true, value: await c.req.json() };
  } catch {
    return { ok: false, rejection: rejection('input-invalid', 'The body is not JSON.') };
  }
}

function refuse(c: WebContext, site: Site, why: Rejection): Response {
  const status = statusOf(why.code) as ContentfulStatusCode;
  return c.json(problemOf(why, site.config.baseUrl), status, { 'Content-Type': 'application/problem+json' });
}

function queryFields(c: WebContext): readonly (readonly [string, string])[] {
  return [...new URL(c.req.url).searchParams.entries()];
}
