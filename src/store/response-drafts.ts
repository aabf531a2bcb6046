import { type Kysely, type Selectable, sql } from 'kysely';
import type { ResponseDrafts } from '../app/ports.ts';
import type { ResponseDraft, ResponseDraftKey } from '../core/modification/consultation/response-draft.ts';
import { instantOfDate } from './events.ts';
import type { Tables } from './tables.ts';

/** Drafts of responses in the database of the record. */
export function responseDrafts(db: Kysely<Tables>): ResponseDrafts {
  const read = async (key: ResponseDraftKey): Promise<ResponseDraft | null> => {
    const row = await at(db.selectFrom('response_draft').selectAll(), key).executeTakeFirst();
    return row === undefined ? null : draftOf(row);
  };
  return {
    read,
    keep: async (key, { content, by }, expected) => {
      const kept = { content: JSON.stringify(content), revision: expected + 1, person: by.id, name: by.name };
      const row =
        expected === 0
          ? await db
              .insertInto('response_draft')
              .values({ ...key, ...kept })
              .onConflict((conflict) => conflict.doNothing())
              .returningAll()
              .executeTakeFirst()
          : await at(db.updateTable('response_draft').set({ ...kept, kept_at: sql`clock_timestamp()` }), key)
              .where('revision', '=', expected)
              .returningAll()
              .executeTakeFirst();
      return row === undefined ? { ok: false, found: await read(key) } : { ok: true, draft: draftOf(row) };
    },
    discard: (key) =>
      db.transaction().execute(async (transaction) => {
        await at(transaction.deleteFrom('response_draft_file'), key).execute();
        await at(transaction.deleteFrom('response_draft'), key).execute();
      }),
    files: async (key) => {
      const rows = await at(db.selectFrom('response_draft_file').select(['id', 'about']), key)
        .orderBy('position')
        .execute();
      return rows.map(({ id, about }) => ({ id, ...about }));
    },
    addFile: async (key, { id, body, ...about }) => {
      await db
        .insertInto('response_draft_file')
        .values({ ...key, id, about: JSON.stringify(about), body })
        .execute();
    },
    removeFile: async (key, id) => {
      const removed = await at(db.deleteFrom('response_draft_file'), key).where('id', '=', id).executeTakeFirst();
      return removed.numDeletedRows > 0n;
    },
    file: async (key, id) => {
      const row = await at(db.selectFrom('response_draft_file').selectAll(), key)
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : { id, ...row.about, body: row.body };
    },
  };
}

interface Keyed<Q> {
  where(column: 'modification' | 'step' | 'owner', is: '=', value: string): Q;
}

function at<Q extends Keyed<Q>>(query: Q, { modification, step, owner }: ResponseDraftKey): Q {
  return query.where('modification', '=', modification).where('step', '=', step).where('owner', '=', owner);
}

function draftOf(row: Selectable<Tables['response_draft']>): ResponseDraft {
  const { revision, content, person: id, name, kept_at } = row;
  return { revision, content, by: { id, name }, at: instantOfDate(kept_at) };
}
