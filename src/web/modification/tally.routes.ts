import type { Hono } from 'hono';
import { tallyBallot } from '../../app/modification/tally-ballot.ts';
import { parseDay } from '../../core/kernel/day.ts';
import { instantOn } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env } from '../site.ts';
import { tallyPage } from './tally.page.ts';

/** How a vote of a modification stood at an instant. */
export function tallyRoutes(app: Hono<Env>): void {
  app.get('/modifications/:id/ballots/:step', async (c) => {
    const view = c.get('view');
    const given = (name: string) => c.req.query(name)?.trim() ?? '';
    const on = parseDay(given('on'));
    const time = given('time') || '23:59';
    if ((given('on') !== '' && on === null) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
      return refusePage(c, rejection('input-invalid', 'Expected a day and a time, such as 2018-10-24 and 10:00.'));
    }
    const knownAt = on === null ? null : instantOn(on, time);
    const { id: modification, step } = c.req.param();
    const tally = await ask(view, tallyBallot, { modification, step, knownAt });
    return tally.ok ? show(c, tallyPage(view, tally.value)) : refusePage(c, tally.rejection);
  });
}
