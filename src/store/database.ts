import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { RECORD_NEWS } from './append.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { migrate } from './migrations.ts';
import { NamingClient } from './prepared.ts';
import type { Tables } from './tables.ts';

/** Where a record is: a data folder with the embedded PostgreSQL, or a server of one's own. */
export type Place = { readonly data: string } | { readonly url: string };

/** What the running server tells the commands that join it: kept in `proviso.lock` of the data folder. */
export interface Running {
  readonly pid: number;
  /** `http://127.0.0.1:8010`; null until it listens. */
  readonly address: string | null;
}

/** An open database, migrated. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly url: string;
  /** Whether another Proviso serves the record, which this one joined. */
  readonly joined: Running | null;
  /** Says in the data folder where this server listens. */
  announce(address: string): Promise<void>;
  /** Calls back when any process has appended to the stream of the record itself: the clock may have moved. */
  heard(listener: () => Promise<void>): void;
  /** Resolves when the database is lost to us, with the sentence to end on. */
  readonly lost: Promise<string>;
  /** Ends it in order; or at once, where what is under way is rolled back. */
  stop(how?: 'in-order' | 'at-once'): Promise<void>;
}

/** Session-level advisory lock: the database itself knows the one server that serves it, and forgets a killed one. */
const SERVER_LOCK = 0x9e0515;
/** Attempts at it, 50 ms apart: PostgreSQL needs a moment to see that a killed server has gone. */
const PATIENCE = 20;

/**
 * Opens the record. A `server` wants it alone and is refused, by an Error of one sentence, when another serves it; a
 * `command` joins the one that runs, or holds the record for its own duration.
 */
export async function openDatabase(place: Place, as: 'server' | 'command'): Promise<Database> {
  const embedded = 'data' in place ? await startEmbedded(place.data) : null;
  const url = 'url' in place ? place.url : (embedded as Embedded).url;
  const lockFile = 'data' in place ? join(resolve(place.data), 'proviso.lock') : null;
  const keeper = new pg.Client({ connectionString: url, application_name: 'proviso' });
  // it may tell of its end twice: by what the server said last, and by the connection that broke
  const lost = new Promise<string>((settle) =>
    keeper.on('error', (error) => settle(`The database is gone: ${error.message}.`)),
  );
  let alone = false;
  let answered = Promise.resolve();
  try {
    await connect(keeper);
    await requireVersion(keeper, url);
    alone = await holdAlone(keeper, as === 'server' ? PATIENCE : 1);
    const running = alone ? null : await readRunning(lockFile);
    if (!alone && as === 'server') throw new Error(occupied(place, running));
    const db = kyselyOn(url);
    if (alone) await migrate(db);
    await keeper.query(`listen ${RECORD_NEWS}`);
    if (alone && lockFile !== null) await announce(lockFile, null);
    return {
      db,
      url,
      joined: alone ? null : (running ?? { pid: 0, address: null }),
      announce: async (address) => {
        if (alone && lockFile !== null) await announce(lockFile, address);
      },
      // A database that is gone says so by `lost`.
      heard: (listener) => {
        keeper.on('notification', () => {
          answered = answered.then(listener).catch(() => undefined);
        });
      },
      lost,
      stop: async (how = 'in-order') => {
        keeper.removeAllListeners('notification');
        if (how === 'in-order') {
          await answered;
          await db.destroy();
        }
        if (alone && lockFile !== null) await rm(lockFile, { force: true });
        if (how === 'in-order') await keeper.end().catch(() => undefined);
        if (alone) await embedded?.stop(how === 'at-once' || as === 'server' ? 'at-once' : 'when-idle');
      },
    };
  } catch (error) {
    await keeper.end().catch(() => undefined);
    if (alone) await embedded?.stop('when-idle');
    throw error;
  }
}

/** Kysely on a PostgreSQL, with the parsers that the tables rely on: whole numbers as numbers. */
export function kyselyOn(url: string): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 12,
    Client: NamingClient,
    application_name: 'proviso',
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format as 'text'),
    },
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // one that breaks while it is lent fails what it is asked next; unheard, it would end the program instead
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

async function connect(client: pg.Client): Promise<void> {
  await client.connect().catch((error: Error) => {
    throw new Error(`PostgreSQL cannot be reached: ${error.message || 'no answer'}.`, { cause: error });
  });
}

async function requireVersion(client: pg.Client, url: string): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (version < 15)
    throw new Error(`The PostgreSQL at ${new URL(url).host} is version ${version}; Proviso needs 15 or later.`);
}

async function holdAlone(client: pg.Client, attempts: number): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [SERVER_LOCK]);
  if (rows[0]?.held === true || attempts === 1) return rows[0]?.held === true;
  await pause(50);
  return holdAlone(client, attempts - 1);
}

async function announce(lockFile: string, address: string | null): Promise<void> {
  await writeFile(lockFile, `${JSON.stringify({ pid: process.pid, address } satisfies Running)}\n`, { mode: 0o600 });
}

async function readRunning(lockFile: string | null): Promise<Running | null> {
  if (lockFile === null) return null;
  const text = await readFile(lockFile, 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as Running);
}

function occupied(place: Place, running: Running | null): string {
  const what = 'data' in place ? `the data folder ${resolve(place.data)}` : 'the database of DATABASE_URL';
  const who =
    running === null ? '' : ` (process ${running.pid}${running.address === null ? '' : ` at ${running.address}`})`;
  return `Another Proviso${who} already serves ${what}: stop it first, or choose another place with --data.`;
}
