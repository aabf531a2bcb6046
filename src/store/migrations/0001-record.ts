import { type Kysely, sql } from 'kysely';

/** The log with its chain, what is kept beside it, and the projections. Days are integers since 1970-01-01. */
export async function createRecord(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  'create extension if not exists btree_gist',

  `create table event (
    position bigint primary key,
    stream text collate "C" not null,
    version integer not null check (version > 0),
    type text not null,
    schema integer not null,
    data jsonb not null,
    actor jsonb not null,
    cause text not null,
    recorded_at timestamptz(3) not null,
    previous_hash text not null,
    hash text not null,
    unique (stream, version)
  )`,
  'create index event_recorded on event (recorded_at)',
  `create function event_is_append_only() returns trigger language plpgsql as $$
    begin raise exception 'the log is append-only: % is not allowed', tg_op; end $$`,
  `create trigger event_append_only before update or delete or truncate on event
    for each statement execute function event_is_append_only()`,

  `create table log_head (
    single boolean primary key default true check (single),
    position bigint not null,
    recorded_at timestamptz(3) not null
  )`,
  "insert into log_head (position, recorded_at) values (0, '-infinity')",
  'create table stream_head (stream text collate "C" primary key, version integer not null, hash text not null)',
  `create table checkpoint_head (
    position bigint not null,
    stream text collate "C" not null,
    version integer not null,
    hash text not null,
    primary key (position, stream)
  )`,
  `create table confidential_content (
    id text primary key, salt text not null, digest text not null, owner_party text, body text not null
  )`,
  'create table rulebook (digest text primary key, code text not null, files text not null)',

  `create table modification (
    id text not null,
    title text not null,
    code text not null,
    raised_on integer not null,
    proposer text not null,
    stage text not null,
    status text not null,
    version integer not null,
    known_from timestamptz(3) not null,
    known_until timestamptz(3),
    primary key (id, version)
  )`,

  `create table provision_version (
    instrument text not null,
    provision_id text not null,
    reference text not null,
    lower integer not null,
    upper integer check (upper > lower),
    label text not null,
    provision jsonb not null,
    known_from timestamptz(3) not null,
    known_until timestamptz(3),
    constraint provision_has_one_text exclude using gist (
      instrument with =,
      provision_id with =,
      int4range(lower, upper) with &&,
      tstzrange(known_from, known_until) with &&
    )
  )`,
  'create index provision_version_read on provision_version (instrument, reference, lower)',

  `create table vote (
    position bigint primary key,
    recorded_at timestamptz(3) not null,
    modification text not null,
    step text not null,
    seat text not null,
    vote text not null,
    reasons text not null,
    cast_on integer not null
  )`,
  `create table tally (
    position bigint primary key,
    recorded_at timestamptz(3) not null,
    modification text not null,
    step text not null,
    outcome text not null,
    tally jsonb not null,
    closed_on integer not null
  )`,
  `create table response (
    position bigint primary key,
    recorded_at timestamptz(3) not null,
    modification text not null,
    step text not null,
    party text not null,
    stance text not null,
    content_id text not null,
    received_on integer not null
  )`,
  `create table party (
    position bigint primary key,
    recorded_at timestamptz(3) not null,
    id text not null,
    name text not null,
    category text not null,
    admitted_on integer not null,
    cycle_year integer
  )`,
  `create table system_group (
    position bigint primary key,
    recorded_at timestamptz(3) not null,
    id text not null,
    title text not null,
    supplier text not null,
    generation text not null,
    fuel text not null,
    devices integer not null,
    premises integer not null,
    systems integer not null,
    operated_from integer not null
  )`,
  `create table assessment (
    position bigint primary key,
    recorded_at timestamptz(3) not null,
    id text not null,
    party text not null,
    scheduled_on integer not null,
    cycle_year integer not null,
    planned_type text not null
  )`,
  `create table fact (
    position bigint primary key,
    recorded_at timestamptz(3) not null,
    id text not null,
    code text not null,
    kind text not null,
    subject text,
    effective_on integer not null,
    citation jsonb not null
  )`,
];
