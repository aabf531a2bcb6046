import { type Kysely, type Selectable, sql } from 'kysely';
import type { SavedView, SavedViews } from '../app/ports.ts';
import type { Tables } from './tables.ts';

/** Saved views in the database of the record. */
export function savedViews(db: Kysely<Tables>): SavedViews {
  return {
    list: async (person) => {
      const seen = db.selectFrom('saved_view').selectAll();
      const rows = seen.where((e) => e.or([e('shared', '=', true), e('person', '=', person ?? '')]));
      return (await rows.orderBy('title').orderBy('id').execute()).map(viewOf);
    },
    read: async (id) => {
      const row = await db.selectFrom('saved_view').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : viewOf(row);
    },
    keep: async ({ by, ...view }) => {
      const { query, shared } = view;
      await db
        .insertInto('saved_view')
        .values({ ...view, person: by.id, name: by.name })
        .onConflict((conflict) =>
          conflict
            .columns(['person', 'page', 'title'])
            .doUpdateSet({ query, shared, kept_at: sql<Date>`clock_timestamp()` }),
        )
        .execute();
    },
    remove: async (id) => {
      await db.deleteFrom('saved_view').where('id', '=', id).execute();
    },
  };
}

function viewOf({ person, name, kept_at: _, ...view }: Selectable<Tables['saved_view']>): SavedView {
  return { ...view, by: { id: person, name } };
}
