import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { afterAll } from 'vitest';
import type { Context } from '../../src/app/operation.ts';
import type { Clock, Ports, RecordStore, Rulebooks } from '../../src/app/ports.ts';
import { dayOfInstant, type Instant, instant } from '../../src/core/kernel/instant.ts';
import type { ProposalEvent } from '../../src/core/modification/proposal.ts';
import type { Actor } from '../../src/core/party/actor.ts';
import { documentFormats } from '../../src/format/document-formats.ts';
import { kyselyOn } from '../../src/store/database.ts';
import { type Embedded, startEmbedded } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrations.ts';
import { openRecord } from '../../src/store/open-record.ts';
import type { StandingOf } from '../../src/store/projections/projection.ts';
import { systemRandom } from '../../src/store/system.ts';
import type { Tables } from '../../src/store/tables.ts';

/** A record in a database of its own. */
export interface TestRecord {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly ports: Ports;
  readonly db: Kysely<Tables>;
  readonly url: string;
  /** A context of an operation at the clock's present instant. */
  as(actor: Actor): Context;
}

interface Options {
  /** Where its case clock starts; null: the real clock. */
  readonly startsAt?: Instant | null;
  readonly rulebooks?: Rulebooks;
  readonly standingOf?: StandingOf;
}

let server: Promise<{ url: string; embedded: Embedded | null; folder: string | null }> | null = null;

/**
 * Runs a story on a record of its own: a fresh database of a PostgreSQL that this test file starts in a temporary
 * folder on first use (or of the server that `DATABASE_URL` names), dropped afterwards.
 * The first call of a file takes seconds: such tests stand in `test/journeys/`.
 */
export async function withRecord<T>(story: (record: TestRecord) => Promise<T>, options: Options = {}): Promise<T> {
  server ??= startServer();
  const { url } = await server;
  const name = `proviso_test_${randomBytes(8).toString('hex')}`;
  await onServer(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const db = kyselyOn(own.href);
  try {
    await migrate(db);
    const startsAt = options.startsAt === undefined ? instant('2018-10-05T08:00:00Z') : options.startsAt;
    const { store, clock } = await openRecord(
      { db, stop: async () => undefined, heard: () => undefined },
      { startsAt, standingOf: options.standingOf ?? plainStanding },
    );
    const rulebooks = options.rulebooks ?? noRulebooks;
    const ports = { store, clock, random: systemRandom, rulebooks, documents: documentFormats };
    const as = (actor: Actor): Context => ({ ports, actor, now: clock.now(), today: dayOfInstant(clock.now()) });
    return await story({ store, clock, ports, db, url: own.href, as });
  } finally {
    await db.destroy();
    await onServer(url, `drop database ${name} with (force)`);
  }
}

/** The standing as the events alone tell it, for stories that need no profile. */
const plainStanding: StandingOf = async (history: readonly ProposalEvent[]) => {
  const closed = history.find((event) => event.type === 'proposal-closed');
  const steps = history.flatMap((event) => ('step' in event ? [event.step] : []));
  return { stage: closed?.title ?? steps.at(-1) ?? 'raised', status: closed === undefined ? 'open' : 'closed' };
};

const noRulebooks: Rulebooks = {
  current: async (code) => {
    throw new Error(`the story gave no rulebook for ${code}`);
  },
  byDigest: async (digest) => {
    throw new Error(`the story gave no rulebook of digest ${digest}`);
  },
};

async function startServer() {
  const named = process.env.DATABASE_URL;
  if (named !== undefined && named !== '') return { url: named, embedded: null, folder: null };
  const folder = await mkdtemp(join(tmpdir(), 'proviso-test-'));
  const embedded = await startEmbedded(join(folder, 'data'));
  return { url: embedded.url, embedded, folder };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

afterAll(async () => {
  const started = await server;
  await started?.embedded?.stop('at-once');
  if (started?.folder) await rm(started.folder, { recursive: true, force: true });
});
