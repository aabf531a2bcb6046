import { type Kysely, sql } from 'kysely';

/**
 * Keeps the number, the heading and the text of a provision apart in what a search reads, so that no phrase is found that
 * begins in one and ends in the next: a defined term stands in both its name and its heading.
 */
export async function separateFields(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

/** A lexeme that no word makes, with more places before it than a phrase spans. */
const APART = `'|:100'::tsvector`;

const NUMBER = `case when provision->>'kind' in ('header-row', 'row', 'cell', 'note', 'image') then '' else reference end`;

function words(config: 'english' | 'simple', field: string): string {
  return `to_tsvector('${config}'::regconfig, search_words(${field}))`;
}

function headed(config: 'english' | 'simple'): string {
  const heading = `setweight(${words(config, "coalesce(provision->>'heading', '')")}, 'A')`;
  return `${heading} || ${APART} || ${words(config, "coalesce(provision->>'text', '')")}`;
}

const STATEMENTS = [
  'alter table provision_version drop column english, drop column exact',
  `alter table provision_version
    add column english tsvector not null generated always as (${headed('english')}) stored,
    add column exact tsvector not null generated always as (
      setweight(${words('simple', NUMBER)}, 'A') || ${APART} || ${headed('simple')}
    ) stored`,
  'create index provision_version_english on provision_version using gin (english)',
  'create index provision_version_exact on provision_version using gin (exact)',
];
