import { type Kysely, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { type Rejection, rejection } from '../core/kernel/rejection.ts';
import type { Head } from '../core/rulebook/chain.ts';
import { insertEvents, projectingIn } from './append.ts';
import { decodeEvent } from './event-types.ts';
import { readStreams } from './events.ts';
import { project } from './projections/all.ts';
import type { Reading } from './projections/projection.ts';
import type { Tables } from './tables.ts';
import { type Line, lineSchema, type Manifest, manifestSchema, transferDigest } from './transfer.ts';
import { verifyLog } from './verify.ts';

/** A fault of the file; it ends the restoring transaction, so that nothing of the file remains. */
export class RestoreFault extends Error {
  readonly rejection: Rejection;
  constructor(refusal: Rejection) {
    super(refusal.sentence);
    this.rejection = refusal;
  }
}

type EventLine = Extract<Line, { event: unknown }>['event'];

/** Restores exported lines into an empty record; throws {@link RestoreFault} naming the first line at fault. */
export async function restore(
  transaction: Transaction<Tables>,
  lines: AsyncIterable<string>,
  reading: Reading,
): Promise<{ readonly events: number }> {
  const head = await transaction.selectFrom('log_head').selectAll().forUpdate().executeTakeFirstOrThrow();
  if (head.position > 0) {
    const sentence = `The record holds ${head.position} events already; restore into an empty data folder or database.`;
    throw new RestoreFault(rejection('record-not-empty', sentence));
  }
  const { manifest, events, last } = await readLines(transaction, lines);
  if (events !== manifest.events)
    throw fault(last, `the manifest announces ${manifest.events} events, the file holds ${events}`);
  const verified = await verifyLog(transaction);
  if (!verified.ok) {
    const { stream, version, position } = verified;
    const sentence = `The file is not a true record: version ${version} of ${stream} (event ${position}) was ${verified.fault}.`;
    throw new RestoreFault(rejection('record-broken', sentence));
  }
  if (verified.streams !== manifest.streams)
    throw fault(1, `${manifest.streams} streams are announced, the file holds ${verified.streams}`);
  await project(await readStreams(transaction, '', null), projectingIn(transaction, reading, false));
  return { events };
}

async function readLines(transaction: Transaction<Tables>, lines: AsyncIterable<string>) {
  let number = 0;
  let manifest: Manifest | null = null;
  let digest: ReturnType<typeof transferDigest> | null = null;
  let ended = false;
  let events = 0;
  let batch: EventLine[] = [];
  const heads = new Map<string, Head>();
  const flush = async () => {
    await insertEvents(transaction, batch.map(rowOf), []);
    batch = [];
  };
  for await (const text of lines) {
    if (text === '' && ended) continue;
    number += 1;
    if (ended) throw fault(number, 'there is more after the closing digest');
    const json = parse(text, number);
    if (manifest === null || digest === null) {
      manifest = checked(manifestSchema, json, number, 'the manifest of a Proviso record');
      digest = transferDigest(manifest);
      continue;
    }
    const line = checked(
      lineSchema,
      json,
      number,
      'a rulebook, a confidential content, an event or the closing digest',
    );
    if ('end' in line) {
      if (line.end.digest !== digest.value())
        throw fault(number, 'the digest does not match the lines before it: the file was changed');
      ended = true;
      continue;
    }
    digest.add(text);
    if ('rulebook' in line) await keepRulebook(transaction, line.rulebook);
    if ('confidential' in line) {
      const { ownerParty: owner_party, ...content } = line.confidential;
      await transaction
        .insertInto('confidential_content')
        .values({ ...content, owner_party })
        .execute();
    }
    if ('event' in line) {
      const { event } = line;
      events += 1;
      if (event.position !== events)
        throw fault(number, `event ${events} is expected here, event ${event.position} stands here`);
      requireReadable(event, number);
      batch.push(event);
      heads.set(event.stream, { stream: event.stream, version: event.version, hash: event.hash });
      if (batch.length === 500) await flush();
    }
  }
  if (manifest === null) throw fault(1, 'the file is empty; expected the manifest of a Proviso record');
  if (!ended) throw fault(number, 'the file ends here, before its closing digest: it was cut off');
  await flush();
  await insertEvents(transaction, [], [...heads.values()]);
  await sql`update log_head set position = ${events}, recorded_at = coalesce((select max(recorded_at) from event), recorded_at)`.execute(
    transaction,
  );
  return { manifest, events, last: number };
}

/** Keeps a rulebook by digest; keeping it again changes nothing. */
export async function keepRulebook(
  db: Kysely<Tables>,
  rulebook: { digest: string; code: string; files: string },
): Promise<void> {
  await db
    .insertInto('rulebook')
    .values(rulebook)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function requireReadable(event: EventLine, number: number): void {
  try {
    decodeEvent(event.type, event.schema, event.data);
  } catch (error) {
    const first = error instanceof z.ZodError ? error.issues[0] : undefined;
    const what = first === undefined ? (error as Error).message : `${first.path.join('.')}: ${first.message}`;
    throw fault(number, `the event "${event.type}" cannot be read: ${what}`);
  }
}

function parse(text: string, number: number): unknown {
  // PostgreSQL keeps no NUL in a text.
  if (text.includes('\\u0000')) throw fault(number, 'it holds a NUL character');
  try {
    return JSON.parse(text);
  } catch {
    throw fault(number, 'it is not JSON; expected one JSON object on each line');
  }
}

function checked<T extends z.ZodType>(schema: T, json: unknown, number: number, expected: string): z.output<T> {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw fault(number, `it is not as expected; expected ${expected}`);
}

function fault(line: number, what: string): RestoreFault {
  return new RestoreFault(rejection('input-invalid', `Line ${line} of the record file: ${what}.`, { place: { line } }));
}

function rowOf({ recordedAt, previousHash, data, actor, ...row }: EventLine) {
  return {
    ...row,
    data: JSON.stringify(data),
    actor: JSON.stringify(actor),
    recorded_at: recordedAt,
    previous_hash: previousHash,
  };
}
