import type { Hono } from 'hono';
import { z } from 'zod';
import { listInstruments } from '../../app/text/list-instruments.ts';
import { listVersions } from '../../app/text/list-versions.ts';
import { showHistory } from '../../app/text/show-history.ts';
import { showText } from '../../app/text/show-text.ts';
import { formatDay } from '../../core/kernel/day.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { endOfDay } from '../page/asked.ts';
import { problemOf, statusOf } from '../problem.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site, type View, type WebContext } from '../site.ts';
import { instrumentPage, noInstrumentPage } from './instrument.page.ts';
import { provisionPage } from './provision.page.ts';

/** Codes and other instruments: `/sec`, `/sec/G3.26?on=…&against=…&knownAt=…`, and for ever `/sec/G3.26@2018-10-12`. */
export function textRoutes(app: Hono<Env>, site: Site): void {
  app.get('/:instrument', async (c, next) => {
    const instrument = c.req.param('instrument');
    const instruments = await ask(c.get('view'), listInstruments, {});
    if (!instruments.ok) return refusePage(c, instruments.rejection);
    if (instruments.value.some((one) => one.id === instrument))
      return instrumentRoute(c, instrument, instruments.value);
    return instrument === 'sec' ? show(c, await noInstrumentPage(c.get('view'))) : next();
  });
  app.get('/:instrument/:reference', async (c, next) => {
    const instrument = c.req.param('instrument');
    const instruments = await ask(c.get('view'), listInstruments, {});
    if (!instruments.ok || !instruments.value.some((one) => one.id === instrument)) return next();
    return provisionRoute(c, site, instrument, c.req.param('reference'));
  });
}

type Instruments = z.output<typeof listInstruments.output>;

async function instrumentRoute(c: WebContext, instrument: string, instruments: Instruments): Promise<Response> {
  const view = c.get('view');
  const asked = askedOf(c, view);
  const input = { instrument, on: asked.on, against: asked.against, knownAt: asked.knownAt };
  const [text, versions] = await Promise.all([
    ask(view, showText, input),
    ask(view, listVersions, { instrument, knownAt: asked.knownAt }),
  ]);
  if (!text.ok) return refuse(c, view, text.rejection);
  if (!versions.ok) return refuse(c, view, versions.rejection);
  if (wantsJson(c)) return c.json(z.encode(showText.output, text.value) as never);
  return show(c, instrumentPage(view, { asked, instruments, text: text.value, versions: versions.value.versions }));
}

async function provisionRoute(c: WebContext, site: Site, instrument: string, name: string): Promise<Response> {
  const view = c.get('view');
  const at = name.lastIndexOf('@');
  const reference = at === -1 ? name : name.slice(0, at);
  const asked = at === -1 ? askedOf(c, view) : fixedOn(name.slice(at + 1), site);
  const { on, against } = asked;
  let text = await ask(view, showText, { instrument, reference, on, against, knownAt: asked.knownAt });
  // A day before the record began: it cannot say what was known then, only what it knows of the day.
  const isBeforeRecord = asked.permanence === 'permanent' && !text.ok && text.rejection.code === 'not-found';
  if (isBeforeRecord) text = await ask(view, showText, { instrument, reference, on, against, knownAt: null });
  if (!text.ok) return refuse(c, view, text.rejection);
  if (wantsJson(c)) return c.json(z.encode(showText.output, text.value) as never);
  const answered: Asked = isBeforeRecord ? { ...asked, knownAt: null, permanence: 'before-the-record' } : asked;
  const { knownAt } = answered;
  const history = await ask(view, showHistory, { instrument, reference, knownAt });
  if (!history.ok) return refuse(c, view, history.rejection);
  const page = { asked: answered, text: text.value, wordings: history.value.wordings };
  return show(c, provisionPage(view, page));
}

/** What a reader of a text asks: ISO days and an instant, as addresses carry them. */
export interface Asked {
  readonly on: string;
  readonly against: string | null;
  readonly knownAt: string | null;
  /** Whether the address asks for an answer that stays, and whether it can be given yet, or at all. */
  readonly permanence: 'not-asked' | 'permanent' | 'day-not-ended' | 'before-the-record';
}

function askedOf(c: WebContext, view: View): Asked {
  const given = (name: string) => c.req.query(name)?.trim() || null;
  return {
    on: given('on') ?? formatDay(view.today),
    against: given('against'),
    knownAt: endOfDay(given('knownAt')),
    permanence: 'not-asked',
  };
}

/** The permanent address of a day: on that day, as it was known when the day ended. */
function fixedOn(on: string, site: Site): Asked {
  const end = endOfDay(on);
  const isPast = end !== null && end <= site.ports.clock.now();
  return { on, against: null, knownAt: isPast ? end : null, permanence: isPast ? 'permanent' : 'day-not-ended' };
}

function wantsJson(c: WebContext): boolean {
  const accept = c.req.header('accept') ?? '';
  return c.req.query('format') === 'json' || (accept.includes('application/json') && !accept.includes('text/html'));
}

function refuse(c: WebContext, view: View, why: Rejection): Response | Promise<Response> {
  if (!wantsJson(c)) return refusePage(c, why);
  const headers = { 'Content-Type': 'application/problem+json' };
  return c.json(problemOf(why, view.site.config.baseUrl), statusOf(why.code) as 404, headers);
}
