import { type Kysely, sql } from 'kysely';
import type { Verification } from '../app/ports.ts';
import type { ContentRef } from '../core/modification/content-ref.ts';
import { GENESIS, type Head, type Link } from '../core/rulebook/chain.ts';
import { chainHash, merkleRoot } from './chain.ts';
import { type EventRow, eachRow, instantOfDate } from './events.ts';
import type { Tables } from './tables.ts';

type Broken = Extract<Verification, { ok: false }>;
type Checkpoint = { readonly root: string; readonly position: number; readonly at: EventRow };

/**
 * Recomputes every chain, the digest of every confidential content that is still kept, and every checkpoint, and names
 * the first event that is not as it was recorded. Run it inside a transaction that sees one state of the record.
 */
export async function verifyLog(db: Kysely<Tables>): Promise<Verification> {
  const heads = new Map<string, Head>();
  const stored = new Map((await db.selectFrom('stream_head').selectAll().execute()).map((head) => [head.stream, head]));
  const log = await db.selectFrom('log_head').select('position').executeTakeFirstOrThrow();
  const contents = await digestsOf(db);
  const checkpoints = await checkpointsOf(db);
  let due = 0;
  let position = 0;
  for await (const row of eachRow(db)) {
    for (; (checkpoints[due]?.position ?? Number.POSITIVE_INFINITY) < row.position; due += 1) {
      const fault = await checkCheckpoint(db, checkpoints[due] as Checkpoint, heads);
      if (fault !== null) return fault;
    }
    if (row.position !== position + 1) return missing(db, position + 1, heads, stored);
    position = row.position;
    if (position > log.position || row.version > (stored.get(row.stream)?.version ?? 0)) {
      return broken(row, 'added: the record did not write it');
    }
    const fault = checkLink(row, heads.get(row.stream)) ?? checkContent(row, contents);
    if (fault !== null) return fault;
    heads.set(row.stream, { stream: row.stream, version: row.version, hash: row.hash });
  }
  if (position < log.position) return missing(db, position + 1, heads, stored);
  for (const checkpoint of checkpoints.slice(due)) {
    const fault = await checkCheckpoint(db, checkpoint, heads);
    if (fault !== null) return fault;
  }
  for (const head of stored.values()) {
    const found = heads.get(head.stream);
    if (found?.version !== head.version)
      return { ...broken({ ...head, position }, 'removed'), version: (found?.version ?? 0) + 1 };
    if (found.hash !== head.hash) return broken({ ...head, position }, 'altered: the end of its stream was another');
  }
  return { ok: true, streams: heads.size, events: position, checkpoints: checkpoints.length };
}

/** What is wrong with an event after the head of its stream; null when it follows from it. */
function checkLink(row: EventRow, head: Head | undefined): Broken | null {
  const before = head ?? { stream: row.stream, version: 0, hash: GENESIS };
  const link = linkOf(row);
  if (chainHash(row.previous_hash, link) !== row.hash) {
    const versions = Array.from({ length: 1000 }, (_, index) => index + 1);
    const was = versions.find((version) => chainHash(row.previous_hash, { ...link, version }) === row.hash);
    if (was !== undefined) return broken(row, `reordered: it was recorded as version ${was}`);
    return broken(row, 'altered: its content does not match its hash');
  }
  if (row.version > before.version + 1) return { ...broken(row, 'removed'), version: before.version + 1 };
  if (row.version <= before.version) return broken(row, `reordered: it stands after version ${before.version}`);
  if (row.previous_hash === before.hash) return null;
  const fault = 'altered: the event after it was chained to another';
  return { ...broken(row, fault), version: before.version, position: row.position };
}

/** What an event names of what is kept beside the chain. */
interface Beside {
  readonly content?: Partial<ContentRef>;
  readonly sealed?: { readonly content?: Partial<ContentRef> };
  readonly attachments?: readonly Partial<ContentRef>[];
}

