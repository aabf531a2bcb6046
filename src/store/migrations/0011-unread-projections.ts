import { type Kysely, sql } from 'kysely';

/** Parties, their systems, assessments and facts are answered from their streams, with all that became of them: no table is read. */
export async function dropUnread(db: Kysely<unknown>): Promise<void> {
  for (const table of ['party', 'system_group', 'assessment', 'fact']) await sql.raw(`drop table ${table}`).execute(db);
}
