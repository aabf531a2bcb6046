import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cases } from '../../app/ports.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import type { ActInputs } from './check-acts.ts';
import { faultIn } from './fault.ts';
import type { Files } from './files.ts';
import { readFiles } from './files.ts';
import { partAt, plainOf } from './located.ts';
import { readCase } from './read-case.ts';
import { type ReadRulebook, readRulebook } from './read-rulebook.ts';

/** The rulebooks that come with the program. */
export const SHIPPED_RULEBOOKS = join(import.meta.dirname, '..', '..', '..', 'rulebook');

/** Codes whose rulebooks come with the program: the folders with a `rulebook.yaml`, in order of names. */
export async function shippedCodes(): Promise<readonly string[]> {
  const names = (await readdir(SHIPPED_RULEBOOKS)).toSorted();
  const found = await Promise.all(names.map((name) => isFile(join(SHIPPED_RULEBOOKS, name, 'rulebook.yaml'))));
  return names.filter((_, at) => found[at]);
}

/** The files of a rulebook's folder and of the calendars beside it, by path from the folder of rulebooks. */
export async function rulebookFiles(directory: string): Promise<Files> {
  const own = await yamlFiles(directory, '');
  const calendars = await yamlFiles(join(directory, '..', 'calendars'), 'calendars/');
  return new Map([...own, ...calendars]);
}

/** Reads a rulebook from its folder (`rulebook/sec`) and the calendars beside it. */
export async function loadRulebook(directory: string): Promise<ReadRulebook> {
  if (!(await isDirectory(directory))) return { ok: false, faults: [noFolder(directory, 'a rulebook')] };
  return readRulebook(await rulebookFiles(directory), directory);
}

/**
 * Reads a case from its folder; its rulebook is one of those in `rulebooks`, by the name that the case gives, and `from`
 * the folder in which it was found.
 */
export async function loadCase(
  directory: string,
  rulebooks: string = SHIPPED_RULEBOOKS,
  inputs?: ActInputs,
): ReturnType<Cases['read']> {
  if (!(await isDirectory(directory))) return { ok: false, faults: [noFolder(directory, 'a case')] };
  const files = await yamlFiles(directory, '');
  const own = new Map([...files].filter(([path]) => !path.includes('/')));
  const named = partAt(readFiles(own).located, ['rulebook']);
  const name = named === undefined ? 'sec' : String(plainOf(named));
  if (!/^[a-z0-9-]+$/.test(name)) {
    const sentence = `Found "${name}"; expected the name of a rulebook, such as sec.`;
    return { ok: false, faults: [faultIn(named?.file ?? '', named?.line ?? 1, 'rulebook', sentence)] };
  }
  const from = join(rulebooks, name);
  const read = await loadRulebook(from);
  if (!read.ok) return read;
  const result = readCase(files, read.rulebook, { folder: directory, ...(inputs !== undefined && { inputs }) });
  return result.ok ? { ...result, rulebook: read.rulebook, from } : result;
}

/** Cases on disk, whose acts are held to what the operations take. */
export function casesOnDisk(inputs: ActInputs): Cases {
  return { read: (directory, rulebooks) => loadCase(directory, rulebooks, inputs) };
}

async function yamlFiles(directory: string, prefix: string): Promise<Files> {
  if (!(await isDirectory(directory))) return new Map();
  const names = await readdir(directory, { recursive: true });
  const wanted = names.filter((name) => /\.ya?ml$/.test(name)).map((name) => name.replaceAll('\\', '/'));
  const texts = await Promise.all(wanted.map((name) => readFile(join(directory, name), 'utf8')));
  return new Map(wanted.map((name, index) => [`${prefix}${name}`, texts[index] ?? '']));
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function noFolder(directory: string, what: string): Rejection {
  return faultIn(directory, 1, '', `There is no folder ${directory}; expected the folder of ${what}.`);
}
