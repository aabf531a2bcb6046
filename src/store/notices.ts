import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { RecordStore } from '../app/ports.ts';
import type {
  Addressed,
  Attempt,
  Channel,
  KeptNotice,
  Message,
  MessageState,
} from '../core/document/notice/message.ts';
import type { Topic } from '../core/document/notice/notice.ts';
import type { Instant } from '../core/kernel/instant.ts';
import { instantOfDate } from './events.ts';
import { preferences } from './notice-choices.ts';
import { uuidOf } from './projections/notice.ts';
import type { Tables } from './tables.ts';
import { webhooks } from './webhooks.ts';

type Notices = RecordStore['notices'];

/** How many notices are addressed in one transaction. */
const AT_ONCE = 50;

/** Notices and their outbox in the database of the record. */
export function notices(db: Kysely<Tables>): Notices {
  return {
    told: (now, filter) => toldNotices(db, now, filter),
    isDue: async (now) => {
      const { rows } = await sql<{ due: boolean }>`
        select exists (select from notice_due where at <= ${new Date(now)})
          or exists (select from outbox where state = 'pending' and next_attempt <= ${new Date(now)}) as due`.execute(
        db,
      );
      return rows[0]?.due === true;
    },
    dispatch: async (now, addressees) => {
      let all = 0;
      for (;;) {
        const some = await db.transaction().execute((transaction) => dispatchSome(transaction, now, addressees));
        all += some;
        if (some < AT_ONCE) return all;
      }
    },
    deliver: (now, channel, send) =>
      db.transaction().execute((transaction) => deliverOne(transaction, now, channel, send)),
    webhooks: webhooks(db),
    messages: async ({ recipients, channel, state, topic, after, limit }) => {
      let query = db.selectFrom('outbox').selectAll().orderBy('made_at', 'desc').orderBy('id').limit(limit);
      if (recipients !== undefined) query = query.where('recipient', '=', sql<string>`any(${recipients})`);
      if (channel !== undefined) query = query.where('channel', '=', channel);
      if (state !== undefined) query = query.where('state', '=', state);
      if (topic !== undefined) query = query.where('id', 'in', messagesAbout(db, topic));
      if (after !== undefined) {
        const place = sql`select from outbox as last where last.id = ${after}`;
        query = query.where(
          sql<boolean>`exists (${place} and (outbox.made_at < last.made_at or (outbox.made_at = last.made_at and outbox.id > last.id)))`,
        );
      }
      return messagesOf(db, await query.execute());
    },
    counted: async (recipient) => {
      let query = db
        .selectFrom('outbox_item')
        .innerJoin('notice', 'notice.id', 'outbox_item.notice')
        .select(['notice.topic', sql<number>`count(distinct outbox_item.message)::int`.as('messages')])
        .groupBy('notice.topic')
        .orderBy('notice.topic');
      if (recipient !== null) query = query.where('outbox_item.recipient', '=', recipient);
      return query.execute();
    },
    message: async (id) => {
      const rows = await db.selectFrom('outbox').selectAll().where('id', '=', id).execute();
      return (await messagesOf(db, rows))[0] ?? null;
    },
    again: async (id, now) => {
      const fresh = { state: 'pending', attempts: 0, next_attempt: now, error: null, settled_at: null } as const;
      const update = db.updateTable('outbox').set(fresh).where('id', '=', id).where('state', '!=', 'pending');
      return (await update.executeTakeFirst()).numUpdatedRows > 0n;
    },
    ...preferences(db),
  };
}

/** The messages by id that have a notice of a topic in them. */
function messagesAbout(db: Kysely<Tables>, topic: Topic) {
  return db
    .selectFrom('outbox_item')
    .innerJoin('notice', 'notice.id', 'outbox_item.notice')
    .select('outbox_item.message')
    .where('notice.topic', '=', topic);
}

async function toldNotices(
  db: Kysely<Tables>,
  now: Instant,
  filter: Parameters<Notices['told']>[1],
): Promise<readonly KeptNotice[]> {
  let query = db
    .selectFrom('notice')
    .selectAll()
    .where('told_at', '<=', new Date(now))
    .orderBy('told_at', 'desc')
    .orderBy('position', 'desc')
    .orderBy('place', 'desc')
    .limit(filter.limit);
  if (filter.modification !== undefined) query = query.where('modification', '=', filter.modification);
  if (filter.code !== undefined) query = query.where('code', '=', filter.code);
  if (filter.topic !== undefined) query = query.where('topic', '=', filter.topic as Topic);
  if (filter.isPublic !== undefined) query = query.where('is_public', '=', filter.isPublic);
  return (await query.execute()).map(noticeOf);
}

