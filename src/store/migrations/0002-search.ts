import { type Kysely, sql } from 'kysely';

/**
 * What a search reads: the document a provision stands in, its words in English by their stems, and exactly as they are.
 * The versions of provisions are emptied, and made anew from the log (src/store/rebuild.ts).
 */
export async function addSearch(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

/** Letters of one provision that are searched: what PostgreSQL keeps of one text is bounded. */
const MOST = 200_000;

/** Marks become spaces, so that `G3.26`, `250,000` and `self-assessment` are the same words wherever they stand. */
const WORDS = `select regexp_replace(left(given, ${MOST}), '[][[:space:].,;:()/\\\\''"“”‘’…–—&%£$€#*+=<>{}_|~^!?@-]+', ' ', 'g')`;

/** What is printed for a provision; rows and what is in them are named by their places, which are no words of the text. */
const NUMBER = `case when provision->>'kind' in ('header-row', 'row', 'cell', 'note', 'image') then '' else reference end`;

const STATEMENTS = [
  'truncate provision_version',
  `create function search_words(given text) returns text language sql immutable strict parallel safe as $words$ ${WORDS} $words$`,
  `alter table provision_version
    add column document text not null,
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
];
