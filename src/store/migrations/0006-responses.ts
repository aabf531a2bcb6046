import { type Kysely, sql } from 'kysely';

/**
 * What parties are still writing for a consultation, with the files that they have added: no part of the record, on the wall
 * clock, read by whoever owns it alone. A response that was received may keep its view of the change to itself.
 */
export async function createResponseDrafts(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table response alter column stance drop not null`,
  `create table response_draft (
    modification text not null,
    step text not null,
    owner text not null,
    revision integer not null check (revision > 0),
    content jsonb not null,
    person text not null,
    name text not null,
    kept_at timestamptz(3) not null default clock_timestamp(),
    primary key (modification, step, owner)
  )`,
  `create table response_draft_file (
    modification text not null,
    step text not null,
    owner text not null,
    id text not null,
    position integer generated always as identity,
    about jsonb not null,
    body text not null,
    primary key (modification, step, owner, id)
  )`,
];
