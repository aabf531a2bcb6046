import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { listDuties } from '../../app/obligation/list-duties.ts';
import { listEvidence } from '../../app/obligation/list-evidence.ts';
import { dutyEntries } from '../../core/document/duty-entries.ts';
import { addDays, formatDay } from '../../core/kernel/day.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { mayReadEvidence } from '../../core/obligation/evidence.ts';
import { icsFeed } from '../../format/ics/timetable.ts';
import { missingPage, refusePage, show } from '../respond.ts';
import { ask, type Env, type Site, type WebContext } from '../site.ts';
import { calendarPage } from './calendar.page.ts';
import { monthFrom, monthOf } from './month-grid.ts';

const PAST = -92;
const AHEAD = 365;
const NAME = /^([\w.-]+)\.ics$/;

/** The compliance calendar of a party, as a page and as a feed to which calendars subscribe. */
export function calendarRoutes(app: Hono<Env>, site: Site): void {
  app.get('/parties/:id/duties', async (c) => {
    const view = c.get('view');
    const party = c.req.param('id');
    const text = c.req.query('month')?.trim() ?? '';
    const month = text === '' ? monthFrom(view.today) : monthOf(text);
    if (month === null) {
      const sentence = `month: "${text}" is not a month; expected YYYY-MM`;
      return refusePage(c, rejection('input-invalid', sentence, { place: { field: 'month' } }));
    }
    const code = codeOf(c);
    const span = { party, ...code, from: formatDay(month.first), to: formatDay(month.last) };
    const later = { party, ...code, from: formatDay(month.last), to: formatDay(addDays(month.last, AHEAD)) };
    const [inMonth, ahead, evidence] = await Promise.all([
      ask(view, listDuties, span),
      ask(view, listDuties, later),
      mayReadEvidence(view.actor, party) ? ask(view, listEvidence, { party }) : null,
    ]);
    if (!inMonth.ok) return refusePage(c, inMonth.rejection);
    if (!ahead.ok) return refusePage(c, ahead.rejection);
    const known = evidence?.ok ? evidence.value.evidence : null;
    return show(c, calendarPage(view, { month, ...code }, inMonth.value, ahead.value, known));
  });
  app.get('/feeds/parties/:file', async (c) => {
    const party = NAME.exec(c.req.param('file'))?.[1];
    if (party === undefined) return missingPage(c);
    const view = c.get('view');
    const span = { from: formatDay(addDays(view.today, PAST)), to: formatDay(addDays(view.today, AHEAD)) };
    const listed = await ask(view, listDuties, { party, ...codeOf(c), ...span });
    if (!listed.ok) return refusePage(c, listed.rejection);
    const title = `Duties of ${listed.value.name}`;
    const bytes = icsFeed(
      title,
      dutyEntries(listed.value.duties, view.today),
      (id) => `${site.config.baseUrl}/modifications/${id}`,
    );
    c.header('ETag', `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`);
    c.header('Cache-Control', 'public, no-cache');
    c.header('Content-Type', 'text/calendar; charset=utf-8');
    return c.body(Uint8Array.from(bytes));
  });
}

/** The code whose duties are asked for; nothing where the address leaves it out. */
function codeOf(c: WebContext): { readonly code?: string } {
  const code = c.req.query('code')?.trim() ?? '';
  return code === '' ? {} : { code };
}
