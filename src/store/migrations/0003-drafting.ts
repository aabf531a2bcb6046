import { type Kysely, sql } from 'kysely';

/** Working drafts of legal texts and who has them open. They are no part of the record and run on the wall clock. */
export async function createDrafts(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table working_draft (
    modification text primary key,
    against text not null,
    amendments jsonb not null,
    revision integer not null check (revision > 0),
    begun_on integer not null,
    state text not null check (state in ('open', 'discarded', 'put-forward')),
    person text not null,
    name text not null,
    kept_at timestamptz(3) not null default clock_timestamp()
  )`,
  `create table draft_window (
    modification text not null,
    id text not null,
    person text not null,
    name text not null,
    since timestamptz(3) not null default clock_timestamp(),
    seen timestamptz(3) not null default clock_timestamp(),
    primary key (modification, id)
  )`,
];
