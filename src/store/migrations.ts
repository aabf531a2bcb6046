import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { createRecord } from './migrations/0001-record.ts';
import { addSearch } from './migrations/0002-search.ts';
import { createDrafts } from './migrations/0003-drafting.ts';
import { readSections } from './migrations/0004-section.ts';
import { separateFields } from './migrations/0005-search-fields.ts';
import { createResponseDrafts } from './migrations/0006-responses.ts';
import { createNotices } from './migrations/0007-notices.ts';
import { createRegister } from './migrations/0008-register.ts';
import { keepRequests } from './migrations/0009-requests.ts';
import { createWebhooks } from './migrations/0010-webhooks.ts';
import { dropUnread } from './migrations/0011-unread-projections.ts';
import { rebuild } from './rebuild.ts';
import type { Tables } from './tables.ts';

/** Every step of the schema, in order. A step that has been released is never edited: the next one is added. */
const STEPS = {
  '0001-record': { up: createRecord },
  '0002-search': { up: addSearch },
  '0003-drafting': { up: createDrafts },
  '0004-section': { up: readSections },
  '0005-search-fields': { up: separateFields },
  '0007-notices': { up: createNotices },
  '0006-responses': { up: createResponseDrafts },
  '0008-register': { up: createRegister },
  '0009-requests': { up: keepRequests },
  '0010-webhooks': { up: createWebhooks },
  '0011-unread-projections': { up: dropUnread },
};

/** Brings the database to the present schema. Throws what PostgreSQL says when a step fails; nothing of it remains. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db: db as unknown as Kysely<unknown>,
    provider: { getMigrations: async () => STEPS },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  await rebuild(db);
}
