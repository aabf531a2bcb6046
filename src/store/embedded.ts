import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, embeddedBinaries } from './embedded-binaries.ts';
import { commandAs, type RunAs, runAs } from './embedded-user.ts';

const USER = 'proviso';
const POLL_MS = 10;
const START_LIMIT_MS = 60_000;
/** Durability is not for a configuration file to switch off: settings given here outrank every file. */
const PINNED = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '60',
  log_timezone: 'UTC',
} as const;

/** A running embedded PostgreSQL. */
export interface Embedded {
  /** Connection to its database `proviso`. */
  readonly url: string;
  readonly pid: number;
  /** Ends it: `at-once` ends other sessions, `when-idle` lets those who joined finish. */
  stop(how: 'at-once' | 'when-idle'): Promise<void>;
}

/**
 * Starts PostgreSQL in `folder/postgres`, made on first use, or adopts the one that a killed server left running there.
 * It listens on 127.0.0.1 alone, under a random password that only the owner of the folder can read. Throws an Error of
 * one sentence when the folder cannot be used.
 */
export async function startEmbedded(folder: string): Promise<Embedded> {
  const home = resolve(folder);
  const cluster = join(home, 'postgres');
  const binaries = await embeddedBinaries();
  await mkdir(home, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const as = runAs([dirname(binaries.postgres), home]);
  const password = await passwordOf(home);
  if (!existsSync(cluster)) await initialise(binaries, home, cluster, password, as);
  const until = performance.now() + START_LIMIT_MS;
  for (;;) {
    const running = await postmaster(cluster);
    if (running !== null && !(await isFolder(running.folder, cluster)))
      throw new Error(
        `${cluster} is a copy of ${running.folder}, whose PostgreSQL runs, or was moved from there: stop that first.`,
      );
    const pid = running === null ? await launch(binaries, home, cluster, as) : running.pid;
    const port = pid === null ? null : await portWhenReady(cluster, pid, until);
    if (pid !== null && port !== null)
      return { url: await ownDatabase(port, password), pid, stop: stopper(pid, cluster) };
    if (performance.now() > until)
      throw new Error(`PostgreSQL did not start in ${cluster}; see ${join(home, 'postgres.log')}.`);
    // The memory of a PostgreSQL that was killed is given back only when its last process has noticed.
    await pause(POLL_MS * 10);
  }
}

async function passwordOf(home: string): Promise<string> {
  const path = join(home, 'postgres.password');
  await writeFile(path, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw new Error(`The data folder ${home} cannot be written: ${error.message}.`);
    },
  );
  return readFile(path, 'utf8');
}

/** Makes the cluster beside its place and moves it there, so that a killed first start leaves nothing half made. */
async function initialise(
  binaries: Binaries,
  home: string,
  cluster: string,
  password: string,
  as: RunAs,
): Promise<void> {
  const draft = join(home, `postgres.new-${process.pid}`);
  const secret = join(home, `postgres.new-${process.pid}.password`);
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(secret, password, { mode: 0o600 });
    const { ids } = as;
    if (ids !== null) await Promise.all([draft, secret].map((path) => chown(path, ids.uid, ids.gid)));
    const settings = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    const access = [`--username=${USER}`, `--pwfile=${secret}`, '--auth=scram-sha-256', '--no-instructions'];
    const initdb = commandAs(as, binaries.initdb, [`--pgdata=${draft}`, ...settings, ...access]);
    const made = spawnSync(initdb.command, initdb.args, { ...initdb.options, encoding: 'utf8' });
    if (made.status !== 0) {
      throw new Error(`PostgreSQL could not prepare ${cluster}: ${(made.stderr ?? String(made.error)).trim()}`);
    }
    await rename(draft, cluster).catch((error: unknown) => {
      if (!existsSync(cluster)) throw error;
    });
  } finally {
    await Promise.all([rm(draft, { recursive: true, force: true }), rm(secret, { force: true })]);
  }
}

/** Starts the process and gives its id once it is up, or null when it ended at once. */
async function launch(binaries: Binaries, home: string, cluster: string, as: RunAs): Promise<number | null> {
  const log = await open(join(home, 'postgres.log'), 'a', 0o600);
  const settings = Object.entries({ ...PINNED, port: String(await freePort()) }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  // Detached: a Ctrl-C in the terminal reaches Proviso alone, which then stops PostgreSQL in order.
  const { command, args, options } = commandAs(as, binaries.postgres, ['-D', cluster, ...settings]);
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', log.fd, log.fd] });
  const failed = new Promise<null>((settle) =>
    child.once('error', () => settle(null)).once('exit', () => settle(null)),
  );
  await log.close();
  child.unref();
  for (;;) {
    const state = await Promise.race([failed, pause(POLL_MS, 'waiting' as const)]);
    if (state === null) return null;
    if ((await postmaster(cluster))?.pid === child.pid) return child.pid ?? null;
  }
}

interface Postmaster {
  readonly pid: number;
  /** The cluster that it runs on. */
  readonly folder: string;
  readonly port: number;
  readonly ready: boolean;
}

/** What `postmaster.pid` says of a PostgreSQL that is alive in the cluster; null when none is. */
async function postmaster(cluster: string): Promise<Postmaster | null> {
  const path = join(cluster, 'postmaster.pid');
  const lines = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (!(await isPostgres(pid))) {
    // A process id that now belongs to another program would keep PostgreSQL from starting.
    if (isAlive(pid)) await rm(path, { force: true });
    return null;
  }
  return { pid, folder: lines[1] ?? '', port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Whether a path leads to a folder. */
async function isFolder(path: string, folder: string): Promise<boolean> {
  const [one, other] = await Promise.all([path, folder].map((each) => realpath(each).catch(() => each)));
  return one === other;
}

async function portWhenReady(cluster: string, pid: number, until: number): Promise<number | null> {
  while (performance.now() < until) {
    const state = await postmaster(cluster);
    if (state?.pid !== pid) return null;
    if (state.ready) return state.port;
    await pause(POLL_MS);
  }
  return null;
}

/** The address of the database `proviso`, which is made when it does not exist. */
async function ownDatabase(port: number, password: string): Promise<string> {
  const server = `postgres://${USER}:${password}@127.0.0.1:${port}`;
  const client = new pg.Client(`${server}/postgres`);
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'proviso'");
    if (rowCount === 0) await client.query('create database proviso');
  } catch (error) {
    // 42P04, 23505: another process made it in between.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
  return `${server}/proviso`;
}

function stopper(pid: number, cluster: string): Embedded['stop'] {
  return async (how) => {
    if ((await postmaster(cluster))?.pid !== pid) return;
    process.kill(pid, how === 'at-once' ? 'SIGINT' : 'SIGTERM');
    while (isAlive(pid) && (await postmaster(cluster)) !== null) await pause(POLL_MS);
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the process is a PostgreSQL, as far as the system lets one see. */
async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return command === null ? !existsSync('/proc/self') : command.split('\0')[0]?.endsWith('postgres') === true;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((settle, fail) => {
    probe.once('error', fail).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => settle(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
