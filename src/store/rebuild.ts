import { type Kysely, sql } from 'kysely';
import { projectingIn } from './append.ts';
import { readStreams } from './events.ts';
import { projectModification } from './projections/modification.ts';
import { projectNotices } from './projections/notice.ts';
import { type Reading, tellNothing } from './projections/projection.ts';
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
    const projecting = projectingIn(
      transaction,
      { standingOf: () => Promise.reject(new Error('no proposal stands in code/')), noticesOf: tellNothing },
      false,
    );
    for (const event of events) await projectProvisionVersions(event, projecting);
  });
}

/** Makes the notices of a record that has none although a modification was raised in it: it is from before there were any. */
export async function rebuildNotices(db: Kysely<Tables>, reading: Reading): Promise<void> {
  const { rows } = await sql<{ wanting: boolean }>`
    select not exists (select from notice) and exists (select from event where type = 'proposal-raised') as wanting`.execute(
    db,
  );
  if (rows[0]?.wanting !== true) return;
  await db.transaction().execute(async (transaction) => {
    const projecting = projectingIn(transaction, reading, false);
    for (const event of await readStreams(transaction, '', null)) await projectNotices(event, projecting);
  });
}

/** Makes the register anew from the log, where a step of the schema has emptied it. */
export async function rebuildRegister(db: Kysely<Tables>, reading: Reading): Promise<void> {
  const { rows } = await sql<{ empty: boolean }>`select not exists (select from modification) as empty`.execute(db);
  if (rows[0]?.empty !== true) return;
  const events = await readStreams(db, 'modification/', null);
  if (events.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    const projecting = projectingIn(transaction, reading, false);
    for (const event of events) await projectModification(event, projecting);
  });
}
