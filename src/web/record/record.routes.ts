import type { Hono } from 'hono';
import { listStreams } from '../../app/record/list-streams.ts';
import { showLog } from '../../app/record/show-log.ts';
import { verifyAudit } from '../../app/record/verify-audit.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env } from '../site.ts';
import { logPage, recordPage } from './record.page.ts';

/** Whether the record is as it was written, and its log stream by stream. */
export function recordRoutes(app: Hono<Env>): void {
  app.get('/record', async (c) => {
    const view = c.get('view');
    const [streams, verified] = await Promise.all([ask(view, listStreams, {}), ask(view, verifyAudit, {})]);
    if (!streams.ok) return refusePage(c, streams.rejection);
    const checkpoints = await ask(view, showLog, { stream: 'record' });
    return show(c, recordPage(view, streams.value.streams, verified, checkpoints.ok ? checkpoints.value.events : []));
  });
  app.get('/record/log/:stream{.+}', async (c) => {
    const view = c.get('view');
    const log = await ask(view, showLog, { stream: c.req.param('stream') });
    return log.ok ? show(c, logPage(view, log.value)) : refusePage(c, log.rejection);
  });
}
