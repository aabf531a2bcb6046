import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Rejection } from '../core/kernel/rejection.ts';
import { layout, type Page } from './page/layout.ts';
import { statusOf } from './problem.ts';
import type { Env, WebContext } from './site.ts';

/** Answers with a page. A page shown again after a refused form keeps the status of the refusal. */
export async function show(c: HonoContext<Env>, page: Page, status: number = 200): Promise<Response> {
  const view = c.get('view');
  const code = view.refusal === null ? status : statusOf(view.refusal.rejection.code);
  return c.html(await layout(view, page), code as ContentfulStatusCode);
}

/** Answers with a page that is nothing but a refusal. */
export async function refusePage(c: WebContext, rejection: Rejection): Promise<Response> {
  c.set('view', { ...c.get('view'), refusal: { form: '', entered: {}, rejection } });
  const title = rejection.code === 'not-found' ? 'Not in the record' : 'Refused';
  return show(c, {
    title,
    body: html`${rejection.code === 'not-signed-in' ? html`<p><a href="/sign-in?back=${encodeURIComponent(c.get('view').path)}">Sign in</a> to go on.</p>` : ''}<p><a href="/">Go to the register</a></p>`,
  });
}

/** Answers that nothing is at this address. */
export async function missingPage(c: HonoContext<Env>): Promise<Response> {
  // a file that is not there is answered before anybody is known
  if ((c.get('view') as Env['Variables']['view'] | undefined) === undefined)
    return c.text('Nothing is at this address.', 404);
  return show(
    c,
    {
      title: 'Nothing is at this address',
      body: html`<p>The address may have been mistyped. Permanent addresses of the code look like <code>/sec/G3.26@2018-10-12</code>.</p><p><a href="/">Go to the register</a></p>`,
    },
    404,
  );
}

/** Answers that the program failed, without saying how. */
export async function faultPage(c: HonoContext<Env>): Promise<Response> {
  const view = c.get('view') as Env['Variables']['view'] | undefined;
  const page = {
    title: 'The program failed',
    body: html`<p>This is a fault of ours and has been logged. What was acknowledged before is in the record; this request wrote nothing that was not acknowledged.</p><p><a href="/">Go to the register</a></p>`,
  };
  if (view === undefined) return c.text('The program failed.', 500);
  try {
    return c.html(await layout({ ...view, refusal: null }, page), 500);
  } catch {
    // What the frame of a page reads of the record may be what failed.
    return c.text('The program failed.', 500);
  }
}