/** Addresses some of the notices that are due and that nobody else is at; gives how many. */
async function dispatchSome(
  transaction: Transaction<Tables>,
  now: Instant,
  addressees: (notice: KeptNotice) => readonly Addressed[],
): Promise<number> {
  const due = await transaction
    .selectFrom('notice_due')
    .innerJoin('notice', 'notice.id', 'notice_due.notice')
    .selectAll('notice')
    .where('notice_due.at', '<=', new Date(now))
    .orderBy('notice.position')
    .orderBy('notice.place')
    .limit(AT_ONCE)
    .forUpdate('notice_due')
    .skipLocked()
    .execute();
  for (const notice of due.map(noticeOf)) {
    // what it reminds of has gone by while nobody was there to tell it
    const stale = notice.until !== null && notice.until <= now;
    for (const one of stale ? [] : addressees(notice)) await address(transaction, notice, one, now);
  }
  const ids = due.map(({ id }) => id);
  if (ids.length > 0) await transaction.deleteFrom('notice_due').where('notice', 'in', ids).execute();
  return due.length;
}

/** Puts a notice into a message of its own, or into the first digest that has not been tried yet. */
async function address(
  transaction: Transaction<Tables>,
  { id: notice }: KeptNotice,
  { channel, recipient, digests }: Addressed,
  now: Instant,
): Promise<void> {
  for (const digest of digests ?? [null]) {
    const batch = digest ?? notice;
    const message = uuidOf(`${channel}:${recipient}:${batch}`);
    // the update changes nothing and holds the row, so that nobody sends a digest while something is added to it
    const row = await transaction
      .insertInto('outbox')
      .values({
        ...{ id: message, channel, recipient, batch, is_digest: digest !== null, state: 'pending', attempts: 0 },
        ...{ next_attempt: digest ?? now, error: null, made_at: now, settled_at: null },
      })
      .onConflict((conflict) => conflict.columns(['channel', 'recipient', 'batch']).doUpdateSet({ batch }))
      .returning(['state', 'attempts'])
      .executeTakeFirstOrThrow();
    if (row.state !== 'pending' || row.attempts > 0) continue;
    await transaction
      .insertInto('outbox_item')
      .values({ channel, recipient, notice, message })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return;
  }
}

/** Takes a message that is due, holds it while it is sent, and keeps what became of it. */
async function deliverOne(
  transaction: Transaction<Tables>,
  now: Instant,
  channel: Channel,
  send: (message: Message) => Promise<Attempt>,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', 'pending')
    .where('channel', '=', channel)
    .where('next_attempt', '<=', new Date(now))
    .orderBy('next_attempt')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (row === undefined) return false;
  const [message] = await messagesOf(transaction, [row]);
  const attempt = await send(message as Message);
  const { state, next, error, isTry } = becomes(attempt);
  const attempts = row.attempts + (isTry ? 1 : 0);
  await transaction
    .updateTable('outbox')
    .set({ state, attempts, error, next_attempt: next, settled_at: next === null ? now : null })
    .where('id', '=', row.id)
    .execute();
  return true;
}

/** How an attempt leaves a message. */
function becomes(attempt: Attempt): {
  readonly state: MessageState;
  readonly next: Instant | null;
  readonly error: string | null;
  readonly isTry: boolean;
} {
  switch (attempt.kind) {
    case 'sent':
      return { state: 'sent', next: null, error: null, isTry: true };
    case 'failed': {
      const { next, error } = attempt;
      return { state: next === null ? 'failed' : 'pending', next, error, isTry: true };
    }
    case 'postponed':
      return { state: 'pending', next: attempt.next, error: attempt.why, isTry: false };
    case 'suppressed':
      return { state: 'suppressed', next: null, error: attempt.why, isTry: false };
  }
}

async function messagesOf(
  db: Kysely<Tables>,
  rows: readonly Selectable<Tables['outbox']>[],
): Promise<readonly Message[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const items = await db
    .selectFrom('outbox_item')
    .innerJoin('notice', 'notice.id', 'outbox_item.notice')
    .selectAll('notice')
    .select('outbox_item.message')
    .where('outbox_item.message', 'in', ids)
    .orderBy('notice.position')
    .orderBy('notice.place')
    .execute();
  return rows.map(({ id, channel, recipient, is_digest, state, attempts, next_attempt, error, settled_at }) => ({
    ...{ id, channel, recipient, isDigest: is_digest, state, attempts, error },
    next: next_attempt && instantOfDate(next_attempt),
    settledAt: settled_at && instantOfDate(settled_at),
    notices: items.filter(({ message }) => message === id).map(noticeOf),
  }));
}

function noticeOf(row: Selectable<Tables['notice']>): KeptNotice {
  const { id, topic, what, modification, code, concerns, is_public, subject, body, told_at, until, reminds } = row;
  return {
    ...{ id, topic, what, modification, code, concerns, isPublic: is_public, subject, body, reminds },
    at: instantOfDate(told_at),
    until: until && instantOfDate(until),
  };
}
