import { type Kysely, sql } from 'kysely';

/** Notices as a projection of the log, and beside the record the outbox through which they leave. */
export async function createNotices(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table notice (
    id text primary key,
    position bigint not null,
    place integer not null,
    topic text not null,
    what text not null,
    modification text,
    code text,
    concerns jsonb not null,
    is_public boolean not null,
    subject text not null,
    body jsonb not null,
    told_at timestamptz(3) not null,
    until timestamptz(3),
    reminds text,
    unique (position, place)
  )`,
  'create index notice_told on notice (told_at desc)',
  'create index notice_modification on notice (modification, told_at desc)',
  'create index notice_code on notice (code, told_at desc)',
  'create index notice_reminds on notice (reminds) where reminds is not null',
  `create table notice_due (
    notice text primary key references notice on delete cascade,
    at timestamptz(3) not null
  )`,
  'create index notice_due_at on notice_due (at)',
  `create table outbox (
    id text primary key,
    channel text not null check (channel in ('email')),
    recipient text not null,
    batch text not null,
    is_digest boolean not null,
    state text not null check (state in ('pending', 'sent', 'failed', 'suppressed')),
    attempts integer not null default 0,
    next_attempt timestamptz(3),
    error text,
    made_at timestamptz(3) not null,
    settled_at timestamptz(3),
    unique (channel, recipient, batch),
    check ((state = 'pending') = (next_attempt is not null))
  )`,
  "create index outbox_due on outbox (next_attempt) where state = 'pending'",
  'create index outbox_made on outbox (made_at desc)',
  `create table outbox_item (
    channel text not null,
    recipient text not null,
    notice text not null references notice on delete cascade,
    message text not null references outbox on delete cascade,
    primary key (channel, recipient, notice)
  )`,
  'create index outbox_item_message on outbox_item (message)',
  `create table notice_preference (
    person text not null,
    topic text not null,
    modification text not null,
    mode text not null check (mode in ('immediate', 'digest', 'none')),
    primary key (person, topic, modification)
  )`,
];
