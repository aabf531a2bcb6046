import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/store/embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what the stories of one run share and none of them changes; gone after the run. */
    runFolder: string;
  }
}

/** Gives the run its folder; what a run starts on first use, and keeps in it, is stopped when the run ends. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-run-'));
  // PostgreSQL may run as another user.
  await chmod(folder, 0o711);
  project.provide('runFolder', folder);
  return async () => {
    if (existsSync(clusterOf(folder))) await (await startEmbedded(clusterOf(folder))).stop('at-once');
    const named = namedServer();
    if (named !== null) await dropTemplates(named, folder);
    await rm(folder, { recursive: true, force: true });
  };
}

const namedServer = () => process.env.DATABASE_URL || null;
const clusterOf = (folder: string) => join(folder, 'server');

/** The folder of the run that this worker belongs to. */
export function runFolder(): string {
  return inject('runFolder');
}

let server: Promise<string> | null = null;

/** The PostgreSQL of the run: the one that `DATABASE_URL` names, else an embedded one, which the first who asks starts. */
export function runServer(): Promise<string> {
  const named = namedServer();
  if (named !== null) return Promise.resolve(named);
  server ??= startEmbedded(clusterOf(runFolder())).then(({ url }) => url);
  return server;
}

/** Does one statement on the PostgreSQL of the run. */
export async function onServer(statement: string): Promise<void> {
  await withClient(await runServer(), (client) => client.query(statement));
}

/** Makes something that stories copy, once in the run, whichever worker asks first; the others wait until it is made. */
export async function onceInRun(name: string, make: () => Promise<void>): Promise<void> {
  const made = join(runFolder(), `${name}.made`);
  if (existsSync(made)) return;
  await withClient(await runServer(), async (client) => {
    // Held by the session: the database forgets a worker that was killed.
    await client.query('select pg_advisory_lock(hashtext($1))', [made]);
    if (existsSync(made)) return;
    await make();
    await writeFile(made, '');
  });
}

/** The name of a database from which stories are copied. */
export function templateName(name: string): string {
  return `proviso_template_${runId(runFolder())}_${name}`;
}

function runId(folder: string): string {
  return Buffer.from(basename(folder)).toString('hex').slice(-12);
}

async function dropTemplates(url: string, folder: string): Promise<void> {
  await withClient(url, async (client) => {
    const like = `proviso\\_template\\_${runId(folder)}\\_%`;
    const { rows } = await client.query('select datname from pg_database where datname like $1', [like]);
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  });
}

async function withClient(url: string, use: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
