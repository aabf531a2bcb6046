import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { openRecord } from '../../src/store/open-record.ts';
import { start } from '../support/command.ts';

const WRITER = fileURLToPath(new URL('../support/writer.ts', import.meta.url));
const standingOf = async () => ({ stage: 'vote', status: 'open' });

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-killed-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A writer that has acknowledged so many events, and may have written more since. */
async function writerAfter(events: number): Promise<{ writer: ChildProcess; acknowledged: () => number }> {
  const writer = spawn(process.execPath, [WRITER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = 0;
  const lines = createInterface({ input: writer.stdout as NodeJS.ReadableStream });
  const enough = new Promise<void>((settle, fail) => {
    lines.on('line', (line) => {
      last = Number(line);
      if (last === events) settle();
    });
    writer.once('exit', () => fail(new Error('the writer ended early')));
  });
  await enough;
  return { writer, acknowledged: () => last };
}

async function killed(writer: ChildProcess): Promise<void> {
  const gone = once(writer, 'close');
  writer.kill('SIGKILL');
  await gone;
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** Opens the record again, as a second start does, and looks at what it holds. */
async function reopened() {
  const database = await openDatabase({ data: folder }, 'server');
  try {
    const { store } = await openRecord(database, { startsAt: null, standingOf });
    const verified = await store.verify();
    return {
      versions: (await store.read('facts/killed', null)).map((one) => one.version),
      verified,
      pid: await postmasterPid(),
    };
  } finally {
    await database.stop();
  }
}

describe('a server that is killed', () => {
  test('loses nothing that was acknowledged when its PostgreSQL is killed with it', async () => {
    const { writer, acknowledged } = await writerAfter(40);
    process.kill(await postmasterPid(), 'SIGKILL');
    await killed(writer);
    const { versions, verified } = await reopened();
    expect(versions.length).toBeGreaterThanOrEqual(acknowledged());
    expect(versions).toEqual(versions.map((_, index) => index + 1));
    expect(verified).toMatchObject({ ok: true, events: versions.length });
  });

  test('leaves a PostgreSQL that the next start adopts with all that was acknowledged', async () => {
    const { writer, acknowledged } = await writerAfter(40);
    const pid = await postmasterPid();
    await killed(writer);
    const again = await reopened();
    expect(again.pid).toBe(pid);
    expect(again.versions.length).toBeGreaterThanOrEqual(acknowledged());
    expect(again.verified).toMatchObject({ ok: true });
    await expect(readFile(join(folder, 'postgres', 'postmaster.pid'))).rejects.toThrow('ENOENT');
  });
});

test('a server that is told to end while it opens its record ends in order, and leaves no PostgreSQL', async () => {
  const child = start('serve', '--port', '0', '--data', folder);
  const closed = once(child, 'close');
  while (!existsSync(join(folder, 'proviso.lock'))) await pause(5);
  child.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
});

describe('a second server on a data folder', () => {
  test('is refused with a sentence that names the first, and a command joins it', async () => {
    const { writer } = await writerAfter(1);
    await expect(openDatabase({ data: folder }, 'server')).rejects.toThrow(
      `Another Proviso (process ${writer.pid} at http://127.0.0.1:1) already serves the data folder ${folder}: stop it first, or choose another place with --data.`,
    );
    const joined = await openDatabase({ data: folder }, 'command');
    expect(joined.joined).toEqual({ pid: writer.pid, address: 'http://127.0.0.1:1' });
    const { store } = await openRecord(joined, { startsAt: null, standingOf });
    expect((await store.read('facts/killed', null)).length).toBeGreaterThan(0);
    await store.close();
    expect(writer.exitCode).toBeNull();
    await killed(writer);
    await reopened();
  });

  test('finds a copy of the folder no folder of its own while the first runs', async () => {
    const first = await openDatabase({ data: folder }, 'server');
    const copy = `${folder}-copy`;
    try {
      await promisify(execFile)('cp', ['-a', folder, copy]);
      await expect(openDatabase({ data: copy }, 'server')).rejects.toThrow(
        `${join(copy, 'postgres')} is a copy of ${join(folder, 'postgres')}, whose PostgreSQL runs, or was moved from there: stop that first.`,
      );
    } finally {
      await first.stop();
      await rm(copy, { recursive: true, force: true });
    }
  });

  test('is refused on one database of an own server too', async () => {
    const first = await openDatabase({ data: folder }, 'server');
    await expect(openDatabase({ url: first.url }, 'server')).rejects.toThrow(
      'already serves the database of DATABASE_URL',
    );
    await first.stop();
  });
});
