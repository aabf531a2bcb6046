import type { Kysely } from 'kysely';
import { wayToRoot } from '../core/rulebook/chain.ts';
import type { StreamProof } from '../core/rulebook/proof.ts';
import { sha256 } from './chain.ts';
import { instantOfDate } from './events.ts';
import type { Tables } from './tables.ts';

/** The proof of a stream under the latest checkpoint that covers it; null when there is none, or no such stream. */
export async function proveStream(db: Kysely<Tables>, stream: string): Promise<StreamProof | null> {
  const covered = await db
    .selectFrom('checkpoint_head')
    .select(['position', 'version'])
    .where('stream', '=', stream)
    .orderBy('position', 'desc')
    .executeTakeFirst();
  if (covered === undefined) return null;
  const position = Number(covered.position);
  const heads = await db
    .selectFrom('checkpoint_head')
    .select(['stream', 'version', 'hash'])
    .where('position', '=', position)
    .execute();
  const made = await db
    .selectFrom('event')
    .selectAll()
    .where('type', '=', 'checkpoint-made')
    .orderBy('position')
    .execute();
  const checkpoint = made.find((one) => Number(one.data.position) === position);
  const way = wayToRoot(sha256, heads, stream);
  if (checkpoint === undefined || way === null) return null;
  const links = await db
    .selectFrom('event')
    .select(['version', 'type', 'schema', 'data', 'actor', 'cause', 'recorded_at', 'hash'])
    .where('stream', '=', stream)
    .where('version', '<=', covered.version)
    .orderBy('version')
    .execute();
  const last = await db.selectFrom('stream_head').select('version').where('stream', '=', stream).executeTakeFirst();
  return {
    stream,
    links: links.map(({ recorded_at, ...link }) => ({ ...link, recordedAt: instantOfDate(recorded_at) })),
    later: Number(last?.version ?? covered.version) - covered.version,
    way,
    checkpoint: { root: String(checkpoint.data.root), position, madeAt: instantOfDate(checkpoint.recorded_at) },
  };
}
