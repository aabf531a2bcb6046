import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';

/** Secret addresses of people's own feeds: whoever has one reads the feed, so each can be taken back. */
export interface FeedTokens {
  /** The token of an account's feed; null while it has none. */
  of(account: string): Promise<string | null>;
  /** Makes a token; one that the account had before is no good any more. */
  make(account: string): Promise<string>;
  /** Takes the token back, so that nobody reads the feed. */
  revoke(account: string): Promise<void>;
  /** The account of a token; null for one that is forged, replaced or taken back. */
  accountOf(token: string): Promise<string | null>;
}

/**
 * Tokens beside the record: the table keeps only which of an account's tokens is good, and the token follows from that
 * and the server's secret, so that who reads the table alone has none.
 */
export async function openFeedTokens(pool: Pool, secret: string): Promise<FeedTokens> {
  await pool.query(
    'create table if not exists web_feed (account text primary key, generation integer not null, active boolean not null)',
  );
  const sign = (account: string, generation: number) =>
    createHmac('sha256', secret).update(`feed:${account}:${generation}`).digest('base64url');
  const tokenOf = (account: string, generation: number) =>
    `${Buffer.from(account).toString('base64url')}.${sign(account, generation)}`;
  async function kept(account: string): Promise<number | null> {
    const found = await pool.query<{ generation: number }>(
      'select generation from web_feed where account = $1 and active',
      [account],
    );
    return found.rows[0]?.generation ?? null;
  }
  return {
    of: async (account) => {
      const generation = await kept(account);
      return generation === null ? null : tokenOf(account, generation);
    },
    make: async (account) => {
      const made = await pool.query<{ generation: number }>(
        `insert into web_feed values ($1, 1, true)
         on conflict (account) do update set generation = web_feed.generation + 1, active = true returning generation`,
        [account],
      );
      return tokenOf(account, made.rows[0]?.generation ?? 1);
    },
    revoke: async (account) => {
      await pool.query('update web_feed set active = false, generation = generation + 1 where account = $1', [account]);
    },
    accountOf: async (token) => {
      const [named = '', signed = ''] = token.split('.');
      const account = Buffer.from(named, 'base64url').toString('utf8');
      const generation = account.includes('\u0000') ? null : await kept(account);
      if (generation === null) return null;
      const [given, expected] = [Buffer.from(signed), Buffer.from(sign(account, generation))];
      return given.length === expected.length && timingSafeEqual(given, expected) ? account : null;
    },
  };
}
