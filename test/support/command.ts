import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Rejection } from '../../src/core/kernel/rejection.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** A story starts many processes: what the first has compiled need not be compiled again. */
const COMPILED = join(ROOT, 'node_modules', '.cache', 'proviso-compiled');

/** What a command came to. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Starts the program as a person at a terminal does, in the root of the project, without their settings. */
export function start(...words: readonly string[]): ChildProcess {
  return startWith({}, ...words);
}

/** Starts the program with settings of its own: `{ DATABASE_URL: … }`. */
export function startWith(settings: NodeJS.ProcessEnv, ...words: readonly string[]): ChildProcess {
  const { DATABASE_URL: _, PORT: __, ...own } = process.env;
  const env = { ...own, NODE_COMPILE_CACHE: COMPILED, ...settings };
  return spawn(process.execPath, ['src/main.ts', ...words], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a command to its end. */
export async function proviso(...words: readonly string[]): Promise<Ran> {
  const child = start(...words);
  const read = (stream: ChildProcess['stdout']) => (stream === null ? '' : text(stream));
  const [out, error, [code]] = await Promise.all([read(child.stdout), read(child.stderr), once(child, 'close')]);
  return { code, out, error };
}

/** Runs a command with `--json` and gives what it printed. Throws with what it said when it did not end well. */
// biome-ignore lint/suspicious/noExplicitAny: each story reads the answer that it asked for.
export async function json(...words: readonly string[]): Promise<any> {
  const { code, out, error } = await proviso(...words, '--json');
  if (code !== 0) throw new Error(`proviso ${words.join(' ')} ended with ${code}: ${error}`);
  return JSON.parse(out);
}

/** Runs a command that is refused, and gives its exit code and the refusal as JSON. */
export async function refused(...words: readonly string[]): Promise<Rejection & { readonly exit: number | null }> {
  const { code, out, error } = await proviso(...words, '--json');
  if (code === 0) throw new Error(`proviso ${words.join(' ')} was not refused: ${out}`);
  return { ...(JSON.parse(error) as Rejection), exit: code };
}
