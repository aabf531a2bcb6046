import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { canonicalJson } from '../core/kernel/canonical-json.ts';
import { instantSchema } from '../core/kernel/day.schema.ts';
import type { Instant } from '../core/kernel/instant.ts';
import { actorSchema } from '../core/party/actor.schema.ts';
import { eachRow, instantOfDate } from './events.ts';
import type { Tables } from './tables.ts';

const count = z.number().int().nonnegative();

/** First line of an exported record. */
export const manifestSchema = z.strictObject({
  format: z.literal('proviso-record'),
  version: z.literal(1),
  exportedAt: z.string(),
  events: count,
  streams: count,
  rulebooks: count,
  confidential: count,
});

/** Every further line: one thing, named by its only key. */
export const lineSchema = z.union([
  z.strictObject({ rulebook: z.strictObject({ digest: z.string(), code: z.string(), files: z.string() }) }),
  z.strictObject({
    confidential: z.strictObject({
      id: z.string(),
      salt: z.string(),
      digest: z.string(),
      ownerParty: z.string().nullable(),
      body: z.string(),
    }),
  }),
  z.strictObject({
    event: z.strictObject({
      position: count,
      stream: z.string().min(1),
      version: count,
      type: z.string(),
      schema: count,
      data: z.record(z.string(), z.unknown()),
      actor: actorSchema,
      cause: z.string(),
      recordedAt: instantSchema,
      previousHash: z.string(),
      hash: z.string(),
    }),
  }),
  z.strictObject({ end: z.strictObject({ digest: z.string() }) }),
]);

export type Manifest = z.output<typeof manifestSchema>;
export type Line = z.output<typeof lineSchema>;

/** The running digest over an exported record: over every line but the last, the instant of the export left out. */
export function transferDigest({ exportedAt: _, ...manifest }: Manifest): { add(line: string): void; value(): string } {
  const hash = createHash('sha256').update(`${canonicalJson(manifest)}\n`);
  return { add: (line) => void hash.update(`${line}\n`), value: () => hash.digest('hex') };
}

/**
 * The whole record as lines: manifest, rulebooks, confidential contents, events in commit order, and a digest over them.
 * Accounts and sessions are not part of the record. Read inside a transaction that sees one state of it.
 */
export async function* exportLines(db: Kysely<Tables>, exportedAt: Instant): AsyncGenerator<string> {
  const rulebooks = await db.selectFrom('rulebook').select(['digest', 'code', 'files']).orderBy('digest').execute();
  const contents = await db.selectFrom('confidential_content').select('id').orderBy('id').execute();
  const { position } = await db.selectFrom('log_head').select('position').executeTakeFirstOrThrow();
  const { streams } = await db
    .selectFrom('stream_head')
    .select((e) => e.fn.countAll<number>().as('streams'))
    .executeTakeFirstOrThrow();
  const manifest: Manifest = {
    format: 'proviso-record',
    version: 1,
    exportedAt,
    events: position,
    streams,
    rulebooks: rulebooks.length,
    confidential: contents.length,
  };
  const digest = transferDigest(manifest);
  const told = (line: Line) => {
    const text = canonicalJson(line);
    digest.add(text);
    return text;
  };
  yield canonicalJson(manifest);
  for (const rulebook of rulebooks) yield told({ rulebook });
  // one by one, since files are among them
  for (const { id } of contents) {
    const row = db.selectFrom('confidential_content').selectAll().where('id', '=', id);
    const { owner_party: ownerParty, ...content } = await row.executeTakeFirstOrThrow();
    yield told({ confidential: { ...content, ownerParty } });
  }
  for await (const { recorded_at, previous_hash: previousHash, ...row } of eachRow(db)) {
    yield told({ event: { ...row, recordedAt: instantOfDate(recorded_at), previousHash } });
  }
  yield canonicalJson({ end: { digest: digest.value() } } satisfies Line);
}
