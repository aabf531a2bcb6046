import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { keepSending } from './app/notice/keep-sending.ts';
import { done, type Result, refuse } from './app/operation.ts';
import { operations } from './app/operations.ts';
import type { Ports, RecordStore, Rulebooks } from './app/ports.ts';
import { checkpointOverNews, checkpointWhenDue } from './app/record/checkpoint-when-due.ts';
import { instrumentsOf, loadDemonstration } from './app/record/load-demonstration.ts';
import { playAct } from './app/record/play-act.ts';
import { readingBy } from './app/record/reading.ts';
import { UnknownCode } from './app/unknown-code.ts';
import type { Printed, Runtime, ServeOptions, World } from './cli/command.ts';
import { commands } from './cli/commands.ts';
import { run } from './cli/run.ts';
import { rejection } from './core/kernel/rejection.ts';
import { actorOf, CLOCK } from './core/party/actor.ts';
import type { Case } from './core/rulebook/case.ts';
import type { Rulebook } from './core/rulebook/rulebook.ts';
import { documentsInWorker } from './format/reader.ts';
import { packFiles, unpackFiles } from './format/rulebook/files.ts';
import { casesOnDisk, rulebookFiles, SHIPPED_RULEBOOKS, shippedCodes } from './format/rulebook/load.ts';
import { readRulebook } from './format/rulebook/read-rulebook.ts';
import { type Database, openDatabase, type Place } from './store/database.ts';
import { type OpenRecord, openRecord } from './store/open-record.ts';
import { type LoadedRulebook, realClock, rulebooksOf, systemRandom } from './store/system.ts';

const CODE = 'sec';
const cases = casesOnDisk(new Map(operations.map(({ name, input }) => [name, input])));
/** One process reads for the whole program. */
const documents = documentsInWorker();
const DEMONSTRATION = join(SHIPPED_RULEBOOKS, 'cases', 'secmp0065');
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
  version: string;
};

/** The files of a rulebook are read once in the life of the process: it cannot change under a request. */
const shipped = new Map<string, Promise<LoadedRulebook>>();

async function shippedRulebook(code: string): Promise<LoadedRulebook> {
  const known = shipped.get(code);
  if (known !== undefined) return known;
  const codes = await shippedCodes();
  if (!codes.includes(code)) throw new UnknownCode(code, codes);
  const read = shipped.get(code) ?? readShipped(code);
  shipped.set(code, read);
  return read;
}

async function readShipped(code: string): Promise<LoadedRulebook> {
  const files = await rulebookFiles(join(SHIPPED_RULEBOOKS, code));
  return { rulebook: whole(readRulebook(files)), files: packFiles(files) };
}

async function everyShipped(): Promise<readonly Rulebook[]> {
  const codes = await shippedCodes();
  return (await Promise.all(codes.map(shippedRulebook))).map(({ rulebook }) => rulebook);
}

async function openRulebook(files: string): Promise<Rulebook> {
  return whole(readRulebook(unpackFiles(files)));
}

function whole(read: ReturnType<typeof readRulebook>): Rulebook {
  if (read.ok) return read.rulebook;
  throw new Error(read.faults.map((fault) => fault.sentence).join(' '));
}

/** How the events of the record are read by the rules that they pinned. */
const reading = readingBy(async ({ code, rulebook }, files) => {
  const current = (await shippedRulebook(code)).rulebook;
  const kept = current.digest === rulebook ? null : await files(rulebook);
  return kept === null ? current : openRulebook(kept);
}, everyShipped);

function portsOf({ store, clock }: OpenRecord): Ports {
  const rulebooks = rulebooksOf(store, shippedRulebook, openRulebook, everyShipped);
  return { store, clock, rulebooks, random: systemRandom, documents };
}

function placeOf(data: string | null): Place {
  const url = process.env.DATABASE_URL;
  return data === null && url !== undefined && url !== '' ? { url } : { data: data ?? 'data' };
}

async function demonstration(): Promise<{ case: Case; rulebook: Rulebook }> {
  const read = await cases.read(DEMONSTRATION);
  if (read.ok) return read;
  throw new Error(
    read.faults.map((fault) => `${fault.place?.file}:${fault.place?.line}: ${fault.sentence}`).join('\n'),
  );
}

/** How often a server looks whether a day has begun of which a checkpoint is due. */
const CHECKPOINT_EVERY_MS = 600_000;

/** Makes a record ready to be served: fills an empty one, and publishes a checkpoint over what came since the last. */
async function begin(ports: Ports, demo: { case: Case; rulebook: Rulebook } | null): Promise<void> {
  const life = await ports.store.read('record', null);
  if (life.length === 0) await fill(ports, demo);
  await checkpointOverNews(ports.store);
}

