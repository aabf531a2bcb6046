import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll } from 'vitest';
import { start } from './command.ts';

/** A server that runs, as its own process. */
export interface Served {
  /** `http://localhost:40123`, as it printed it. */
  readonly address: string;
  readonly data: string;
  /** Everything that it printed so far. */
  readonly printed: () => string;
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

/** Starts `proviso serve` on a free port and a data folder (a fresh one unless given); settles once it has printed its address. */
export async function serve(given: { readonly demo: boolean; readonly data?: string }): Promise<Served> {
  const data = given.data ?? join(await temporaryFolder(), 'data');
  const child = start('serve', '--port', '0', '--data', data, ...(given.demo ? ['--demo'] : []));
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
  return { address, data, printed: () => printed, stop };
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
