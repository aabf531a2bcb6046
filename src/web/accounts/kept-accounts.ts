import { randomBytes } from 'node:crypto';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import type { Pool } from 'pg';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { ROLES, type Role } from '../../core/party/actor.ts';
import { isAccountAddress } from '../../format/mail/mailbox.ts';
import type { Account, Accounts, NewAccount } from './accounts.ts';

const SESSION_HOURS = 12;
const LEAST_PASSWORD = 10;

/** Accounts and sessions in tables of their own (`web_…`) beside the record, made when missing. */
export async function openAccounts(config: { readonly pool: Pool; readonly baseUrl: string }): Promise<Accounts> {
  const secret = await keptSecret(config.pool);
  const options = settings(config.pool, config.baseUrl, secret);
  await (await getMigrations(options)).runMigrations();
  const auth = betterAuth(options);
  const kept = await auth.$context;
  const users = kept.internalAdapter;

  async function create(account: NewAccount): Promise<{ account: Account } | { rejection: Rejection }> {
    const email = account.email.trim().toLowerCase();
    const fault = faultOf({ ...account, email });
    if (fault !== null) return { rejection: fault };
    if ((await users.findUserByEmail(email)) !== null) {
      return { rejection: fieldFault('email', `${email} already has an account; give another e-mail address.`) };
    }
    const { name, role, seat, party } = account;
    const made = await users.createUser(
      { name: name.trim(), email, emailVerified: true, role, seat, party },
      { method: 'admin' },
    );
    const password = await kept.password.hash(account.password);
    await users.linkAccount({ userId: made.id, providerId: 'credential', accountId: made.id, password });
    return { account: accountOf(made) };
  }

  async function isEmpty(): Promise<boolean> {
    return (await users.countTotalUsers()) === 0;
  }

  async function all(): Promise<Account[]> {
    return (await users.listUsers(1000, 0, { field: 'name', direction: 'asc' })).map(accountOf);
  }

  // One after another, so that of two people at the set-up page only the first becomes the administrator, and two
  // administrators do not each take the other's role away.
  let last = Promise.resolve<unknown>(undefined);
  function inTurn<T>(change: () => Promise<T>): Promise<T> {
    const turn = last.then(change);
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    secret,
    isEmpty,
    create,
    list: all,
    byEmail: async (email) => {
      const found = await users.findUserByEmail(email.trim().toLowerCase());
      return found === null ? null : accountOf(found.user);
    },
    createFirst: (account) =>
      inTurn(async () => {
        if (await isEmpty()) return create({ ...account, role: 'code-administrator', seat: null, party: null });
        const sentence = 'The first account has been made; the Code Administrator makes others.';
        return { rejection: rejection('wrong-actor', sentence) };
      }),
    change: (id, to) =>
      inTurn(async () => {
        if ((await users.findUserById(id)) === null) return unknownAccount();
        const others = (await all()).filter((account) => account.id !== id && administers(account));
        if (others.length === 0 && !administers(to)) return lastAdministrator();
        await users.updateUser(id, { role: to.role, seat: to.seat, party: to.party, disabled: to.disabled });
        if (to.disabled) await users.deleteUserSessions(id);
        return null;
      }),
    resetPassword: async (id, password) => {
      if (password.length < LEAST_PASSWORD) return shortPassword();
      if ((await users.findUserById(id)) === null) return unknownAccount();
      await users.updatePassword(id, await kept.password.hash(password));
      await users.deleteUserSessions(id);
      return null;
    },
    changePassword: async (cookie, current, next) => {
      if (next.length < LEAST_PASSWORD) return { rejection: shortPassword() };
      const response = await auth.api.changePassword({
        body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
        headers: new Headers({ cookie }),
        asResponse: true,
      });
      if (!response.ok) return { rejection: fieldFault('current', 'The password in use was not the one given.') };
      return { cookies: response.headers.getSetCookie() };
    },
    signIn: async (email, password) => {
      const body = { email: email.trim().toLowerCase(), password };
      if (!isAccountAddress(body.email)) return null;
      const response = await auth.api.signInEmail({ body, asResponse: true });
      if (!response.ok) return null;
      const found = await users.findUserByEmail(body.email);
      if (found === null) return null;
      const account = accountOf(found.user);
      if (account.disabled) {
        await users.deleteUserSessions(account.id);
        return null;
      }
      return { account, cookies: response.headers.getSetCookie() };
    },
    session: async (cookie) => {
      if (!cookie.includes(`${COOKIE_PREFIX}.`)) return null;
      const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
      if (found === null) return null;
      const account = accountOf(found.user);
      return account.disabled ? null : { id: found.session.id, account };
    },
    signOut: async (cookie) => {
      const response = await auth.api.signOut({ headers: new Headers({ cookie }), asResponse: true });
      return response.headers.getSetCookie();
    },
  };
}

