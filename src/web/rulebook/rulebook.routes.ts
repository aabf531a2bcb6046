import type { Hono } from 'hono';
import { checkProfile } from '../../app/rulebook/check-profile.ts';
import { diffProfiles } from '../../app/rulebook/diff-profiles.ts';
import { findProcesses } from '../../app/rulebook/processes.ts';
import { rehearseModification } from '../../app/rulebook/rehearse-modification.ts';
import { replayHistories } from '../../app/rulebook/replay-histories.ts';
import { missingPage, refusePage, show } from '../respond.ts';
import { ask, type Env, type Site } from '../site.ts';
import { historiesPage } from './histories.page.ts';
import { comparePage, processesPage, processPage, rehearsalPage } from './process.page.ts';
import { rulebookPage } from './rulebook.page.ts';

/** The rulebook, its processes as pictures and lists, and what they say side by side. */
export function rulebookRoutes(app: Hono<Env>, { ports }: Site): void {
  app.get('/rulebook', async (c) => show(c, rulebookPage(await ports.rulebooks.current('sec'))));
  app.get('/rulebook/processes', async (c) => {
    const view = c.get('view');
    const found = await findProcesses(ports, [], 'profile');
    const checked = await ask(view, checkProfile, {});
    if (!found.ok) return refusePage(c, found.rejection);
    if (!checked.ok) return refusePage(c, checked.rejection);
    const register = await ports.store.register(null);
    return show(
      c,
      processesPage(
        view,
        found.value,
        checked.value.checks,
        register.map((row) => row.id),
      ),
    );
  });
  app.get('/rulebook/histories', async (c) => {
    const told = await ask(c.get('view'), replayHistories, {});
    return told.ok ? show(c, historiesPage(told.value.histories)) : refusePage(c, told.rejection);
  });
  app.get('/rulebook/processes/compare', async (c) => {
    const view = c.get('view');
    const all = await findProcesses(ports, [], 'profile');
    if (!all.ok) return refusePage(c, all.rejection);
    const [first, second] = all.value.map(({ rules }) => rules.profile.id);
    const asked = { from: c.req.query('from') ?? first ?? '', to: c.req.query('to') ?? second ?? '' };
    const compared = await ask(view, diffProfiles, asked);
    return compared.ok ? show(c, comparePage(view, all.value, compared.value)) : refusePage(c, compared.rejection);
  });
  app.get('/rulebook/processes/rehearse/:modification', async (c) => {
    const rehearsed = await ask(c.get('view'), rehearseModification, { modification: c.req.param('modification') });
    return rehearsed.ok ? show(c, rehearsalPage(rehearsed.value)) : refusePage(c, rehearsed.rejection);
  });
  app.get('/rulebook/processes/:profile', async (c) => {
    const profile = c.req.param('profile');
    const found = await findProcesses(ports, [profile], 'profile');
    if (!found.ok) return refusePage(c, found.rejection);
    const checked = await ask(c.get('view'), checkProfile, { profile });
    if (!checked.ok) return refusePage(c, checked.rejection);
    const [process] = found.value;
    const [check] = checked.value.checks;
    return process === undefined || check === undefined ? missingPage(c) : show(c, processPage(process, check));
  });
}
