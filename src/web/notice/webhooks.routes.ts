import type { Hono } from 'hono';
import type { z } from 'zod';
import { addWebhook } from '../../app/notice/add-webhook.ts';
import { listOutbox } from '../../app/notice/list-outbox.ts';
import { listWebhooks } from '../../app/notice/list-webhooks.ts';
import { runDecoded } from '../../app/run-operation.ts';
import { formFields, showAgain } from '../act.ts';
import { inputOfFields } from '../fields.ts';
import { missingPage, refusePage, show } from '../respond.ts';
import { ask, type Env, type Site, type WebContext } from '../site.ts';
import { type Made, WEBHOOKS_PATH, webhookPage, webhooksPage } from './webhooks.page.ts';

const LIMIT = 100;

/** Where the Code Administrator looks after webhooks. */
export function webhookRoutes(app: Hono<Env>, site: Site): void {
  app.get(WEBHOOKS_PATH, (c) => list(c, null));
  app.post(WEBHOOKS_PATH, async (c) => {
    const fields = await formFields(c);
    const input = inputOfFields(addWebhook.input, fields) as z.input<typeof addWebhook.input>;
    const made = await runDecoded(addWebhook, { ports: site.ports, actor: c.get('actor') }, input);
    if (!made.ok) return showAgain(app, c, fields, made.rejection);
    // the secret is shown on the answer itself: nothing keeps it for a page after it
    c.header('Cache-Control', 'no-store');
    return list(c, made.value);
  });
  app.get(`${WEBHOOKS_PATH}/:id`, async (c) => {
    const view = c.get('view');
    // in a demonstration time goes on by leaps, and people look right after one
    if (site.ports.clock.kind === 'case') await site.outbox.now();
    const listed = await ask(view, listWebhooks, {});
    if (!listed.ok) return refusePage(c, listed.rejection);
    const webhook = listed.value.webhooks.find(({ id }) => id === c.req.param('id'));
    if (webhook === undefined) return missingPage(c);
    const sent = await ask(view, listOutbox, { channel: 'webhook', recipient: webhook.id, limit: LIMIT });
    return sent.ok ? show(c, webhookPage(view, webhook, sent.value.messages, LIMIT)) : refusePage(c, sent.rejection);
  });
}

async function list(c: WebContext, made: Made | null): Promise<Response> {
  const view = c.get('view');
  const listed = await ask(view, listWebhooks, {});
  return listed.ok ? show(c, webhooksPage(view, listed.value.webhooks, made)) : refusePage(c, listed.rejection);
}
