import { type Kysely, sql } from 'kysely';

/** Requests that carried a key, so that one that is sent again is not done again. No part of the record; on the wall clock. */
export async function keepRequests(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table request (
    actor text not null,
    key text not null,
    digest text not null,
    recorded bigint,
    answer text,
    kept_at timestamptz(3) not null default clock_timestamp(),
    primary key (actor, key)
  )`,
  'create index request_kept on request (kept_at)',
];
