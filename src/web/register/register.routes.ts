import type { Hono } from 'hono';
import { z } from 'zod';
import { listModifications } from '../../app/modification/list-modifications.ts';
import { whatsNext } from '../../app/modification/whats-next.ts';
import { listViews } from '../../app/register/list-views.ts';
import { formatDay } from '../../core/kernel/day.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { registerCsv } from '../../format/register-csv.ts';
import { inputOfFields } from '../fields.ts';
import { awaitingPart } from '../next/awaiting-part.ts';
import { raisesSome } from '../proposal/proposal-form.routes.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site, type WebContext } from '../site.ts';
import { type Asked, askedOf, type Choices, queryOf, REGISTER_FORM } from './filter-form.ts';
import { refusedRegisterPage, registerPage } from './register.page.ts';
import { viewsPart } from './views-part.ts';

/** Rows on one page of the register. */
const PAGE = 50;

/** The register, and the register as a file. */
export function registerRoutes(app: Hono<Env>, site: Site): void {
  app.get('/', (c) => registerRoute(c, site));
  app.get('/modifications', (c) => c.redirect('/'));
  app.get('/register', (c) => c.redirect(`/${new URL(c.req.url).search}`));
  app.get('/register.csv', async (c) => {
    const listed = await listAll(c);
    if (!listed.ok) return refusePage(c, listed.rejection);
    return file(c, 'csv', 'text/csv; charset=utf-8', registerCsv(listed.value.modifications));
  });
  app.get('/register.json', async (c) => {
    const listed = await listAll(c);
    if (!listed.ok) return refusePage(c, listed.rejection);
    return file(
      c,
      'json',
      'application/json',
      JSON.stringify(z.encode(listModifications.output, listed.value), null, 2),
    );
  });
}

async function registerRoute(c: WebContext, site: Site): Promise<Response> {
  const view = c.get('view');
  const asked = askedOf(new URL(c.req.url).searchParams);
  const input = { ...inputOfFields(listModifications.input, Object.entries(asked)), limit: PAGE };
  const [listed, views, rulebooks, raises] = await Promise.all([
    ask(view, listModifications, input),
    ask(view, listViews, { page: 'register' }),
    site.ports.rulebooks.shipped(),
    asked.on === undefined && raisesSome(view),
  ]);
  if (!listed.ok) {
    c.set('view', { ...view, refusal: { form: REGISTER_FORM, entered: {}, rejection: listed.rejection } });
    return show(c, refusedRegisterPage(c.get('view'), asked, choicesOf(rulebooks)));
  }
  const [next, awaiting] = await Promise.all([
    ask(view, whatsNext, { modification: null, knownAt: listed.value.asOf }),
    asked.on === undefined ? awaitingPart(view) : '',
  ]);
  if (!next.ok) return refusePage(c, next.rejection);
  const shown = new Set(listed.value.modifications.map(({ id }) => id));
  const stages = stageTitles(rulebooks);
  const codes = new Set(listed.value.modifications.map(({ code }) => code));
  return show(
    c,
    registerPage(view, {
      listed: listed.value,
      next: next.value.next.filter(({ modification }) => shown.has(modification)),
      asked,
      choices: choicesOf(rulebooks.filter(({ code }) => code === 'sec' || codes.has(code))),
      stageTitle: ({ code, stage, status }) => stages.get(`${code}/${stage}`) ?? status,
      now: listed.value.asOf ?? site.ports.clock.now(),
      awaiting,
      raises,
      views: viewsPart(view, 'register', views.ok ? views.value.views : [], queryOf({ ...asked, after: '' })),
    }),
  );
}

function listAll(c: WebContext) {
  const asked: Asked = { ...askedOf(new URL(c.req.url).searchParams), after: '' };
  return ask(c.get('view'), listModifications, inputOfFields(listModifications.input, Object.entries(asked)));
}

function file(c: WebContext, extension: string, type: string, body: string): Response {
  const on = askedOf(new URL(c.req.url).searchParams).on ?? formatDay(c.get('view').today);
  return c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="register-${/^[\d-]+$/.test(on) ? on : 'now'}.${extension}"`,
  });
}

/** Titles of stages by code and id. */
function stageTitles(rulebooks: readonly Rulebook[]): ReadonlyMap<string, string> {
  return new Map(
    rulebooks.flatMap(({ code, profiles }) =>
      profiles.flatMap(({ stages }) => stages.map(({ id, title }) => [`${code}/${id}`, title] as const)),
    ),
  );
}

function choicesOf(rulebooks: readonly Rulebook[]): Choices {
  const profiles = rulebooks.flatMap((one) => one.profiles);
  const titles = new Map(profiles.flatMap(({ stages }) => stages.map(({ id, title }) => [id, title])));
  const categories = new Map(rulebooks.flatMap((one) => one.impactCategories.map(({ id, title }) => [id, title])));
  const choices = (all: ReadonlyMap<string, string>) => [...all].map(([value, title]) => ({ value, title }));
  return {
    statuses: [...new Set(profiles.flatMap(endTitles))].toSorted(),
    stages: choices(titles),
    paths: [...new Set(profiles.flatMap(({ paths = [] }) => paths.map(({ title }) => title)))].toSorted(),
    categories: choices(categories),
  };
}

function endTitles({ ends, withdrawal }: Rulebook['profiles'][number]): readonly string[] {
  return [...ends.map(({ title }) => title), ...(withdrawal === undefined ? [] : [withdrawal.title])];
}