/** Puts the demonstration, up to and with its first act, or a real record's rulebook into a record that is empty. */
async function fill(ports: Ports, demo: { case: Case; rulebook: Rulebook } | null): Promise<void> {
  const { rulebook } = await shippedRulebook(CODE);
  await ports.rulebooks.current(CODE);
  if (demo !== null) {
    const loaded = await loadDemonstration(ports, demo.case, rulebook);
    const [first] = demo.case.acts;
    const raised = loaded.ok && first !== undefined ? await playAct(ports, operations, demo.case, first) : loaded;
    if (!raised.ok) throw new Error(raised.rejection.sentence);
    return;
  }
  const life = {
    stream: 'record',
    expectedVersion: 0,
    events: [{ type: 'rulebook-adopted', code: CODE, digest: rulebook.digest }],
  } as const;
  await ports.store.append([life, ...instrumentsOf(rulebook)], { actor: CLOCK, cause: 'begin-record' });
}

async function serve({ port, data, demo: asked }: ServeOptions): Promise<Result<Printed>> {
  // Loaded here, so that a command that serves nothing starts at once.
  const [
    { serve: listen },
    { default: pino },
    { openAccounts },
    { loadDemoAccounts },
    { openFeedTokens },
    { createWeb },
    { LEAVE_PATH, leaveToken },
    { readMailer },
    { webhookPoster },
  ] = await Promise.all([
    import('@hono/node-server'),
    import('pino'),
    import('./web/accounts/kept-accounts.ts'),
    import('./web/accounts/demo-accounts.ts'),
    import('./web/feeds/feed-tokens.ts'),
    import('./web/server.ts'),
    import('./web/notice/leave-token.ts'),
    import('./format/mail/mailer.ts'),
    import('./format/webhook/post.ts'),
  ]);
  const mail = readMailer(process.env.PROVISO_SMTP, process.env.PROVISO_MAIL_FROM);
  if (typeof mail === 'string') return refuse(rejection('input-invalid', mail));
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' });
  // Heard from here on: a signal that came while the record opens would end the process and leave PostgreSQL running.
  const stopped = Promise.race([told('SIGINT'), told('SIGTERM')]);
  const demo = asked ? await demonstration() : null;
  const database = await openDatabase(placeOf(data), 'server');
  const pool = accountsPool(database, 6);
  // Whatever fails from here on, the database is stopped and the folder is free again.
  try {
    const record = await openRecord(database, { startsAt: demo?.case.startsAt ?? null, ...reading });
    const ports = portsOf(record);
    await begin(ports, demo);
    const shown = record.clock.kind === 'case' ? (demo ?? (await demonstration())) : null;
    let answer: (request: Request) => Response | Promise<Response> = () =>
      new Response('Proviso is starting.', { status: 503, headers: { 'Retry-After': '1' } });
    const server = listen({ fetch: (request) => answer(request), port, hostname: '127.0.0.1' });
    await new Promise<void>((settle, fail) => server.once('listening', settle).once('error', fail));
    const baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
    const accounts = await openAccounts({ pool, baseUrl });
    if (shown !== null) await loadDemoAccounts(accounts, shown.case.accounts);
    const reached = (process.env.PROVISO_URL ?? baseUrl).replace(/\/+$/, '');
    const outbox = keepSending(
      ports,
      {
        baseUrl: reached,
        people: () => accounts.list(),
        leaveAddress: (person, scope) => `${reached}${LEAVE_PATH}${leaveToken(accounts.secret, { ...scope, person })}`,
        mail,
        post: webhookPoster(),
      },
      (fault) => log.error(fault),
    );
    const onFault = (fault: unknown) => log.error(fault);
    setInterval(() => void checkpointWhenDue(ports).catch(onFault), CHECKPOINT_EVERY_MS).unref();
    const web = await createWeb({
      ports,
      operations,
      accounts,
      feeds: await openFeedTokens(pool, accounts.secret),
      outbox,
      config: {
        baseUrl,
        version,
        demo: shown === null ? null : { title: shown.case.title, accounts: shown.case.accounts },
        onFault,
      },
    });
    answer = web.fetch;
    await database.announce(baseUrl);
    const what = shown === null ? '' : ` with the case ${shown.case.title}`;
    console.log(`Proviso is at ${baseUrl}${what} (Ctrl-C stops it)`);
    const why = await Promise.race([stopped, database.lost]);
    await outbox.stop();
    await new Promise((settle) => server.close(settle));
    return why === null ? done({ text: '', json: { stopped: true } }) : refuse(rejection('record-broken', why));
  } finally {
    await pool.end();
    await database.stop();
  }
}

