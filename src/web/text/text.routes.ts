import type { Hono } from 'hono';
import type { z } from 'zod';
import { listInstruments } from '../../app/text/list-instruments.ts';
import { listVersions } from '../../app/text/list-versions.ts';
import { searchText } from '../../app/text/search-text.ts';
import { showHistory } from '../../app/text/show-history.ts';
import { showReferences } from '../../app/text/show-references.ts';
import { showText } from '../../app/text/show-text.ts';
import { formatDay, parseDay } from '../../core/kernel/day.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { endOfDay } from '../page/asked.ts';
import { missingPage, refusePage, show } from '../respond.ts';
import { ask, type Env, type View, type WebContext } from '../site.ts';
import { answerFile, answerPage, formAsked, notAcceptable, refuseText } from './answer.ts';
import { type Asked, baseOf } from './asked.ts';
import { historyPage } from './history.page.ts';
import { noInstrumentPage } from './instrument.page.ts';
import { readPage } from './read.ts';
import { referencesPage } from './references.page.ts';
import { MOST_LISTED } from './related.ts';
import { runningHeadCss } from './running-head.ts';
import { searchPage } from './search.page.ts';

/**
 * Codes and other instruments: `/sec`, `/sec/G3.26?on=…&against=…&knownAt=…`, for ever `/sec/G3.26@2018-10-12`, under a
 * label `/sec@5.20`; beside them `/sec/search`, `/sec/G3.26/history` and `/sec/G3.26/references`.
 */
export function textRoutes(app: Hono<Env>): void {
  app.get('/running-head.css', (c) => {
    c.header('Content-Type', 'text/css; charset=utf-8');
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('Set-Cookie', undefined);
    return c.body(runningHeadCss(c.req.query('head') ?? '', c.req.query('foot') ?? ''));
  });
  app.get('/:instrument', async (c, next) => {
    const [instrument, at] = parted(c.req.param('instrument'));
    const instruments = await ask(c.get('view'), listInstruments, {});
    if (!instruments.ok) return refusePage(c, instruments.rejection);
    if (instruments.value.some((one) => one.id === instrument))
      return textRoute(c, { instrument, name: null, at }, instruments.value);
    const meant = instruments.value.find((one) => one.id.toLowerCase() === instrument.toLowerCase());
    if (meant !== undefined) return c.redirect(inInstrument(c, meant.id), 301);
    return instrument === 'sec' ? show(c, await noInstrumentPage(c.get('view'))) : next();
  });
  for (const slashed of ['/:instrument/', '/:instrument/:reference/', '/:instrument/:reference/:aspect/']) {
    app.get(slashed, async (c, next) => {
      const instruments = await ask(c.get('view'), listInstruments, {});
      const [id] = parted(c.req.param('instrument') ?? '');
      const isKnown = instruments.ok && instruments.value.some((one) => one.id.toLowerCase() === id.toLowerCase());
      return isKnown ? c.redirect(c.get('view').path.replace(/\/+(?=\?|$)/, ''), 301) : next();
    });
  }
  app.get('/:instrument/:reference/:aspect?', async (c, next) => {
    const instrument = c.req.param('instrument');
    const instruments = await ask(c.get('view'), listInstruments, {});
    const known = instruments.ok ? instruments.value.find((one) => one.id === instrument) : undefined;
    if (!instruments.ok) return next();
    if (known === undefined) {
      const meant = instruments.value.find((one) => one.id.toLowerCase() === instrument.toLowerCase());
      return meant === undefined ? next() : c.redirect(inInstrument(c, meant.id), 301);
    }
    const reference = c.req.param('reference');
    const aspect = c.req.param('aspect');
    if (aspect === 'history') return historyRoute(c, instrument, reference);
    if (aspect === 'references') return referencesRoute(c, instrument, reference);
    if (aspect !== undefined) return missingPage(c);
    if (reference === 'search') return searchRoute(c, known);
    const [name, at] = parted(reference);
    return textRoute(c, { instrument, name, at }, instruments.value);
  });
}

/** The address that is asked for, in an instrument whose name is written otherwise. */
function inInstrument(c: WebContext, id: string): string {
  return c.get('view').path.replace(/^\/[^/@?]+/, `/${id}`);
}

type Instruments = z.output<typeof listInstruments.output>;

/** What an address names: an instrument or a provision of it, and behind the `@` a day or the label of a version. */
interface Named {
  readonly instrument: string;
  readonly name: string | null;
  readonly at: string | null;
}

/** `G3.26@2018-10-12` in its two parts. */
function parted(address: string): readonly [string, string | null] {
  const at = address.lastIndexOf('@');
  return at === -1 ? [address, null] : [address.slice(0, at), address.slice(at + 1)];
}

