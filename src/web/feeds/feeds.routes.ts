import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { readOpenProposals, readProposal } from '../../app/modification/proposals.ts';
import { whatsNext } from '../../app/modification/whats-next.ts';
import { runDecoded } from '../../app/run-operation.ts';
import {
  bodyEntries,
  type FeedEntry,
  feedEntries,
  meetingEntries,
  ownEntries,
} from '../../core/document/feed-entries.ts';
import { addDays } from '../../core/kernel/day.ts';
import { actorOf } from '../../core/party/actor.ts';
import { icsFeed } from '../../format/ics/timetable.ts';
import type { Account } from '../accounts/accounts.ts';
import { leaveDone } from '../requests.ts';
import { missingPage, refusePage } from '../respond.ts';
import type { Env, Site, WebContext } from '../site.ts';
import { todayOf } from '../site.ts';

const PAST = -92;
const AHEAD = 400;
const NAME = /^([\w.-]+)\.ics$/;

/** Feeds to which calendars subscribe: of a modification and of a body for everybody, and one's own by a secret address. */
export function feedRoutes(app: Hono<Env>, site: Site): void {
  app.get('/feeds/modification/:file', async (c) => {
    const id = NAME.exec(c.req.param('file'))?.[1];
    if (id === undefined) return missingPage(c);
    const read = await readProposal({ ports: site.ports, now: site.ports.clock.now() }, id, null);
    if (!read.ok) return refusePage(c, read.rejection);
    const { state, rules } = read.value;
    return feed(c, site, `${id} ${state.content.title}`, feedEntries(state, rules));
  });
  app.get('/feeds/body/:file', async (c) => {
    const body = NAME.exec(c.req.param('file'))?.[1];
    const rulebook = await site.ports.rulebooks.current('sec');
    const found = rulebook.bodies.find((one) => one.id === body);
    if (found === undefined) return missingPage(c);
    return feed(c, site, found.title, await ofBody(site, found.id));
  });
  app.get('/feeds/person/:file', async (c) => {
    const token = NAME.exec(c.req.param('file'))?.[1];
    const id = token === undefined ? null : await site.feeds.accountOf(token);
    const account =
      id === null ? undefined : (await site.accounts.list()).find((one) => one.id === id && !one.disabled);
    if (account === undefined) return missingPage(c);
    const isBody = (await site.ports.rulebooks.current('sec')).meetingCalendars.some(
      ({ body }) => body === account.role,
    );
    const own = ownEntries(await ofAll(site), account.role);
    const meetings = isBody ? (await ofBody(site, account.role)).filter((entry) => entry.modification === null) : [];
    return feed(c, site, `Proviso for ${account.name}`, [...own, ...meetings, ...(await ofMeetings(site, account))]);
  });
  app.post('/feeds/own/:act', async (c) => {
    const session = c.get('session');
    const act = c.req.param('act');
    if (session === null || (act !== 'make' && act !== 'revoke')) return missingPage(c);
    await site.feeds[act](session.account.id);
    leaveDone(
      c,
      act === 'make' ? 'Your calendar has an address of its own now.' : 'The address of your calendar no longer works.',
    );
    return c.redirect('/account#calendar', 303);
  });
}

async function ofAll({ ports }: Site): Promise<readonly FeedEntry[]> {
  const open = await readOpenProposals({ ports, now: ports.clock.now() }, null);
  return open.flatMap(({ state, rules }) => feedEntries(state, rules));
}

/** What meetings wait for from a person. */
async function ofMeetings({ ports }: Site, account: Account): Promise<readonly FeedEntry[]> {
  const actor = actorOf(account);
  const read = await runDecoded(whatsNext, { ports, actor }, { for: 'me' });
  return read.ok ? meetingEntries(read.value.meetings) : [];
}

async function ofBody(site: Site, body: string): Promise<readonly FeedEntry[]> {
  const { bodies, parameters, calendars, meetingCalendars, releaseCalendar } =
    await site.ports.rulebooks.current('sec');
  const today = todayOf(site.ports);
  const rules = { bodies, parameters, calendars, meetings: meetingCalendars, releases: releaseCalendar };
  const reading = { parametersOn: today, urgent: false };
  return bodyEntries(body, await ofAll(site), rules, reading, addDays(today, PAST), addDays(today, AHEAD));
}

/** Answers with a calendar, or that the one the reader has is still good. */
function feed(c: WebContext, site: Site, title: string, entries: readonly FeedEntry[]): Response {
  const bytes = icsFeed(title, entries, (id) => `${site.config.baseUrl}/modifications/${id}/timetable`);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', 'private, no-cache');
  if (c.req.header('If-None-Match')?.split(/,\s*/).includes(etag)) return c.body(null, 304);
  c.header('Content-Type', 'text/calendar; charset=utf-8');
  return c.body(Uint8Array.from(bytes));
}
