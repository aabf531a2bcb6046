import type { Hono } from 'hono';
import { listTimetables } from '../../app/timetable/list-timetables.ts';
import { planTimetable } from '../../app/timetable/plan-timetable.ts';
import { showTimetable } from '../../app/timetable/show-timetable.ts';
import { countFor } from '../modification/conflict-parts.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env } from '../site.ts';
import { timetablePage } from './timetable.page.ts';
import { timetablesPage } from './timetables.page.ts';

/** The timetables of all; the timetable of a modification, and what it would be if it were planned anew. */
export function timetableRoutes(app: Hono<Env>): void {
  app.get('/timetables', async (c) => {
    const view = c.get('view');
    const listed = await ask(view, listTimetables, {});
    if (!listed.ok) return refusePage(c, listed.rejection);
    const asked = Number(c.req.query('skip') ?? 0);
    const last = Math.max(0, listed.value.timetables.length - 1);
    const skip = Number.isInteger(asked) ? Math.min(Math.max(0, asked), last) : 0;
    return show(c, timetablesPage(view, listed.value, skip));
  });
  app.get('/modifications/:id/timetable', async (c) => {
    const view = c.get('view');
    const modification = c.req.param('id');
    const given = (name: string) => c.req.query(name)?.trim() ?? '';
    const asked =
      given('plan') === '' ? null : { from: given('from'), release: given('release'), urgent: given('urgent') };
    const [shown, count] = await Promise.all([
      ask(view, showTimetable, { modification }),
      countFor(view, modification),
    ]);
    if (!shown.ok) return refusePage(c, shown.rejection);
    const planned =
      asked === null
        ? null
        : await ask(view, planTimetable, {
            modification,
            from: asked.from || null,
            release: asked.release || null,
            urgent: asked.urgent === 'yes' || asked.urgent === 'no' ? asked.urgent : null,
          });
    return show(
      c,
      timetablePage(view, {
        shown: shown.value,
        planned: planned?.ok ? planned.value : null,
        fault: planned === null || planned.ok ? null : planned.rejection.sentence,
        asked,
        count,
      }),
    );
  });
}