async function textRoute(c: WebContext, named: Named, instruments: Instruments): Promise<Response> {
  const view = c.get('view');
  const { instrument, name, at } = named;
  const form = formAsked(c);
  if (form === null) return notAcceptable(c, baseOf(instrument, name) + (at === null ? '' : `@${at}`));
  if (at !== null && LABEL.test(at)) return labelRoute(c, named, at);
  const asked = at === null ? askedOf(c, view) : fixedOn(at, view);
  const page = Number(c.req.query('part') ?? 1);
  const read = await readPage(view, { instrument, name, asked, page: Number.isInteger(page) ? page : 1 }, instruments);
  if (!read.ok) {
    const meant =
      read.rejection.code === 'not-found' && name !== null ? await inOtherCase(view, instrument, name, asked) : null;
    if (meant === null) return refuseText(c, view, read.rejection, form);
    return c.redirect(`${baseOf(instrument, meant)}${at === null ? '' : `@${at}`}${new URL(c.req.url).search}`, 301);
  }
  const { bar } = read.value;
  if (form.name !== 'page') return answerFile(c, view, form, bar);
  return answerPage(c, await show(c, await read.value.page()), bar);
}

/** The provision that a name means whose letters are written in another case: `g3.28(A)`. */
async function inOtherCase(view: View, instrument: string, name: string, { on }: Asked): Promise<string | null> {
  const raised = name.replace(/^[a-z]{1,2}(?=\d|$)/, (letters) => letters.toUpperCase());
  const lowered = raised.replace(/\([^()]*\)/g, (level) => level.toLowerCase());
  for (const reference of new Set([raised, lowered])) {
    if (reference === name) continue;
    const read = await ask(view, showText, { instrument, reference, on });
    if (read.ok) return reference;
  }
  return null;
}

const LABEL = /^\d+(?:\.\d+)+$/;

/** A version by its label leads to the first day on which it is in force, as the record stands. */
async function labelRoute(c: WebContext, { instrument, name }: Named, label: string): Promise<Response> {
  const listed = await ask(c.get('view'), listVersions, { instrument });
  if (!listed.ok) return refusePage(c, listed.rejection);
  const version = listed.value.versions.find((one) => one.label === label);
  if (version === undefined) {
    const sentence = `The ${listed.value.instrument.shortTitle} has no version "${label}".`;
    return refusePage(c, rejection('not-found', sentence));
  }
  const format = c.req.query('format');
  const query = new URLSearchParams({
    on: formatDay(version.inForceFrom),
    ...(format === undefined ? {} : { format }),
  });
  return c.redirect(`${baseOf(instrument, name)}?${query}`);
}

async function searchRoute(c: WebContext, instrument: Instruments[number]): Promise<Response> {
  const view = c.get('view');
  const asked = askedOf(c, view);
  const sought = (c.req.query('q') ?? '').trim();
  const document = c.req.query('document')?.trim() || null;
  if (sought === '') return show(c, searchPage({ asked, sought, document }, null, instrument));
  const page = Number(c.req.query('page') ?? 1);
  const { on, knownAt } = asked;
  const found = await ask(view, searchText, { instrument: instrument.id, words: sought, on, knownAt, document, page });
  if (!found.ok) return refusePage(c, found.rejection);
  return show(c, searchPage({ asked, sought, document }, found.value, instrument));
}

async function historyRoute(c: WebContext, instrument: string, reference: string): Promise<Response> {
  const view = c.get('view');
  const asked = askedOf(c, view);
  const history = await ask(view, showHistory, { instrument, reference, knownAt: asked.knownAt });
  return history.ok ? show(c, historyPage(view, asked, reference, history.value)) : refusePage(c, history.rejection);
}

async function referencesRoute(c: WebContext, instrument: string, reference: string): Promise<Response> {
  const view = c.get('view');
  const asked = askedOf(c, view);
  const { on, knownAt } = asked;
  const related = await ask(view, showReferences, { instrument, reference, on, knownAt, most: MOST_LISTED });
  return related.ok ? show(c, referencesPage(asked, reference, related.value)) : refusePage(c, related.rejection);
}

function askedOf(c: WebContext, view: View): Asked {
  const given = (name: string) => c.req.query(name)?.trim() || null;
  return {
    on: given('on') ?? formatDay(view.today),
    against: given('against'),
    knownAt: endOfDay(given('knownAt')),
    dated: given('on') !== null,
    permanence: 'not-asked',
  };
}

/** The permanent address of a day: on that day, as it was known when the day ended. */
function fixedOn(on: string, view: View): Asked {
  const end = parseDay(on) === null ? null : endOfDay(on);
  const isPast = end !== null && end <= view.site.ports.clock.now();
  const permanence = isPast ? 'permanent' : 'day-not-ended';
  return { on, against: null, knownAt: isPast ? end : null, dated: true, permanence };
}
