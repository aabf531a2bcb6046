import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { createLimiter } from '../rate-limit.ts';
import type { Site, WebContext } from '../site.ts';
import type { SignedIn } from './accounts.ts';
import { DEMO_PASSWORD } from './demo-accounts.ts';

const WINDOW_MINUTES = 15;
/** From one address for one account: so that wrong passwords sent from elsewhere do not lock the right person out. */
const FAILURES_PER_PAIR = 10;
/** For one account from all addresses together: against guessing that is spread over many. */
const FAILURES_PER_ACCOUNT = 200;
const FAILURES_PER_ADDRESS = 100;

/** Signing in by e-mail address and password, with at most so many failures in a while by account from one network address, by address and by account. */
export interface SignIn {
  readonly withPassword: (
    c: WebContext,
    email: string,
    password: string,
  ) => Promise<SignedIn | { rejection: Rejection }>;
  /** In a demonstration: as one of its accounts, whose password is public. */
  readonly asDemo: (email: string) => Promise<SignedIn | { rejection: Rejection }>;
}

/** The one limited way to sign in, for pages and programs. */
export function createSignIn(site: Site): SignIn {
  const clock = () => performance.now();
  const byPair = createLimiter(FAILURES_PER_PAIR, WINDOW_MINUTES * 60_000, clock);
  const byAccount = createLimiter(FAILURES_PER_ACCOUNT, WINDOW_MINUTES * 60_000, clock);
  const byAddress = createLimiter(FAILURES_PER_ADDRESS, WINDOW_MINUTES * 60_000, clock);
  return {
    withPassword: async (c, email, password) => {
      const key = email.trim().toLowerCase();
      const address = addressOf(c);
      const pair = `${address} ${key}`;
      // An attempt that one limit holds back is not counted by the wider ones after it.
      const wait = byPair.attempt(pair) || byAddress.attempt(address) || byAccount.attempt(key);
      if (wait > 0) return { rejection: limited(wait) };
      const signedIn = await site.accounts.signIn(email, password);
      if (signedIn === null) return { rejection: mismatch() };
      byPair.forget(pair);
      byAccount.takeBack(key);
      byAddress.takeBack(address);
      return signedIn;
    },
    asDemo: async (email) => {
      const known = site.config.demo?.accounts.some((account) => account.email === email) ?? false;
      if (!known) return { rejection: rejection('not-found', 'There is no such demonstration account.') };
      return (await site.accounts.signIn(email, DEMO_PASSWORD)) ?? { rejection: mismatch() };
    },
  };
}

function limited(waitMs: number): Rejection {
  const minutes = Math.ceil(waitMs / 60_000);
  const when = minutes === 1 ? 'in a minute' : `in ${minutes} minutes`;
  return rejection('rate-limited', `Too many attempts to sign in; try again ${when}.`);
}

function mismatch(): Rejection {
  return rejection('input-invalid', 'The e-mail address and the password do not belong together.', {
    place: { field: 'email' },
  });
}

/** The network address of the caller, as the server sees it. */
function addressOf(c: WebContext): string {
  const incoming = c.env?.incoming as { socket?: { remoteAddress?: string } } | undefined;
  return incoming?.socket?.remoteAddress ?? 'unknown';
}