const COOKIE_PREFIX = 'proviso';

function settings(pool: Pool, baseUrl: string, secret: string) {
  const text = { type: 'string', required: false, input: false } as const;
  return {
    database: pool,
    secret,
    baseURL: baseUrl,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: LEAST_PASSWORD },
    user: {
      modelName: 'web_account',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        seat: text,
        party: text,
        disabled: { type: 'boolean', required: false, input: false, defaultValue: false },
      },
    },
    session: { modelName: 'web_session', expiresIn: SESSION_HOURS * 3600, updateAge: 900 },
    account: { modelName: 'web_credential' },
    verification: { modelName: 'web_verification' },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
  } as const satisfies BetterAuthOptions;
}

/** The server's secret, kept with the accounts so that a second start still reads the sessions of the first. */
async function keptSecret(pool: Pool): Promise<string> {
  await pool.query('create table if not exists web_secret (one boolean primary key check (one), secret text not null)');
  await pool.query('insert into web_secret values (true, $1) on conflict do nothing', [
    randomBytes(48).toString('base64url'),
  ]);
  const kept = await pool.query<{ secret: string }>('select secret from web_secret');
  const secret = kept.rows[0]?.secret;
  if (secret === undefined) throw new Error('web_secret holds no row although one was written');
  return secret;
}

function accountOf(user: Record<string, unknown>): Account {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return {
    id: String(user.id),
    name: String(user.name),
    email: String(user.email),
    role: roleOf(user.role),
    seat: text(user.seat),
    party: text(user.party),
    disabled: user.disabled === true,
  };
}

/** A role by name; what is none may only read. */
export function roleOf(value: unknown): Role {
  return ROLES.find((role) => role === value && role !== 'clock') ?? 'public';
}

function faultOf(account: NewAccount): Rejection | null {
  if (account.name.trim() === '') return fieldFault('name', 'Give the name of the person or body.');
  if (!isAccountAddress(account.email)) {
    const sentence = `"${account.email}" is no e-mail address that can sign in and get mail; expected one such as name@host.example, in plain letters.`;
    return fieldFault('email', sentence);
  }
  return account.password.length < LEAST_PASSWORD ? shortPassword() : null;
}

function shortPassword(): Rejection {
  return fieldFault('password', `The password is too short; it must have at least ${LEAST_PASSWORD} characters.`);
}

function fieldFault(field: string, sentence: string): Rejection {
  return rejection('input-invalid', sentence, { place: { field } });
}

function administers({ role, disabled }: Pick<Account, 'role' | 'disabled'>): boolean {
  return role === 'code-administrator' && !disabled;
}

function lastAdministrator(): Rejection {
  const sentence = 'This is the last account of the Code Administrator; make another before you change or disable it.';
  return rejection('not-eligible', sentence, { place: { field: 'role' } });
}

function unknownAccount(): Rejection {
  return rejection('not-found', 'There is no such account.');
}
