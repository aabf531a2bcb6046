import { type Kysely, sql } from 'kysely';
import type { Notices } from '../app/ports.ts';
import type { Preference } from '../core/document/notice/preference.ts';
import { instantOfDate } from './events.ts';
import type { NoticeTables } from './notice-tables.ts';
import type { Tables } from './tables.ts';

/** What people chose of notices, in the database of the record. */
export function preferences(db: Kysely<Tables>): Pick<Notices, 'preferences' | 'prefer'> {
  return {
    preferences: async () => {
      const rows = await db.selectFrom('notice_preference').selectAll().execute();
      const people = Map.groupBy(rows, ({ person }) => person);
      return new Map([...people].map(([person, chosen]) => [person, chosen.map(preferenceOf)]));
    },
    prefer: (person, change) =>
      db.transaction().execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${`notice_preference:${person}`}, 0))`.execute(
          transaction,
        );
        const mine = transaction.selectFrom('notice_preference').selectAll().where('person', '=', person);
        const chosen = change((await mine.execute()).map(preferenceOf));
        await transaction.deleteFrom('notice_preference').where('person', '=', person).execute();
        if (chosen.length === 0) return;
        const rows = chosen.map(({ topic, modification, mode }) => ({
          ...{ person, mode },
          topic: topic ?? ('' as const),
          modification: modification ?? '',
        }));
        await transaction.insertInto('notice_preference').values(rows).execute();
      }),
  };
}

/** Programs elsewhere that are told of what happens, in the database of the record. */
export function subscriptions(db: Kysely<Tables>): Pick<Notices, 'subscriptions' | 'subscribe' | 'secretOf' | 'stop'> {
  return {
    subscriptions: async () => {
      const rows = await db.selectFrom('webhook').selectAll().orderBy('made_at').orderBy('id').execute();
      return rows.map(({ id, url, topics, made_at, made_by, stopped }) => ({
        ...{ id, url, topics, stopped },
        madeAt: instantOfDate(made_at),
        madeBy: made_by,
      }));
    },
    subscribe: async ({ id, url, topics, madeAt, madeBy }, secret) => {
      const row = { id, url, topics: JSON.stringify(topics), secret, made_at: madeAt, made_by: madeBy, stopped: null };
      await db.insertInto('webhook').values(row).execute();
    },
    secretOf: async (subscription) => {
      const row = await db.selectFrom('webhook').select('secret').where('id', '=', subscription).executeTakeFirst();
      return row?.secret ?? null;
    },
    stop: async (subscription, stopped) => {
      const update = db.updateTable('webhook').set({ stopped }).where('id', '=', subscription);
      return (await update.executeTakeFirst()).numUpdatedRows > 0n;
    },
  };
}

function preferenceOf(row: NoticeTables['notice_preference']): Preference {
  return {
    topic: row.topic === '' ? null : row.topic,
    modification: row.modification === '' ? null : row.modification,
    mode: row.mode,
  };
}
