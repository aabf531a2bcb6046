import type { Rejection } from '../../core/kernel/rejection.ts';
import type { Actor, Role } from '../../core/party/actor.ts';

/** A person who may sign in. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly seat: string | null;
  readonly party: string | null;
  readonly disabled: boolean;
}

/** What is needed to make an account. */
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly seat: string | null;
  readonly party: string | null;
  readonly password: string;
}

/** A session that a request carries. */
export interface Session {
  readonly id: string;
  readonly account: Account;
}

/** A sign-in that succeeded: the account, and the `Set-Cookie` values that carry the session. */
export interface SignedIn {
  readonly account: Account;
  readonly cookies: readonly string[];
}

/** Accounts and sessions, as the pages need them. Nobody can sign up: the Code Administrator makes accounts. */
export interface Accounts {
  /** Whether nobody can sign in yet, so that the first person may make the administrator's account. */
  isEmpty(): Promise<boolean>;
  list(): Promise<readonly Account[]>;
  /** The account of an e-mail address, or null. */
  byEmail(email: string): Promise<Account | null>;
  /** Makes an account; refuses an e-mail address that is taken, and a short password. */
  create(account: NewAccount): Promise<{ readonly account: Account } | { readonly rejection: Rejection }>;
  /** Makes the first account; refused once there is one. */
  createFirst(
    account: Pick<NewAccount, 'name' | 'email' | 'password'>,
  ): Promise<{ readonly account: Account } | { readonly rejection: Rejection }>;
  /** Changes what the account may do. Disabling ends its sessions. */
  change(id: string, to: Pick<Account, 'role' | 'seat' | 'party' | 'disabled'>): Promise<Rejection | null>;
  /** Sets another password and ends the account's sessions. */
  resetPassword(id: string, password: string): Promise<Rejection | null>;
  /** Changes one's own password; the one in use must be given. Ends the person's other sessions. */
  changePassword(
    cookie: string,
    current: string,
    next: string,
  ): Promise<{ readonly cookies: readonly string[] } | { readonly rejection: Rejection }>;
  /** Null when e-mail address and password do not belong together, or the account is disabled. */
  signIn(email: string, password: string): Promise<SignedIn | null>;
  /** The session of a `Cookie` header, or null. */
  session(cookie: string): Promise<Session | null>;
  /** Ends the session; gives the `Set-Cookie` values that clear it. */
  signOut(cookie: string): Promise<readonly string[]>;
  /** A secret of this record's server, for what else must be signed: form tokens. */
  readonly secret: string;
}

/** Reads nothing but what is public. */
export const READER: Actor = { id: 'reader', name: 'Reader', role: 'public' };
