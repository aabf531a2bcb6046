import { type Kysely, sql } from 'kysely';

/** Programs that are told of notices, and their channel in the outbox. */
export async function createWebhooks(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table webhook (
    id text primary key,
    url text not null unique,
    topics text[] not null,
    secret text not null,
    made_at timestamptz(3) not null,
    made_by text not null
  )`,
  'alter table outbox drop constraint outbox_channel_check',
  "alter table outbox add constraint outbox_channel_check check (channel in ('email', 'webhook'))",
];
