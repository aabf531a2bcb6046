import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { start, startWith } from './command.ts';
import { onceInRun, runFolder } from './run.ts';

const run = promisify(execFile);

/** A server that runs, as its own process. */
export interface Served {
  /** `http://localhost:40123`, as it printed it. */
  readonly address: string;
  readonly data: string;
  /** Everything that it printed so far. */
  readonly printed: () => string;
  /** Most memory that it has had so far, in MB; null where the system does not say. */
  readonly peak: () => Promise<number | null>;
  /** Ends it as a service manager does, and gives its exit code. */
  readonly stop: () => Promise<number | null>;
}

const running = new Set<ChildProcess>();
const folders: string[] = [];

/** A folder that is gone after the story. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-journey-'));
  folders.push(folder);
  return folder;
}

/**
 * Starts `proviso serve` on a free port and a data folder; settles once it has printed its address. Unless one is given
 * the folder is a copy of one that a first start has left, which is much sooner made than a first start.
 */
export async function serve(given: { readonly demo: boolean; readonly data?: string }): Promise<Served> {
  const data = given.data ?? (await begunFolder(given.demo));
  return startServer(data, given.demo);
}

/** Starts `proviso serve` on a database, such as that of a story's record, with further settings of its environment. */
export function serveDatabase(url: string, settings: NodeJS.ProcessEnv = {}): Promise<Served> {
  return started(startWith({ DATABASE_URL: url, ...settings }, 'serve', '--port', '0'), '');
}

async function begunFolder(demo: boolean): Promise<string> {
  const name = demo ? 'demonstration' : 'plain';
  const begun = join(runFolder(), name);
  await onceInRun(name, async () => {
    const { stop } = await startServer(begun, demo);
    await stop();
  });
  const data = join(await temporaryFolder(), 'data');
  // PostgreSQL's files keep the user to whom they belong.
  if (process.platform === 'win32') await cp(begun, data, { recursive: true });
  else await run('cp', ['-a', begun, data]);
  return data;
}

function startServer(data: string, demo: boolean): Promise<Served> {
  return started(start('serve', '--port', '0', '--data', data, ...(demo ? ['--demo'] : [])), data);
}

async function started(child: ChildProcess, data: string): Promise<Served> {
  running.add(child);
  const closed = once(child, 'close').finally(() => running.delete(child));
  let printed = '';
  const address = await new Promise<string>((settle, fail) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        printed += `${line}\n`;
        const found = /^Proviso is at (\S+)/.exec(line)?.[1];
        if (found !== undefined) settle(found);
      });
    }
    child.once('close', () => fail(new Error(`the server ended before it served: ${printed}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const [code] = await closed;
    return code as number | null;
  };
  const peak = async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    const kilobytes = /^VmHWM:\s*(\d+)/m.exec(status)?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  };
  return { address, data, printed: () => printed, peak, stop };
}

afterAll(async () => {
  await Promise.all(
    [...running].map(async (child) => {
      child.kill('SIGTERM');
      await once(child, 'close');
    }),
  );
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});
