import { createHash } from 'node:crypto';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { describe, faultAt } from './fault.ts';
import { type Located, merge, plainOf, writePath } from './located.ts';
import { readYaml } from './read-yaml.ts';

/** Texts of files by their path inside the folder, with `/` between its parts. */
export type Files = ReadonlyMap<string, string>;

/** SHA-256 (hex) over the paths and texts in the order of the paths. */
export function digestOf(files: Files): string {
  const hash = createHash('sha256');
  for (const [path, text] of inOrder(files)) hash.update(JSON.stringify([path, text]));
  return hash.digest('hex');
}

/** The files as one JSON text, for the record to keep. */
export function packFiles(files: Files): string {
  return JSON.stringify(Object.fromEntries(inOrder(files)));
}

/** The files of {@link packFiles}. Throws SyntaxError on a text that it did not write: that is a broken record. */
export function unpackFiles(packed: string): Files {
  const parsed: unknown = JSON.parse(packed);
  if (typeof parsed !== 'object' || parsed === null) throw new SyntaxError('not the files of a rulebook');
  return new Map(Object.entries(parsed).map(([path, text]) => [path, String(text)]));
}

/** What files come to. `whole` is false when a file could not be read at all, so that what it holds is missing. */
export interface ReadFiles {
  readonly located: Located;
  readonly faults: readonly Rejection[];
  readonly whole: boolean;
  /** The folder that they come from, as a person named it. */
  readonly folder: string;
}

/**
 * One value from many files, in the order of their paths. `wrap` puts the value of a file under another key, for files
 * that are one item of a list.
 */
export function readFiles(
  files: Files,
  folder = '.',
  wrap: (path: string, located: Located) => Located = (_, located) => located,
): ReadFiles {
  let whole = true;
  const faults: Rejection[] = [];
  let located: Located = { kind: 'map', file: inOrder(files)[0]?.[0] ?? '', line: 1, entries: new Map() };
  for (const [path, text] of inOrder(files)) {
    const read = readYaml(path, text);
    faults.push(...read.faults);
    if (read.map === null) {
      whole = false;
      continue;
    }
    located = merge(located, wrap(path, read.map), (at, second) => {
      const sentence = `Found ${describe(plainOf(second))}, but another file gives ${writePath(at)} too; expected it once.`;
      faults.push(faultAt(second, [], sentence));
    });
  }
  return { located, faults, whole, folder };
}

function inOrder(files: Files): [string, string][] {
  return [...files].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
