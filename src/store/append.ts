import { type Insertable, type Kysely, sql, type Transaction } from 'kysely';
import type { Append, AppendedBy, AppendResult, RecordedEvent } from '../app/ports.ts';
import type { Instant } from '../core/kernel/instant.ts';
import { GENESIS, type Head } from '../core/rulebook/chain.ts';
import { chainHash } from './chain.ts';
import { encodeEvent } from './event-types.ts';
import { instantOfDate, readStream } from './events.ts';
import type { KeptStreams } from './kept-streams.ts';
import { project } from './projections/all.ts';
import type { Projecting, Reading } from './projections/projection.ts';
import { noteRequest } from './requests.ts';
import type { Tables } from './tables.ts';

/** The stream of what the record itself goes through, and the channel on which its appends are told to every process. */
export const RECORD_STREAM = 'record';
export const RECORD_NEWS = 'proviso_record';

/** Carries a conflict out of the transaction, which it rolls back. */
class Conflict extends Error {
  readonly head: Head;
  constructor(head: Head) {
    super(`${head.stream} is at version ${head.version}`);
    this.head = head;
  }
}

/** What an append needs besides its events. */
export interface Appending extends Reading {
  readonly db: Kysely<Tables>;
  readonly now: () => Instant;
  readonly streams: KeptStreams;
}

/**
 * Appends to one or several streams, all or nothing, with every projection in the same transaction. Streams are held
 * one by one in order of their names; the whole log is held only from the stamping of position and instant to the
 * commit, so that positions have no gap and instants follow commit order.
 */
export async function append(
  { db, now, streams, ...reading }: Appending,
  appends: readonly Append[],
  { request, ...by }: AppendedBy,
): Promise<AppendResult> {
  const ordered = [...appends].sort((a, b) => (a.stream < b.stream ? -1 : 1));
  const prepared = appends.map(({ stream, events }) => ({ stream, stored: events.map(encodeEvent), events }));
  try {
    const events = await db.transaction().execute(async (transaction) => {
      const heads = new Map<string, Head>();
      for (const { stream, expectedVersion } of ordered) {
        const head = await holdStream(transaction, stream);
        if (head.version !== expectedVersion) throw new Conflict(head);
        heads.set(stream, head);
      }
      await keepConfidential(transaction, appends);
      const projecting = projectingIn(transaction, reading, true, (stream) => streams.known(stream));
      const count = prepared.reduce((sum, { events }) => sum + events.length, 0);
      if (count === 0) return [];
      const stamp = await stampLog(transaction, count, now());
      const rows: RecordedEvent[] = [];
      const inserts = prepared.flatMap(({ stream, stored, events }) =>
        stored.map((one, index) => {
          const head = heads.get(stream) as Head;
          const link = { stream, version: head.version + 1, ...one, ...by, recordedAt: stamp.recordedAt };
          const hash = chainHash(head.hash, link);
          heads.set(stream, { stream, version: link.version, hash });
          const position = stamp.first + rows.length;
          rows.push({
            ...by,
            stream,
            version: link.version,
            position,
            event: events[index] as RecordedEvent['event'],
            recordedAt: stamp.recordedAt,
            hash,
          });
          const { recordedAt, data, actor, ...plain } = link;
          return {
            ...plain,
            position,
            data: JSON.stringify(data),
            actor: JSON.stringify(actor),
            recorded_at: recordedAt,
            previous_hash: head.hash,
            hash,
          };
        }),
      );
      await insertEvents(transaction, inserts, [...heads.values()]);
      await project(rows, projecting);
      if (request !== undefined) await noteRequest(transaction, request, stamp.first + count - 1);
      if (heads.has(RECORD_STREAM)) await sql`select pg_notify(${RECORD_NEWS}, '')`.execute(transaction);
      return rows;
    });
    return { ok: true, events };
  } catch (error) {
    if (error instanceof Conflict)
      return { ok: false, conflict: { stream: error.head.stream, actualVersion: error.head.version } };
    throw error;
  }
}

/** A projecting that reads of each stream, once, what is not `kept` of it: its first events, in order. */
export function projectingIn(
  transaction: Transaction<Tables>,
  reading: Reading,
  isNews: boolean,
  kept: (stream: string) => readonly RecordedEvent[] = () => [],
): Projecting {
  const known = new Map<string, readonly RecordedEvent[]>();
  return {
    transaction,
    ...reading,
    isNews,
    files: async (digest) => {
      const row = await transaction
        .selectFrom('rulebook')
        .select('files')
        .where('digest', '=', digest)
        .executeTakeFirst();
      return row?.files ?? null;
    },
    history: async (stream, version) => {
      const read = known.get(stream);
      if (read !== undefined && (read.at(-1)?.version ?? 0) >= version) return read.slice(0, version);
      const first = kept(stream);
      const whole =
        first.length >= version ? first : [...first, ...(await readStream(transaction, stream, first.length))];
      known.set(stream, whole);
      return whole.slice(0, version);
    },
  };
}

/** Writes rows of the log and the new heads of their streams. */
export async function insertEvents(
  transaction: Transaction<Tables>,
  rows: readonly Insertable<Tables['event']>[],
  heads: readonly Head[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) {
    await transaction
      .insertInto('event')
      .values(rows.slice(at, at + 500))
      .execute();
  }
  for (const { stream, version, hash } of heads) {
    await transaction
      .insertInto('stream_head')
      .values({ stream, version, hash })
      .onConflict((conflict) => conflict.column('stream').doUpdateSet({ version, hash }))
      .execute();
  }
}

/** The stream's head, held until the transaction ends. A stream that does not exist is held by its row to be. */
async function holdStream(transaction: Transaction<Tables>, stream: string): Promise<Head> {
  const held = await transaction
    .selectFrom('stream_head')
    .selectAll()
    .where('stream', '=', stream)
    .forUpdate()
    .executeTakeFirst();
  if (held !== undefined) return held;
  await sql`select pg_advisory_xact_lock(hashtextextended(${stream}, 0))`.execute(transaction);
  const made = await transaction
    .selectFrom('stream_head')
    .selectAll()
    .where('stream', '=', stream)
    .forUpdate()
    .executeTakeFirst();
  return made ?? { stream, version: 0, hash: GENESIS };
}

/** Positions and the instant of an append: never earlier than the append before it, whatever the clock says. */
async function stampLog(
  transaction: Transaction<Tables>,
  count: number,
  now: Instant,
): Promise<{ first: number; recordedAt: Instant }> {
  const stamp = await sql<{ position: number; recorded_at: Date }>`
    update log_head set position = position + ${count}, recorded_at = greatest(recorded_at, ${now}::timestamptz)
    returning position, recorded_at`.execute(transaction);
  const { position, recorded_at } = stamp.rows[0] as { position: number; recorded_at: Date };
  return { first: position - count + 1, recordedAt: instantOfDate(recorded_at) };
}

async function keepConfidential(transaction: Transaction<Tables>, appends: readonly Append[]): Promise<void> {
  const contents = appends.flatMap((one) => one.confidential ?? []);
  for (const { id, salt, digest, ownerParty, body } of contents) {
    await transaction
      .insertInto('confidential_content')
      .values({ id, salt, digest, owner_party: ownerParty, body })
      .execute();
  }
}
