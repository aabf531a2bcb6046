import { type Kysely, sql } from 'kysely';

/**
 * What the register is filtered and searched by. A row of the register is made anew from the log by whoever opens the
 * record next (src/store/rebuild.ts), since what it says follows from the rules that a proposal pinned. Saved views are
 * no part of the record and run on the wall clock.
 */
export async function createRegister(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

/** By weight: the title and the number, the problem, the solution, the rest of the report. */
const WEIGHED = [
  ['A', `id || ' ' || title`],
  ['B', 'problem'],
  ['C', 'solution'],
  ['D', 'report'],
] as const;

function vector(language: string): string {
  return WEIGHED.map(
    ([weight, words]) => `setweight(to_tsvector('${language}'::regconfig, search_words(${words})), '${weight}')`,
  ).join(' || ');
}

const STATEMENTS = [
  'truncate modification',
  `alter table modification
    add column proposer_id text not null,
    add column path text not null,
    add column urgency text not null,
    add column decision text,
    add column published text`,
  'create index modification_present on modification (raised_on, id) where known_until is null',
  'create unique index modification_present_id on modification (id) where known_until is null',
  `create index modification_open on modification (id) where known_until is null and status = 'open'`,
  'create index modification_known on modification using gist (tstzrange(known_from, known_until))',
  `create index modification_known_open on modification using gist (tstzrange(known_from, known_until))
    where status = 'open'`,
  `create table modification_content (
    id text primary key,
    categories text[] not null,
    documents text[] not null,
    title text not null,
    problem text not null,
    solution text not null,
    report text not null,
    english tsvector not null generated always as (${vector('english')}) stored,
    exact tsvector not null generated always as (${vector('simple')}) stored
  )`,
  'create index modification_content_english on modification_content using gin (english)',
  'create index modification_content_exact on modification_content using gin (exact)',
  `create table saved_view (
    id text primary key,
    person text not null,
    name text not null,
    title text not null,
    page text not null,
    query text not null,
    shared boolean not null,
    kept_at timestamptz(3) not null default clock_timestamp()
  )`,
  'create unique index saved_view_title on saved_view (person, page, title)',
];
