import { type Kysely, type Selectable, sql } from 'kysely';
import type { WorkingDrafts } from '../app/ports.ts';
import type { WorkingDraft } from '../core/code/working-draft.ts';
import { instantOfDate } from './events.ts';
import type { Tables } from './tables.ts';

/** After how long a window that is not heard of counts as closed. */
const FORGOTTEN = sql<Date>`clock_timestamp() - interval '1 minute'`;

/** Working drafts in the database of the record. */
export function workingDrafts(db: Kysely<Tables>): WorkingDrafts {
  const read = async (modification: string): Promise<WorkingDraft | null> => {
    const row = await db
      .selectFrom('working_draft')
      .selectAll()
      .where('modification', '=', modification)
      .executeTakeFirst();
    return row === undefined ? null : draftOf(row);
  };
  return {
    read,
    list: async () => {
      const rows = await db.selectFrom('working_draft').selectAll().orderBy('modification').execute();
      return rows.map(draftOf);
    },
    keep: async ({ modification, against, amendments, begunOn, state, by }, expected) => {
      const kept = {
        against,
        amendments: JSON.stringify(amendments),
        revision: expected + 1,
        begun_on: begunOn,
        state,
        person: by.id,
        name: by.name,
      };
      const row =
        expected === 0
          ? await db
              .insertInto('working_draft')
              .values({ modification, ...kept })
              .onConflict((conflict) => conflict.doNothing())
              .returningAll()
              .executeTakeFirst()
          : await db
              .updateTable('working_draft')
              .set({ ...kept, kept_at: sql`clock_timestamp()` })
              .where('modification', '=', modification)
              .where('revision', '=', expected)
              .returningAll()
              .executeTakeFirst();
      return row === undefined ? { ok: false, found: await read(modification) } : { ok: true, draft: draftOf(row) };
    },
    opened: async (modification, { id: person, name, window: id }) => {
      await db.deleteFrom('draft_window').where('seen', '<', FORGOTTEN).execute();
      await db
        .insertInto('draft_window')
        .values({ modification, id, person, name })
        .onConflict((conflict) =>
          conflict.columns(['modification', 'id']).doUpdateSet({ person, name, seen: sql`clock_timestamp()` }),
        )
        .execute();
      const rows = await db
        .selectFrom('draft_window')
        .selectAll()
        .where('modification', '=', modification)
        .orderBy('since')
        .execute();
      return rows.map((row) => ({ id: row.person, name: row.name, window: row.id, since: instantOfDate(row.since) }));
    },
    closed: async (modification, window) => {
      await db.deleteFrom('draft_window').where('modification', '=', modification).where('id', '=', window).execute();
    },
  };
}

function draftOf(row: Selectable<Tables['working_draft']>): WorkingDraft {
  const { modification, against, amendments, revision, begun_on: begunOn, state, person: id, name, kept_at } = row;
  return { modification, against, amendments, revision, begunOn, state, by: { id, name }, at: instantOfDate(kept_at) };
}
