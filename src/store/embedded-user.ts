import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

/** How a program of PostgreSQL is started: what is put before it, and as whom. */
export interface RunAs {
  readonly prefix: readonly string[];
  /** Null when PostgreSQL runs as the user who runs Proviso. */
  readonly ids: { readonly uid: number; readonly gid: number } | null;
}

/**
 * PostgreSQL refuses to run as root, so root runs it as the user `postgres`, which is made when it does not exist.
 * Where that user cannot enter one of the folders (a clone under /root), it is let in by one capability of the process
 * alone, and no folder's mode is changed. Throws an Error of one sentence, with what to do, when that is not possible.
 */
export function runAs(folders: readonly string[]): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [], ids: null };
  const ids = postgresUser() ?? makePostgresUser();
  const plain = { prefix: [], ids };
  const closed = folders.find((folder) => !enters(plain, folder));
  if (closed === undefined) return plain;
  const raised = ['dac_read_search', 'dac_override'].map((capability) => withCapability(ids, capability));
  const able = raised.find((as) => folders.every((folder) => enters(as, folder)));
  if (able !== undefined) return able;
  const barred = firstBarred(plain, closed);
  throw new Error(
    `The user "postgres", as whom root runs PostgreSQL, cannot enter ${barred}: allow it with "chmod o+x ${barred}", ` +
      'choose a folder elsewhere, or name a server of your own in DATABASE_URL.',
  );
}

/** The command line and options by which a program runs as that user. */
export function commandAs(as: RunAs, program: string, args: readonly string[]) {
  const [command = program, ...rest] = [...as.prefix, program, ...args];
  // Started from a folder that every user can enter.
  const options = { cwd: '/', ...(as.prefix.length === 0 ? as.ids : null) };
  return { command, args: rest, options };
}

function withCapability(ids: { uid: number; gid: number }, capability: string): RunAs {
  const only = `-all,+${capability}`;
  const flags = [`--reuid=${ids.uid}`, `--regid=${ids.gid}`, '--clear-groups'];
  // Without the secure bit, access(2), by which PostgreSQL finds its own programs, would not see the capability.
  const rights = ['--securebits=+no_setuid_fixup', `--inh-caps=${only}`, `--ambient-caps=${only}`];
  return { prefix: ['setpriv', ...flags, ...rights], ids };
}

function enters(as: RunAs, folder: string): boolean {
  const { command, args, options } = commandAs(as, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder]);
  return spawnSync(command, args, { ...options, stdio: 'ignore' }).status === 0;
}

function firstBarred(as: RunAs, folder: string): string {
  const above = dirname(folder);
  return above === folder || enters(as, above) ? folder : firstBarred(as, above);
}

function postgresUser(): { uid: number; gid: number } | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function makePostgresUser(): { uid: number; gid: number } {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
  const made = postgresUser();
  if (made !== null) return made;
  throw new Error(
    'PostgreSQL does not run as root and the user "postgres" could not be made: make it, or run Proviso as another user.',
  );
}
