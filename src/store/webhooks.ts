import { type Kysely, type Selectable, sql } from 'kysely';
import type { RecordStore } from '../app/ports.ts';
import { MESSAGE_STATES, type MessageState } from '../core/document/notice/message.ts';
import type { Webhook } from '../core/document/notice/webhook.ts';
import { instantOfDate } from './events.ts';
import type { Tables } from './tables.ts';

/** Webhooks in the database of the record. */
export function webhooks(db: Kysely<Tables>): RecordStore['notices']['webhooks'] {
  return {
    all: async () => {
      const rows = await db.selectFrom('webhook').selectAll().orderBy('made_at').orderBy('id').execute();
      const counted = await db
        .selectFrom('outbox')
        .select(['recipient', 'state', sql<number>`count(*)::int`.as('many')])
        .where('channel', '=', 'webhook')
        .groupBy(['recipient', 'state'])
        .execute();
      const many = (id: string, state: MessageState) =>
        counted.find((one) => one.recipient === id && one.state === state)?.many ?? 0;
      return rows.map((row) => {
        const messages = Object.fromEntries(MESSAGE_STATES.map((state) => [state, many(row.id, state)]));
        return { ...webhookOf(row), messages: messages as Record<MessageState, number> };
      });
    },
    find: async (id) => {
      const row = await db.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : { ...webhookOf(row), secret: row.secret };
    },
    add: async ({ id, url, topics, madeAt, madeBy }, secret) => {
      const row = { id, url, topics: [...topics], secret, made_at: madeAt, made_by: madeBy };
      const insert = db.insertInto('webhook').values(row);
      const made = await insert.onConflict((conflict) => conflict.column('url').doNothing()).executeTakeFirst();
      return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    remove: async (id) => (await db.deleteFrom('webhook').where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n,
  };
}

function webhookOf({ id, url, topics, made_at, made_by }: Selectable<Tables['webhook']>): Webhook {
  return { id, url, topics, madeAt: instantOfDate(made_at), madeBy: made_by };
}
