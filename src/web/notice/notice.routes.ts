import type { Hono } from 'hono';
import { letterTo } from '../../app/notice/letters.ts';
import { listOutbox, seesAll } from '../../app/notice/list-outbox.ts';
import { showMessage } from '../../app/notice/show-message.ts';
import { wordsOf } from '../../core/document/notice/letter.ts';
import { MESSAGE_STATES, type Message } from '../../core/document/notice/message.ts';
import { TOPICS, type Topic } from '../../core/document/notice/notice.ts';
import { choose } from '../../core/document/notice/preference.ts';
import { eventOf } from '../../core/document/notice/webhook.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { letterHtml, letterText } from '../../format/mail/letter.ts';
import { PAPER_POLICY } from '../paper/paper.routes.ts';
import { missingPage, refusePage, show } from '../respond.ts';
import { ask, type Env, type Site, type View } from '../site.ts';
import { leavePage, leftPage } from './leave.page.ts';
import { LEAVE_PATH, readLeaveToken } from './leave-token.ts';
import { type Known, messagePage, outboxPage } from './outbox.page.ts';

/** Messages on one page of the outbox. */
const PAGE = 25;

/** The outbox, its messages as they read, and the way out of notices. */
export function noticeRoutes(app: Hono<Env>, site: Site): void {
  app.get('/notices/outbox', async (c) => {
    const view = c.get('view');
    // in a demonstration time goes on by leaps, and people look right after one
    if (site.ports.clock.kind === 'case') await site.outbox.now();
    const known = await knownTo(site);
    const asked = {
      person: c.req.query('person')?.trim() ?? '',
      state: MESSAGE_STATES.find((one) => one === c.req.query('state')) ?? '',
      topic: (Object.keys(TOPICS) as Topic[]).find((one) => one === c.req.query('topic')) ?? '',
    } as const;
    const after = c.req.query('after') || null;
    const listed = await ask(view, listOutbox, {
      ...{ state: asked.state || null, topic: asked.topic || null, limit: PAGE, after },
      recipients: asked.person === '' ? null : idsOf(known, asked.person),
    });
    if (!listed.ok) return refusePage(c, listed.rejection);
    const isAll = seesAll({ actor: view.actor });
    return show(c, outboxPage(view, listed.value, known, { ...asked, isAll, isFirst: after === null }));
  });
  app.get('/notices/outbox/:id', async (c) => {
    const view = c.get('view');
    const shown = await ask(view, showMessage, { message: c.req.param('id') });
    if (!shown.ok) return refusePage(c, shown.rejection);
    const message = shown.value;
    const known = await knownTo(site);
    const letter = letterIn(view, message, known);
    const words = wordsOf(message, '');
    const chosen = (await site.ports.store.notices.preferences()).get(message.recipient) ?? [];
    const text = letter === null ? null : letterText(letter);
    const { baseUrl } = site.config;
    const [first] = message.notices;
    const isEvent = message.channel === 'webhook' && first !== undefined;
    const event = isEvent ? JSON.stringify(eventOf(first, baseUrl), null, 2) : null;
    return show(c, messagePage(view, message, known, { ...words, text, event }, chosen));
  });
  app.get('/notices/outbox/:id/letter.html', async (c) => {
    const view = c.get('view');
    const shown = await ask(view, showMessage, { message: c.req.param('id') });
    if (!shown.ok) return refusePage(c, shown.rejection);
    const letter = letterIn(view, shown.value, await knownTo(site));
    if (letter === null) return missingPage(c);
    c.set('policy', PAPER_POLICY);
    return c.html(letterHtml(letter));
  });
  leaveRoutes(app, site);
}

function leaveRoutes(app: Hono<Env>, site: Site): void {
  const { secret } = site.accounts;
  const invalid = () =>
    rejection('not-found', 'This address leaves no notices; it may have been cut off. Use the one in the letter.');
  app.get(`${LEAVE_PATH}:token`, (c) => {
    const leaving = readLeaveToken(secret, c.req.param('token'));
    return leaving === null ? refusePage(c, invalid()) : show(c, leavePage(c.req.path, leaving));
  });
  // one click of a mail program (RFC 8058) posts the same: who has the address may leave, signed in or not
  app.post(`${LEAVE_PATH}:token`, async (c) => {
    const leaving = readLeaveToken(secret, c.req.param('token'));
    if (leaving === null) return refusePage(c, invalid());
    const isAll = (await c.req.parseBody()).all === 'yes';
    const scope = isAll ? { topic: null, modification: null } : leaving;
    const { topic, modification } = scope;
    await site.ports.store.notices.prefer(leaving.person, (chosen) =>
      choose(chosen, { topic, modification, mode: 'none' }),
    );
    return show(c, leftPage(scope));
  });
}

/** The letter that a message is; null where nobody knows any more whom it was to. */
function letterIn(view: View, message: Message, known: Known) {
  const person = known.people.get(message.recipient);
  if (person === undefined) return null;
  const { baseUrl } = view.site.config;
  // the address that leaves is the recipient's alone: who looks at the message must not be able to use it
  const leaveAddress = () => `${baseUrl}/account/notices`;
  return letterTo(person, message, { baseUrl, leaveAddress }, view.site.ports.clock.now());
}

/** Those whose name or address has some words in it. */
function idsOf(known: Known, words: string): string[] {
  const sought = words.toLowerCase();
  return [...known.people.values()]
    .filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(sought))
    .map(({ id }) => id);
}

async function knownTo(site: Site): Promise<Known> {
  const [people, webhooks] = await Promise.all([site.accounts.list(), site.ports.store.notices.webhooks.all()]);
  return { people: byId(people), webhooks: byId(webhooks) };
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}