function checkContent(row: EventRow, contents: ReadonlyMap<string, string>): Broken | null {
  const { content, sealed, attachments } = row.data as Beside;
  const references = [content, sealed?.content, ...(Array.isArray(attachments) ? attachments : [])];
  const altered = references.some((reference) => {
    const kept = contents.get(String(reference?.id));
    return kept !== undefined && kept !== reference?.digest;
  });
  if (!altered) return null;
  return broken(row, 'altered: the confidential content beside it does not match its digest');
}

/** Compares a checkpoint with the heads that stood at its position, and names the stream where they part. */
async function checkCheckpoint(
  db: Kysely<Tables>,
  checkpoint: Checkpoint,
  heads: ReadonlyMap<string, Head>,
): Promise<Broken | null> {
  if (merkleRoot([...heads.values()]) === checkpoint.root) return null;
  const kept = await db
    .selectFrom('checkpoint_head')
    .selectAll()
    .where('position', '=', checkpoint.position)
    .orderBy('stream')
    .execute();
  if (merkleRoot(kept) !== checkpoint.root)
    return broken(checkpoint.at, 'altered: its root is not that of the streams at its position');
  const parted = kept.find((head) => heads.get(head.stream)?.hash !== head.hash);
  const added = [...heads.values()].find((head) => kept.every((one) => one.stream !== head.stream));
  const place = parted ?? added ?? checkpoint.at;
  const found = heads.get(place.stream)?.version ?? 0;
  const at = { stream: place.stream, position: checkpoint.position };
  if (parted === undefined || found > parted.version)
    return broken({ ...at, version: found }, 'added: the checkpoint after it does not have it');
  if (found < parted.version) return broken({ ...at, version: found + 1 }, 'removed: the checkpoint after it has it');
  return broken({ ...at, version: found }, 'altered: the checkpoint after it has another');
}

/** Names the event that stood at a position of the log where there is none. */
async function missing(
  db: Kysely<Tables>,
  position: number,
  heads: ReadonlyMap<string, Head>,
  stored: ReadonlyMap<string, Head>,
): Promise<Broken> {
  const { rows } = await sql<{ stream: string; version: number }>`
    select stream, version - 1 as version from event later
    where version > 1 and not exists (
      select from event earlier where earlier.stream = later.stream and earlier.version = later.version - 1
    ) order by later.position limit 1`.execute(db);
  const ends = await db
    .selectFrom('event')
    .select(['stream', (e) => e.fn.max('version').as('version')])
    .groupBy('stream')
    .execute();
  const last = new Map(ends.map((end) => [end.stream, end.version]));
  const kept = await db.selectFrom('checkpoint_head').selectAll().orderBy('position').execute();
  const longer = [...stored.values(), ...kept].find((head) => head.version > (last.get(head.stream) ?? 0));
  const found =
    rows[0] ?? (longer === undefined ? null : { stream: longer.stream, version: (last.get(longer.stream) ?? 0) + 1 });
  const known = found === null ? null : (heads.get(found.stream)?.version ?? 0) + 1;
  return broken({ stream: found?.stream ?? 'unknown', version: known ?? found?.version ?? 0, position }, 'removed');
}

async function checkpointsOf(db: Kysely<Tables>): Promise<Checkpoint[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('type', '=', 'checkpoint-made')
    .orderBy('position')
    .execute();
  const checkpoints = rows.map((at) => ({ root: String(at.data.root), position: Number(at.data.position), at }));
  return checkpoints.sort((a, b) => a.position - b.position);
}

async function digestsOf(db: Kysely<Tables>): Promise<Map<string, string>> {
  // worked out where the contents are, since files are among them
  const { rows } = await sql<{ id: string; digest: string }>`
    select id, encode(sha256(convert_to(salt || body, 'UTF8')), 'hex') as digest from confidential_content`.execute(db);
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}

function linkOf(row: EventRow): Link {
  const { stream, version, type, schema, data, actor, cause } = row;
  return { stream, version, type, schema, data, actor, cause, recordedAt: instantOfDate(row.recorded_at) };
}

function broken(at: { stream: string; version: number; position: number }, fault: string): Broken {
  return { ok: false, stream: at.stream, version: at.version, position: at.position, fault };
}
