import { type Kysely, sql } from 'kysely';
import type { RecordStore } from '../app/ports.ts';
import type { Preference } from '../core/document/notice/preference.ts';
import type { NoticeTables } from './notice-tables.ts';
import type { Tables } from './tables.ts';

type Notices = RecordStore['notices'];

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

function preferenceOf(row: NoticeTables['notice_preference']): Preference {
  return {
    topic: row.topic === '' ? null : row.topic,
    modification: row.modification === '' ? null : row.modification,
    mode: row.mode,
  };
}
