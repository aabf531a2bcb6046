import type { Hono } from 'hono';
import { compareEffect, type EffectComparison } from '../../app/effect/compare-effect.ts';
import { showImpact } from '../../app/effect/show-impact.ts';
import { meetingsDue } from '../../app/meeting/meetings-due.ts';
import { showModification } from '../../app/modification/show-modification.ts';
import { showResponse } from '../../app/modification/show-response.ts';
import type { ModificationView } from '../../app/modification/view.schema.ts';
import { listParties } from '../../app/party/list-parties.ts';
import { showLog } from '../../app/record/show-log.ts';
import { showFindings } from '../../app/rulebook/show-findings.ts';
import { firstTimetable, takesDays } from '../../core/modification/timetable/first-timetable.ts';
import { endOfDay } from '../page/asked.ts';
import { refusePage, show } from '../respond.ts';
import { ask, type Env, type View, type WebContext } from '../site.ts';
import { countFor } from './conflict-parts.ts';
import type { Words } from './consultation.ts';
import type { Plan } from './forms.ts';
import { modificationPage } from './modification.page.ts';

/** The pages of a modification. */
export function modificationRoutes(app: Hono<Env>): void {
  app.get('/modifications/:id', (c) => modificationRoute(c));
}

async function modificationRoute(c: WebContext): Promise<Response> {
  const view = c.get('view');
  const id = c.req.param('id') ?? '';
  const knownOn = c.req.query('knownAt')?.trim() || null;
  const knownAt = endOfDay(knownOn);
  const modification = await ask(view, showModification, { modification: id, knownAt });
  if (!modification.ok) {
    const { search } = new URL(c.req.url);
    return id === id.toUpperCase()
      ? refusePage(c, modification.rejection)
      : c.redirect(`/modifications/${id.toUpperCase()}${search}`);
  }
  const [log, findings, listed, count, meetings, impact] = await Promise.all([
    ask(view, showLog, { stream: `modification/${id}`, knownAt }),
    ask(view, showFindings, { modification: id, knownAt }),
    ask(view, listParties, {}),
    countFor(view, id, knownAt),
    ask(view, meetingsDue, { modification: id }),
    ask(view, showImpact, { modification: id, knownAt }),
  ]);
  if (!log.ok) return refusePage(c, log.rejection);
  return show(
    c,
    modificationPage(view, {
      modification: modification.value,
      events: log.value.events,
      findings: findings.ok ? findings.value.findings : [],
      words: await wordsFor(view, modification.value),
      parties: new Map(listed.ok ? listed.value.parties.map((party) => [party.id, party.name]) : []),
      plan: await planFor(view, modification.value),
      knownOn,
      count,
      meetings: meetings.ok ? meetings.value.due : [],
      comparison: await comparisonFor(view, id, modification.value, knownAt),
      impact: impact.ok && impact.value.touchesDuties ? impact.value : null,
    }),
  );
}

/** What came about of the effect of an implemented modification beside what was predicted; null where nothing is to compare. */
async function comparisonFor(
  view: View,
  id: string,
  { published }: ModificationView,
  knownAt: string | null,
): Promise<EffectComparison | null> {
  if (published === null) return null;
  const compared = await ask(view, compareEffect, { modification: id, knownAt });
  return compared.ok && compared.value.parties.some((party) => party.duties.length > 0) ? compared.value : null;
}

/** The first possible days of the steps still to come, where a timetable is to be set; else none. */
async function planFor(view: View, modification: ModificationView): Promise<Plan> {
  const { steps, next, profile, urgency, raisedOn, rulebook } = modification;
  const setting = next.some((act) => steps.some((step) => step.id === act.step && step.carriesTimetable));
  if (!setting) return [];
  const { profiles, parameters, calendars } = await view.site.ports.rulebooks.byDigest(rulebook);
  const ahead = (profiles.find((one) => one.id === profile.id)?.steps ?? []).filter((step) => {
    const status = steps.find((one) => one.id === step.id)?.status;
    return takesDays(step) && (status === 'open' || status === 'waiting');
  });
  const urgent = urgency.urgent ?? urgency.asked;
  const plan = firstTimetable(ahead, { from: view.today, urgent, raisedOn, parameters, calendars });
  return plan.map((row) => ({ ...row, title: steps.find((step) => step.id === row.step)?.title ?? row.step }));
}

/** The words of those responses that the reader may read: their own party's, or all for the Code Administrator. */
async function wordsFor(view: View, { id, consultations }: ModificationView): Promise<Words> {
  const { role, party } = view.actor;
  const readable = consultations
    .flatMap((one) => one.responses)
    .filter(({ questionnaire }) => questionnaire === null)
    .filter((response) => role === 'code-administrator' || (role === 'party' && response.party === party));
  const shown = await Promise.all(
    readable.map(async ({ content }) => {
      const response = await ask(view, showResponse, { modification: id, response: content });
      return response.ok && response.value.body !== null ? [[content, response.value.body] as const] : [];
    }),
  );
  return new Map(shown.flat());
}
