import type { Hono } from 'hono';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { formFields, localPath, only, showAgain } from '../act.ts';
import { leaveDone } from '../requests.ts';
import { refusePage, show } from '../respond.ts';
import type { Env, Site, WebContext } from '../site.ts';
import { accountPage } from './account.page.ts';
import { accountsPage } from './accounts.page.ts';
import type { NewAccount, SignedIn } from './accounts.ts';
import { roleOf } from './kept-accounts.ts';
import { setUpPage } from './set-up.page.ts';
import { signInPage } from './sign-in.page.ts';
import type { SignIn } from './sign-in.ts';
import { readPlaces, type Standing, standingFault } from './standing.ts';

/** Sign-in, sign-out, the first account, one's own account and the administrator's page of accounts. */
export function accountPages(app: Hono<Env>, site: Site, signIn: SignIn): void {
  signInRoutes(app, site, signIn);
  setUpRoutes(app, site);
  ownAccountRoutes(app, site);
  administratorRoutes(app, site);
}

function signInRoutes(app: Hono<Env>, site: Site, signIn: SignIn): void {
  app.get('/sign-in', async (c) => {
    if (await site.accounts.isEmpty()) return c.redirect('/set-up');
    return show(c, signInPage(c.get('view'), localPath(c.req.query('back'))));
  });
  app.post('/sign-in', async (c) => {
    const fields = await formFields(c);
    const result = await signIn.withPassword(c, only(fields, 'email') ?? '', only(fields, 'password') ?? '');
    return entered(app, c, fields, result, only(fields, 'to'));
  });
  app.post('/sign-in-as', async (c) => {
    const fields = await formFields(c);
    return entered(app, c, fields, await signIn.asDemo(only(fields, 'email') ?? ''), only(fields, 'to'));
  });
  app.post('/sign-out', async (c) => {
    setCookies(c, await site.accounts.signOut(c.req.header('cookie') ?? ''));
    leaveDone(c, 'You are signed out.');
    return c.redirect('/', 303);
  });
}

type Fields = Awaited<ReturnType<typeof formFields>>;

function entered(
  app: Hono<Env>,
  c: WebContext,
  fields: Fields,
  result: SignedIn | { rejection: Rejection },
  to: string | undefined,
): Response | Promise<Response> {
  if ('rejection' in result) return showAgain(app, c, fields, result.rejection);
  setCookies(c, result.cookies);
  leaveDone(c, `You are signed in as ${result.account.name}.`);
  return c.redirect(localPath(to), 303);
}

/** Passes on the cookies that carry or end a session. */
export function setCookies(c: WebContext, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}

function setUpRoutes(app: Hono<Env>, site: Site): void {
  app.get('/set-up', async (c) => {
    if (!(await site.accounts.isEmpty())) return c.redirect('/sign-in');
    return show(c, setUpPage(c.get('view')));
  });
  app.post('/set-up', async (c) => {
    const fields = await formFields(c);
    const [name, email, password] = ['name', 'email', 'password'].map((field) => only(fields, field) ?? '') as [
      string,
      string,
      string,
    ];
    const made = await site.accounts.createFirst({ name, email, password });
    if ('rejection' in made) return showAgain(app, c, fields, made.rejection);
    setCookies(c, (await site.accounts.signIn(email, password))?.cookies ?? []);
    leaveDone(c, 'The account of the Code Administrator is made, and you are signed in with it.');
    return c.redirect('/', 303);
  });
}

function ownAccountRoutes(app: Hono<Env>, site: Site): void {
  app.get('/account', async (c) => {
    const view = c.get('view');
    if (view.session === null) return notSignedIn(c);
    return show(
      c,
      accountPage(view, view.session.account, await readPlaces(view), await site.feeds.of(view.session.account.id)),
    );
  });
  app.post('/account/password', async (c) => {
    if (c.get('session') === null) return notSignedIn(c);
    const fields = await formFields(c);
    const cookie = c.req.header('cookie') ?? '';
    const changed = await site.accounts.changePassword(
      cookie,
      only(fields, 'current') ?? '',
      only(fields, 'password') ?? '',
    );
    if ('rejection' in changed) return showAgain(app, c, fields, changed.rejection);
    setCookies(c, changed.cookies);
    leaveDone(c, 'Your password is changed; your other sessions have ended.');
    return c.redirect('/account', 303);
  });
}

function administratorRoutes(app: Hono<Env>, site: Site): void {
  app.use('/accounts/*', async (c, next) => {
    const refused = administratorOnly(c);
    if (refused !== null) return refused;
    return next();
  });
  app.get('/accounts', async (c) => {
    const refused = administratorOnly(c);
    if (refused !== null) return refused;
    const view = c.get('view');
    return show(c, accountsPage(view, await site.accounts.list(), await readPlaces(view)));
  });
  async function misfit(c: WebContext, to: Standing, id: string | null): Promise<Rejection | null> {
    const others = (await site.accounts.list()).filter((account) => account.id !== id);
    return standingFault(to, await readPlaces(c.get('view')), others);
  }
  app.post('/accounts/create', async (c) => {
    const fields = await formFields(c);
    const to = standing(fields);
    const fault = await misfit(c, { ...to, disabled: false }, null);
    if (fault !== null) return showAgain(app, c, fields, fault);
    const made = await site.accounts.create({ ...to, ...identity(fields) });
    if ('rejection' in made) return showAgain(app, c, fields, made.rejection);
    return back(c, `${made.account.name} can sign in now.`);
  });
  app.post('/accounts/:id/change', async (c) => {
    const fields = await formFields(c);
    const id = c.req.param('id');
    const to = { ...standing(fields), disabled: only(fields, 'disabled') === 'true' };
    const isOwn = to.disabled && id === c.get('session')?.account.id;
    const refused = isOwn ? ownAccount() : ((await misfit(c, to, id)) ?? (await site.accounts.change(id, to)));
    return refused === null ? back(c, 'The account is changed.') : showAgain(app, c, fields, refused);
  });
  app.post('/accounts/:id/password', async (c) => {
    const fields = await formFields(c);
    const refused = await site.accounts.resetPassword(c.req.param('id'), only(fields, 'password') ?? '');
    return refused === null
      ? back(c, 'The password is reset; its sessions have ended.')
      : showAgain(app, c, fields, refused);
  });
}

function ownAccount(): Rejection {
  const sentence = 'You cannot disable the account you are signed in with.';
  return rejection('not-eligible', sentence, { place: { field: 'disabled' } });
}

function standing(fields: Fields): Pick<NewAccount, 'role' | 'seat' | 'party'> {
  const text = (name: string) => only(fields, name)?.trim() || null;
  return { role: roleOf(only(fields, 'role')), seat: text('seat'), party: text('party') };
}

function identity(fields: Fields): Pick<NewAccount, 'name' | 'email' | 'password'> {
  const text = (name: string) => only(fields, name) ?? '';
  return { name: text('name'), email: text('email'), password: text('password') };
}

function back(c: WebContext, sentence: string): Response {
  leaveDone(c, sentence);
  return c.redirect('/accounts', 303);
}

function administratorOnly(c: WebContext): Promise<Response> | null {
  if (c.get('session') === null) return notSignedIn(c);
  if (c.get('actor').role === 'code-administrator') return null;
  return refusePage(c, rejection('wrong-actor', 'Accounts are made and changed by the Code Administrator.'));
}

function notSignedIn(c: WebContext): Promise<Response> {
  return refusePage(c, rejection('not-signed-in', 'Only a signed-in person can see this page.'));
}
