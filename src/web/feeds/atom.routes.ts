import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import { listModifications } from '../../app/modification/list-modifications.ts';
import { listNotices } from '../../app/notice/list-notices.ts';
import { listInstruments } from '../../app/text/list-instruments.ts';
import { atomFeed } from '../../format/atom/feed.ts';
import { missingPage, refusePage, show } from '../respond.ts';
import { ask, type Env, type Site, type View, type WebContext } from '../site.ts';
import { noticesPage } from './notices.page.ts';

/** How many entries a feed holds. */
const ENTRIES = 50;

/** What a feed follows. */
interface Followed {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly page: string;
  readonly asked: { readonly modification?: string; readonly code?: string; readonly topic?: string };
}

/** What is told to everyone, as a page and as Atom: of the register, a modification, the text of a code. */
export function atomRoutes(app: Hono<Env>, site: Site): void {
  app.use('/feeds/*', etag());
  app.get('/notices', async (c) => {
    const view = c.get('view');
    const modification = c.req.query('modification') ?? null;
    const [listed, texts] = await Promise.all([
      ask(view, listNotices, { modification, limit: ENTRIES }),
      ask(view, listInstruments, {}),
    ]);
    if (!listed.ok) return refusePage(c, listed.rejection);
    if (!texts.ok) return refusePage(c, texts.rejection);
    return show(c, noticesPage(listed.value.notices, texts.value, modification));
  });
  app.get('/feeds/register.atom', (c) =>
    feed(c, site, {
      name: 'register',
      title: 'Modifications: what is told to everyone',
      path: '/feeds/register.atom',
      page: '/notices',
      asked: {},
    }),
  );
  app.get('/feeds/modifications/:file', async (c) => {
    const id = nameOf(c.req.param('file'));
    const register = await ask(c.get('view'), listModifications, {});
    const row = register.ok ? register.value.modifications.find((one) => one.id === id) : undefined;
    if (row === undefined) return missingPage(c);
    return feed(c, site, {
      name: `modification/${row.id}`,
      title: `${row.id} ${row.title}`,
      path: `/feeds/modifications/${encodeURIComponent(row.id)}.atom`,
      page: `/modifications/${encodeURIComponent(row.id)}`,
      asked: { modification: row.id },
    });
  });
  app.get('/feeds/texts/:file', async (c) => {
    const id = nameOf(c.req.param('file'));
    const texts = await ask(c.get('view'), listInstruments, {});
    const text = texts.ok ? texts.value.find((one) => one.id === id) : undefined;
    if (text === undefined) return missingPage(c);
    return feed(c, site, {
      name: `text/${text.id}`,
      title: `Versions of the ${text.shortTitle}`,
      path: `/feeds/texts/${encodeURIComponent(text.id)}.atom`,
      page: `/${encodeURIComponent(text.id)}`,
      asked: { code: text.id, topic: 'version' },
    });
  });
}

function nameOf(file: string): string | null {
  return file.endsWith('.atom') ? file.slice(0, -'.atom'.length) : null;
}

async function feed(c: WebContext, site: Site, { name, title, path, page, asked }: Followed): Promise<Response> {
  const view = c.get('view');
  const listed = await ask(view, listNotices, { ...asked, limit: ENTRIES });
  if (!listed.ok) return refusePage(c, listed.rejection);
  const { id, begun } = await identityOf(view, name);
  const { notices } = listed.value;
  const { baseUrl } = site.config;
  const text = atomFeed({ id, title, author: 'Code Administrator', baseUrl, path, page, begun, notices });
  c.header('Content-Type', 'application/atom+xml; charset=utf-8');
  c.header('Cache-Control', 'public, no-cache');
  return c.body(text);
}

/** A feed's UUID follows from the first event of the record, so that it is the same at every address and in every copy. */
async function identityOf({ site }: View, name: string) {
  const [first] = await site.ports.store.read('record', null);
  const hash = createHash('sha256').update(`${first?.hash}:feed:${name}`).digest('hex');
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16);
  const id = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  return { id, begun: first?.recordedAt ?? site.ports.clock.now() };
}
