import { type Kysely, sql } from 'kysely';

/**
 * A whole section by one index: what is no longer known is apart, days are index conditions with the open end a value, the
 * row of a document says what stands in it, and words are kept as the text that is sent. The versions of provisions are
 * emptied, and made anew from the log (src/store/rebuild.ts).
 */
export async function readSections(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

/** Generated columns of the second step, as they are there: a column that one is made from cannot change its type. */
const NUMBER = `case when provision->>'kind' in ('header-row', 'row', 'cell', 'note', 'image') then '' else reference end`;

const STATEMENTS = [
  'truncate provision_version',
  'alter table provision_version drop column english, drop column exact',
  `alter table provision_version
    alter column provision type json using provision::json,
    add column inside json,
    add column english tsvector not null generated always as (
      setweight(to_tsvector('english'::regconfig, search_words(coalesce(provision->>'heading', ''))), 'A')
      || to_tsvector('english'::regconfig, search_words(coalesce(provision->>'text', '')))
    ) stored,
    add column exact tsvector not null generated always as (
      setweight(to_tsvector('simple'::regconfig, search_words(${NUMBER})), 'A')
      || setweight(to_tsvector('simple'::regconfig, search_words(coalesce(provision->>'heading', ''))), 'A')
      || to_tsvector('simple'::regconfig, search_words(coalesce(provision->>'text', '')))
    ) stored`,
  'create index provision_version_english on provision_version using gin (english)',
  'create index provision_version_exact on provision_version using gin (exact)',
  'drop index provision_version_read',
  ...['document', 'reference'].flatMap((by) => [
    `create index provision_version_by_${by} on provision_version
      (instrument, ${by}, coalesce(upper, 2147483647), lower) where known_until is null`,
    `create index provision_version_past_by_${by} on provision_version
      (instrument, ${by}, known_until) where known_until is not null`,
  ]),
];