/** Connections for accounts and sessions, whose library speaks to PostgreSQL by itself. */
function accountsPool({ url }: Database, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'proviso accounts' });
  // The database itself says when it is lost; a connection that breaks while idle is replaced by the pool.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function told(signal: NodeJS.Signals): Promise<null> {
  return new Promise((settle) => process.once(signal, () => settle(null)));
}

/** Told to stop while a command was at work. */
class Stopped extends Error {
  readonly exit: number;

  constructor(signal: NodeJS.Signals) {
    super(`stopped by ${signal === 'SIGINT' ? 'Ctrl-C' : signal}; what was not finished is not stored.`);
    this.exit = signal === 'SIGINT' ? 130 : 143;
  }
}

/**
 * Works on a database that is opened for it and stopped after it. A signal ends it at once, so that a transaction under
 * way is rolled back; the second signal is no longer waited for.
 */
async function onDatabase<T>(open: Promise<Database>, work: (database: Database) => Promise<T>): Promise<T> {
  const stopped = Promise.race((['SIGINT', 'SIGTERM'] as const).map((signal) => told(signal).then(() => signal)));
  const database = await open;
  let isStopping = false;
  const stop = stopped.then(async (signal): Promise<never> => {
    isStopping = true;
    await database.stop('at-once');
    throw new Stopped(signal);
  });
  // work that breaks because its database was stopped was stopped itself
  const worked = work(database).catch((fault: unknown) => (isStopping ? stop : Promise.reject(fault)));
  return Promise.race([stop, worked.finally(() => database.stop())]);
}

const withRecord: Runtime['withRecord'] = async (data, use, make = false) => {
  const place = placeOf(data);
  if (!make && 'data' in place && !existsSync(place.data)) {
    const sentence = `There is no record in "${place.data}"; "proviso serve --data DIR" makes one.`;
    return refuse(rejection('not-found', sentence));
  }
  return onDatabase(openDatabase(place, 'command'), async (database) => {
    const pool = accountsPool(database, 2);
    try {
      const record = await openRecord(database, { startsAt: null, ...reading });
      const actor = async (email: string) => {
        const { openAccounts } = await import('./web/accounts/kept-accounts.ts');
        const account = await (await openAccounts({ pool, baseUrl: 'http://localhost' })).byEmail(email);
        return account === null ? null : actorOf(account);
      };
      return done(await use({ ports: portsOf(record), actor }));
    } finally {
      await pool.end();
    }
  });
};

async function withThrowaway<T>(given: Case, use: (world: World) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-'));
  try {
    return await onDatabase(openDatabase({ data: folder }, 'server'), async (database) => {
      const ports = portsOf(await openRecord(database, { startsAt: given.startsAt, ...reading }));
      const actor = async (id: string) => {
        const account = given.accounts.find((one) => one.id === id || one.email === id);
        return account === undefined ? null : actorOf(account);
      };
      return await use({ ports, actor });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const shippedRulebooks: Rulebooks = {
  shipped: everyShipped,
  current: async (code) => (await shippedRulebook(code)).rulebook,
  byDigest: async () => {
    throw new Error('Only a record keeps the rulebooks of the past.');
  },
};

const noStore = new Proxy({} as RecordStore, {
  get: (_, wanted) => {
    throw new Error(`A command that opens no record asked it for "${String(wanted)}".`);
  },
});

const runtime: Runtime = {
  version,
  withRecord,
  withThrowaway,
  cases,
  recordless: {
    store: noStore,
    clock: realClock,
    rulebooks: shippedRulebooks,
    random: systemRandom,
    documents,
  },
  serve,
  write: (line) => process.stdout.write(`${line}\n`),
  progress: (line) => process.stderr.write(`${line}\n`),
};

try {
  const output = { out: (text: string) => console.log(text), error: (text: string) => console.error(text) };
  process.exitCode = await run(commands, process.argv.slice(2), runtime, output);
} catch (fault) {
  // What is left are broken disks, other people's servers and our own bugs: one sentence, and the trace only on demand.
  console.error(`proviso: ${fault instanceof Error ? fault.message : String(fault)}`);
  if (process.env.PROVISO_TRACE !== undefined) console.error(fault);
  process.exitCode = 1;
  // Whatever was at work is left as it is, and what it was at is rolled back.
  if (fault instanceof Stopped) process.exit(fault.exit);
}
