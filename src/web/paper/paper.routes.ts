import type { Hono } from 'hono';
import { showModification } from '../../app/modification/show-modification.ts';
import { draftPaper, PAPERS } from '../../app/paper/draft-paper.ts';
import { calendarEntries } from '../../core/document/calendar-entries.ts';
import { icsCalendar } from '../../format/ics/timetable.ts';
import { PAPER_FORMATS, renderPaper } from '../../format/paper.ts';
import { countFor, unsettledIn } from '../modification/conflict-parts.ts';
import { missingPage, refusePage, show } from '../respond.ts';
import { ask, type Env, type WebContext } from '../site.ts';
import { papersPage } from './papers.page.ts';

/** A paper stands alone and carries its styles itself; it may still load nothing and run nothing. */
export const PAPER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src 'self' data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const FILE = /^([a-z-]+)\.([a-z]+)$/;

/** The papers of a modification, made from the record when they are asked for. */
export function paperRoutes(app: Hono<Env>): void {
  app.get('/modifications/:id/papers', async (c) => {
    const modification = c.req.param('id');
    const [shown, count] = await Promise.all([
      ask(c.get('view'), showModification, { modification }),
      countFor(c.get('view'), modification),
    ]);
    return shown.ok ? show(c, papersPage(shown.value, unsettledIn(count))) : refusePage(c, shown.rejection);
  });
  app.get('/modifications/:id/papers/:file', async (c) => {
    const [, name = '', ending = ''] = FILE.exec(c.req.param('file')) ?? [];
    const modification = c.req.param('id');
    if (name === 'timetable' && ending === 'ics') return calendar(c, modification);
    const paper = PAPERS.find((one) => one === name);
    const format = PAPER_FORMATS.find((one) => one === ending);
    if (paper === undefined || format === undefined) return missingPage(c);
    const drafted = await ask(c.get('view'), draftPaper, { modification, paper });
    if (!drafted.ok) return refusePage(c, drafted.rejection);
    const { bytes, mediaType, fileName } = await renderPaper(drafted.value, format);
    const disposition = format === 'docx' ? 'attachment' : 'inline';
    c.header('Content-Disposition', `${disposition}; filename="${modification}-${fileName}"`);
    c.header('Content-Type', mediaType);
    if (format === 'html') c.set('policy', PAPER_POLICY);
    return c.body(Uint8Array.from(bytes));
  });
}

async function calendar(c: WebContext, modification: string): Promise<Response> {
  const shown = await ask(c.get('view'), showModification, { modification });
  if (!shown.ok) return refusePage(c, shown.rejection);
  const bytes = icsCalendar(`${modification} timetable`, calendarEntries(shown.value), shown.value.raisedOn);
  c.header('Content-Disposition', `attachment; filename="${modification}-timetable.ics"`);
  c.header('Content-Type', 'text/calendar; charset=utf-8');
  return c.body(Uint8Array.from(bytes));
}
