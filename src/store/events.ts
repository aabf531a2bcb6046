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

function eventOf(row: EventRow): RecordedEvent['event'] {
  const known = decoded.get(row.hash);
  if (known !== undefined) return known;
  const event = decodeEvent(row.type, row.schema, row.data);
  if (decoded.size >= MOST_DECODED) decoded.delete(decoded.keys().next().value as string);
  decoded.set(row.hash, event);
  return event;
}

/** An event as the operations know it. */
function recordedOf(row: EventRow): RecordedEvent {
  const { stream, version, position, actor, cause, hash } = row;
  const event = eventOf(row);
  return { stream, version, position, event, actor, cause, recordedAt: instantOfDate(row.recorded_at), hash };
}

/** A stream in order, as known at an instant and up to a version. */
export async function readStream(
  db: Kysely<Tables>,
  stream: string,
  { knownAt = null, upTo = null }: { knownAt?: Instant | null; upTo?: number | null } = {},
): Promise<RecordedEvent[]> {
  let query = db.selectFrom('event').selectAll().where('stream', '=', stream).orderBy('version');
  if (knownAt !== null) query = query.where('recorded_at', '<=', new Date(knownAt));
  if (upTo !== null) query = query.where('version', '<=', upTo);
  return (await query.execute()).map(recordedOf);
}

/** Every stream whose name starts with a prefix, in commit order, as known at an instant. */
export async function readStreams(
  db: Kysely<Tables>,
  prefix: string,
  knownAt: Instant | null,
): Promise<RecordedEvent[]> {
  let query = db.selectFrom('event').selectAll().orderBy('position');
  if (prefix !== '') query = query.where('stream', '>=', prefix).where('stream', '<', `${prefix}\u{10FFFF}`);
  if (knownAt !== null) query = query.where('recorded_at', '<=', new Date(knownAt));
  return (await query.execute()).map(recordedOf);
}

/** The last event of every stream, as known at an instant. */
export async function readHeads(db: Kysely<Tables>, knownAt: Instant | null): Promise<StreamHead[]> {
  let query = db
    .selectFrom('event')
    .distinctOn('stream')
    .select(['stream', 'version', 'recorded_at', 'hash'])
    .orderBy('stream')
    .orderBy('version', 'desc');
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
