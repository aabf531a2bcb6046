import type { Hono } from 'hono';
import { runOperation } from '../app/run-operation.ts';
import { rejection } from '../core/kernel/rejection.ts';
import { inputOfFields } from './fields.ts';
import { leaveDone } from './requests.ts';
import { refusePage } from './respond.ts';
import type { Env, Refusal, Site, WebContext } from './site.ts';

/** Forms that call an operation: `POST /act/<room>/<name>`. A refused form is shown again with what was entered. */
export function actRoutes(app: Hono<Env>, site: Site): void {
  app.post('/act/:room/:name', async (c) => {
    const { room, name } = c.req.param();
    const operation = site.operations.find((one) => one.room === room && one.name === name && one.kind === 'write');
    if (operation === undefined) return refusePage(c, rejection('not-found', `There is no act "${room}/${name}".`));
    const fields = await formFields(c);
    const input = inputOfFields(operation.input, fields);
    const result = await runOperation(operation, { ports: site.ports, actor: c.get('actor') }, input);
    if (!result.ok) return showAgain(app, c, fields, result.rejection);
    leaveDone(c, `${only(fields, '_done') ?? 'Recorded.'}${receiptOf(result.value)}`);
    return c.redirect(localPath(only(fields, '_back')), 303);
  });
}

/** The receipt for what an operation took in; empty when it gives none. */
function receiptOf(value: unknown): string {
  const { receipts } = (typeof value === 'object' && value !== null ? value : {}) as { receipts?: unknown };
  if (!Array.isArray(receipts) || receipts.length === 0) return '';
  return ` Your receipt, to check at /receipts: ${receipts.map(({ code }) => code).join(', ')}.`;
}

/** Every field of a form, in order, with its values. */
export async function formFields(c: WebContext): Promise<readonly (readonly [string, string])[]> {
  const body = await c.req.parseBody({ all: true });
  return Object.entries(body).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, typeof one === 'string' ? one : ''] as const),
  );
}

/** The single value of a field. */
export function only(fields: readonly (readonly [string, string])[], name: string): string | undefined {
  return fields.find(([field]) => field === name)?.[1];
}

/** Shows the page that a form stood on again, with the refusal and what was entered. */
export async function showAgain(
  app: Hono<Env>,
  c: WebContext,
  fields: readonly (readonly [string, string])[],
  why: Refusal['rejection'],
): Promise<Response> {
  const back = localPath(only(fields, '_back'));
  const entered: Record<string, string[]> = {};
  for (const [field, value] of fields.filter(([name]) => !name.startsWith('_'))) {
    entered[field] = [...(entered[field] ?? []), value];
  }
  const refusal: Refusal = { form: only(fields, '_form') ?? '', entered, rejection: why };
  const headers = { cookie: c.req.header('cookie') ?? '', host: c.req.header('host') ?? '' };
  const again = await app.request(new Request(new URL(back, c.req.url), { headers }), undefined, { ...c.env, refusal });
  return again.headers.get('content-type')?.startsWith('text/html') === true ? again : refusePage(c, why);
}

/** A path within the site, never another site's address. */
export function localPath(given: string | undefined): string {
  return given !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(given) ? given : '/';
}
