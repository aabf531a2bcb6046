import { type Kysely, sql } from 'kysely';
import { projectingIn } from './append.ts';
import { readStreams } from './events.ts';
import { projectProvisionVersions } from './projections/provision-version.ts';
import type { Tables } from './tables.ts';

/** Makes the versions of provisions anew from the log, where a step of the schema has emptied them. */
export async function rebuild(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ empty: boolean }>`select not exists (select from provision_version) as empty`.execute(
    db,
  );
  if (rows[0]?.empty !== true) return;
  const events = await readStreams(db, 'code/', null);
  if (events.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    const projecting = projectingIn(transaction, () => Promise.reject(new Error('no proposal stands in code/')));
    for (const event of events) await projectProvisionVersions(event, projecting);
  });
}
