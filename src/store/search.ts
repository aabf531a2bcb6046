import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ProvisionSearch } from '../app/ports.ts';
import type { SearchPart } from '../core/code/search.ts';
import { knownAtCondition } from './projections/projection.ts';
import type { Tables } from './tables.ts';

/** Headings and numbers weigh ten times the words of a text; long texts count for less. */
export const WEIGHTS = sql`'{0.1,0.2,0.4,1.0}'::float4[]`;

/** The provisions in force on a day, as known at an instant, that hold everything sought; the best first. */
export async function searchProvisions(db: Kysely<Tables>, search: ProvisionSearch) {
  const { instrument, document, parts, on, knownAt } = search;
  const rank = parts
    .filter(({ not }) => !not)
    .map((part) => sql`ts_rank(${WEIGHTS}, ${columnOf(part)}, ${queryOf(part)}, 1)`);
  let query = db
    .selectFrom('provision_version')
    .select('provision_id as id')
    .select(sql<number>`(${sql.join(rank, sql` + `)})::float8`.as('rank'))
    .where('instrument', '=', instrument)
    .where('lower', '<=', on)
    .where((e) => e.or([e('upper', '>', on), e('upper', 'is', null)]))
    .where(knownAtCondition(knownAt));
  if (document !== null) query = query.where('document', '=', document);
  for (const part of parts) {
    const holds = sql<boolean>`${columnOf(part)} @@ ${queryOf(part)}`;
    query = query.where(part.not ? sql<boolean>`not (${holds})` : holds);
  }
  return query.orderBy('rank', 'desc').execute();
}

/** The stem of each word in English; null for one that is in every text. */
export async function stemsOf(db: Kysely<Tables>, words: readonly string[]): Promise<readonly (string | null)[]> {
  const { rows } = await sql<{ stem: string | null }>`
    select (tsvector_to_array(to_tsvector('english', word)))[1] as stem
    from unnest(${sql.val([...words])}::text[]) with ordinality as given (word, at) order by at`.execute(db);
  return rows.map((row) => row.stem);
}

/** The column in which a thing is sought. */
export function columnOf({ kind }: SearchPart): RawBuilder<unknown> {
  return kind === 'word' ? sql`english` : sql`exact`;
}

/** What is asked of it. */
export function queryOf({ kind, tokens }: SearchPart): RawBuilder<unknown> {
  if (kind === 'word') return sql`phraseto_tsquery('english', ${tokens.join(' ')})`;
  if (kind === 'exact') return sql`phraseto_tsquery('simple', ${tokens.join(' ')})`;
  // Tokens are letters and figures alone, so nothing in them is an operator.
  return sql`to_tsquery('simple', ${`${tokens.join(' <-> ')}:*`})`;
}
