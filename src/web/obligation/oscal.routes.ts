import type { Hono } from 'hono';
import { exportDutyProfile } from '../../app/oscal/export-duty-profile.ts';
import { endOfDay } from '../page/asked.ts';
import { refusePage } from '../respond.ts';
import { ask, type Env } from '../site.ts';

/** Profiles of OSCAL as files: what binds a class of parties on a day, and what a modification changes. */
export function oscalRoutes(app: Hono<Env>): void {
  const given = (value: string | undefined): string | undefined => value?.trim() || undefined;
  app.get('/obligations/oscal/:class', async (c) => {
    const [code, on] = [given(c.req.query('code')), given(c.req.query('on')) ?? null];
    const knownAt = endOfDay(given(c.req.query('knownAt')) ?? null);
    const asked = { class: c.req.param('class'), code, on, knownAt };
    return answer(c, await ask(c.get('view'), exportDutyProfile, asked));
  });
  app.get('/modifications/:id/file.oscal.json', async (c) => {
    const on = given(c.req.query('on')) ?? null;
    return answer(c, await ask(c.get('view'), exportDutyProfile, { modification: c.req.param('id'), on }));
  });
}

type Asked = Awaited<ReturnType<typeof ask<typeof exportDutyProfile.input, typeof exportDutyProfile.output>>>;

function answer(c: Parameters<typeof refusePage>[0], file: Asked): Response | Promise<Response> {
  if (!file.ok) return refusePage(c, file.rejection);
  const { fileName, mediaType, bytes } = file.value;
  c.header('Content-Disposition', `attachment; filename="${fileName}"`);
  c.header('Content-Type', mediaType);
  return c.body(Uint8Array.from(bytes));
}
