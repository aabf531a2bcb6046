import type { Kysely, Selectable } from 'kysely';
import type { RecordedEvent, StreamHead } from '../app/ports.ts';
import type { Instant } from '../core/kernel/instant.ts';
import { decodeEvent } from './event-types.ts';
import type { Tables } from './tables.ts';

export type EventRow = Selectable<Tables['event']>;

/** PostgreSQL's timestamp as an Instant. */
export function instantOfDate(date: Date): Instant {
  return date.toISOString() as Instant;
}

/** Events already decoded, by hash: what is recorded never changes, and decoding costs more than reading it. */
const decoded = new Map<string, RecordedEvent['event']>();
const MOST_DECODED = 20_000;

function decode(row: Pick<EventRow, 'type' | 'schema' | 'data' | 'hash'>): RecordedEvent['event'] {
  const event = decodeEvent(row.type, row.schema, row.data);
  if (decoded.size >= MOST_DECODED) decoded.delete(decoded.keys().next().value as string);
  decoded.set(row.hash, event);
  return event;
}

/** Everything of an event but its content, which for the text of a code is large. */
const FRAME = ['stream', 'version', 'position', 'actor', 'cause', 'recorded_at', 'hash'] as const;

/** Events as the operations know them; the content of those that are decoded already is not read again. */
async function recordedOf(
  db: Kysely<Tables>,
  rows: readonly Pick<EventRow, (typeof FRAME)[number]>[],
): Promise<RecordedEvent[]> {
  const events = rows.map((row) => decoded.get(row.hash));
  const missing = rows.filter((_, at) => events[at] === undefined).map((row) => row.position);
  const read = new Map<number, RecordedEvent['event']>();
  for (let at = 0; at < missing.length; at += 1000) {
    const some = db
      .selectFrom('event')
      .select(['position', 'type', 'schema', 'data', 'hash'])
      .where('position', 'in', missing.slice(at, at + 1000));
    for (const row of await some.execute()) read.set(row.position, decode(row));
  }
  return rows.map(({ recorded_at, ...row }, at) => {
    const event = events[at] ?? read.get(row.position);
    if (event === undefined) throw new Error(`event ${row.position} is gone from the log`);
    return { ...row, event, recordedAt: instantOfDate(recorded_at) };
  });
}

/** A stream in order, from after a version on. */
export async function readStream(db: Kysely<Tables>, stream: string, after = 0): Promise<RecordedEvent[]> {
  const query = db.selectFrom('event').select(FRAME).where('stream', '=', stream).where('version', '>', after);
  return recordedOf(db, await query.orderBy('version').execute());
}

/** Every stream whose name starts with a prefix, in commit order, as known at an instant. */
export async function readStreams(
  db: Kysely<Tables>,
  prefix: string,
  knownAt: Instant | null,
): Promise<RecordedEvent[]> {
  let query = db.selectFrom('event').select(FRAME).orderBy('position');
  if (prefix !== '') query = query.where('stream', '>=', prefix).where('stream', '<', `${prefix}\u{10FFFF}`);
  if (knownAt !== null) query = query.where('recorded_at', '<=', new Date(knownAt));
  return recordedOf(db, await query.execute());
}

/** The last event of every stream whose name starts with the prefix, as known at an instant. */
export async function readHeads(db: Kysely<Tables>, knownAt: Instant | null, prefix = ''): Promise<StreamHead[]> {
  let query = db
    .selectFrom('event')
    .distinctOn('stream')
    .select(['stream', 'version', 'recorded_at', 'hash'])
    .orderBy('stream')
    .orderBy('version', 'desc');
  if (prefix !== '') query = query.where('stream', '>=', prefix).where('stream', '<', `${prefix}\u{10FFFF}`);
  if (knownAt !== null) query = query.where('recorded_at', '<=', new Date(knownAt));
  return (await query.execute()).map(({ recorded_at, ...head }) => ({
    ...head,
    recordedAt: instantOfDate(recorded_at),
  }));
}

/** Rows of the whole log in an order, a page at a time, so that a long log is never held in memory. */
export async function* eachRow(db: Kysely<Tables>): AsyncGenerator<EventRow> {
  const page = 1000;
  let after = 0;
  for (;;) {
    const rows = await db
      .selectFrom('event')
      .selectAll()
      .where('position', '>', after)
      .orderBy('position')
      .limit(page)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    after = last.position;
  }
}
