import type { Hono } from 'hono';
import { z } from 'zod';
import { readDutyWordings } from '../../app/obligation/asked-party.ts';
import { listObligations } from '../../app/obligation/list-obligations.ts';
import { showObligationRegister } from '../../app/obligation/show-obligation-register.ts';
import { listParties } from '../../app/party/list-parties.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { obligationRegisterCsv } from '../../format/obligation-register-csv.ts';
import { NDJSON } from '../api/lines.ts';
import { inputOfFields } from '../fields.ts';
import { endOfDay } from '../page/asked.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type Site, type WebContext } from '../site.ts';
import {
  isSupposed,
  obligationRegisterPage,
  REGISTER_FILTERS,
  REGISTER_FORM,
  type RegisterAsked,
} from './register.page.ts';

/** Rows on one page. */
const PAGE = 50;

/** The register of obligations, and the register as a file: `/obligations/register`, `.csv`, `.ndjson`. */
export function obligationRegisterRoutes(app: Hono<Env>, site: Site): void {
  app.get('/obligations/register', async (c) => {
    const view = c.get('view');
    const asked = askedOf(c);
    const [shown, parties, listed, wordings, { factKinds }] = await Promise.all([
      ask(view, showObligationRegister, { ...inputOf(asked), limit: PAGE }),
      ask(view, listParties, {}),
      ask(view, listObligations, {}),
      readDutyWordings(site.ports, 'sec'),
      site.ports.rulebooks.current('sec'),
    ]);
    const choices = {
      wordings,
      factKinds,
      parties: parties.ok ? parties.value.parties : [],
      listed: listed.ok ? listed.value : { obligations: [], bearers: [] },
    };
    if (shown.ok) return show(c, obligationRegisterPage(view, asked, choices, shown.value));
    c.set('view', { ...view, refusal: { form: REGISTER_FORM, entered: {}, rejection: shown.rejection } });
    return show(c, obligationRegisterPage(c.get('view'), asked, choices, null));
  });
  app.get('/obligations/register.csv', async (c) => {
    const shown = await all(c);
    if (!shown.ok) return refusePage(c, shown.rejection);
    return file(c, 'csv', 'text/csv; charset=utf-8', obligationRegisterCsv(shown.value.rows), shown.value.from);
  });
  app.get('/obligations/register.ndjson', async (c) => {
    const shown = await all(c);
    if (!shown.ok) return refusePage(c, shown.rejection);
    const { rows } = z.encode(showObligationRegister.output, shown.value);
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    return file(c, 'ndjson', NDJSON, lines, shown.value.from);
  });
}

function all(c: WebContext) {
  return ask(c.get('view'), showObligationRegister, inputOf({ ...askedOf(c), after: '' }));
}

function askedOf(c: WebContext): RegisterAsked {
  const given: (readonly [string, string])[] = REGISTER_FILTERS.map(
    (name) => [name, c.req.query(name)?.trim() ?? ''] as const,
  );
  for (const [name, value] of Object.entries(c.req.query())) if (isSupposed(name)) given.push([name, value.trim()]);
  const asked: RegisterAsked = Object.fromEntries(given.filter(([, value]) => value !== ''));
  if (asked.from === undefined && asked.to === undefined) return asked;
  // the form gives the day that was shown beside a span; the span is what was asked for
  const { on: _, ...span } = asked;
  return span;
}

function inputOf(asked: RegisterAsked): Record<string, unknown> {
  const input = inputOfFields(showObligationRegister.input, Object.entries(asked));
  return asked.knownAt === undefined ? input : { ...input, knownAt: endOfDay(asked.knownAt) };
}

function file(c: WebContext, extension: string, type: string, body: string, on: Parameters<typeof formatDay>[0]) {
  return c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="obligations-${formatDay(on)}.${extension}"`,
  });
}
