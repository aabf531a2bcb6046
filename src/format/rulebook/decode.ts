import type { z } from 'zod';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { describe, faultAt, faultIn, oneOf } from './fault.ts';
import type { ReadFiles } from './files.ts';
import { type Located, type Path, partAt, plainOf, writePath } from './located.ts';
import { keysAt, optionsAt } from './schema-walk.ts';

type Issue = z.core.$ZodIssue;

/** The value of a schema, or every fault. */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Rejection[] };

/**
 * The value of files through a schema, and `check` of what no schema of one part can see; or every fault, each with
 * file, line and field. When a file could not be read, what may be missing only for that reason is not told.
 */
export function decodeFiles<S extends z.ZodType>(
  { located, faults, whole, folder }: ReadFiles,
  schema: S,
  check: (located: Located) => readonly Rejection[],
): Decoded<z.output<S>> {
  const parsed = schema.safeParse(plainOf(located));
  const issues = parsed.success ? [] : parsed.error.issues;
  const told = whole ? issues : issues.filter((issue) => partAt(located, pathOf(issue)) !== undefined);
  const all = [
    ...faults,
    ...told.flatMap((issue) => missingIn(folder, issue, schema, located) ?? faultsOf(issue, schema, located, [])),
    ...(whole ? check(located) : []),
  ];
  return parsed.success && all.length === 0 ? { ok: true, value: parsed.data } : { ok: false, faults: inOrder(all) };
}

/**
 * The faults of a value that stands for the part at a path, in the terms of its own schema. Those under a first step that
 * is not `wanted` are left out.
 */
export function faultsOfPart(
  value: unknown,
  schema: z.ZodType,
  located: Located,
  path: Path,
  wanted: (step: string | number) => boolean,
): readonly Rejection[] {
  const parsed = schema.safeParse(value);
  const part = partAt(located, path);
  if (parsed.success || part === undefined) return [];
  const issues = parsed.error.issues.filter((issue) => pathOf(issue).slice(0, 1).every(wanted));
  return issues
    .flatMap((issue) => faultsOf(issue, schema, part, []))
    .map(({ sentence, place }) => {
      const field = [writePath(path), place?.field].filter(Boolean).join('.');
      return faultIn(place?.file ?? part.file, place?.line ?? part.line, field, sentence);
    });
}

/** A key of a map that several files give together, and none of them has: no one file is to blame. */
function missingIn(folder: string, issue: Issue, schema: z.ZodType, located: Located): Rejection | null {
  const path = pathOf(issue);
  const around = partAt(located, path.slice(0, -1));
  if (issue.code !== 'invalid_type' || around?.kind !== 'map' || around.shared !== true) return null;
  if (partAt(located, path) !== undefined) return null;
  const sentence = `No file of the folder ${folder} gives "${writePath(path)}"; expected ${expectedBy(issue, path, schema)}.`;
  return faultIn(folder, 1, writePath(path), sentence);
}

function faultsOf(issue: Issue, schema: z.ZodType, located: Located, above: Path): Rejection[] {
  const path = [...above, ...pathOf(issue)];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, schema, located));
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a))[0] ?? [];
    if (depthOf(closest) > 0) return closest.flatMap((inner) => faultsOf(inner, schema, located, path));
  }
  const part = partAt(located, path);
  const found = part === undefined ? undefined : plainOf(part);
  return [faultAt(located, path, sentenceOf(issue, path, found, schema))];
}

/** By file and line, as a person mends them. */
function inOrder(faults: readonly Rejection[]): readonly Rejection[] {
  const fileOf = (fault: Rejection) => fault.place?.file ?? '';
  return faults.toSorted((a, b) => fileOf(a).localeCompare(fileOf(b)) || (a.place?.line ?? 0) - (b.place?.line ?? 0));
}

function pathOf(issue: Issue): Path {
  return issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

/** How far into the value the deepest issue of a branch lies: the branch that was meant. */
function depthOf(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function unknownKey(key: string, path: Path, schema: z.ZodType, located: Located): Rejection {
  const map = partAt(located, path);
  const entry = map?.kind === 'map' ? map.entries.get(key) : undefined;
  const known = keysAt(schema, path, located);
  const expected = known.length === 0 ? 'no such key' : oneOf(known);
  const sentence = `Found the unknown key "${key}"; expected ${expected}.`;
  if (entry === undefined) return faultAt(located, path, sentence);
  return faultIn(entry.file, entry.line, writePath([...path, key]), sentence);
}

function sentenceOf(issue: Issue, path: Path, found: unknown, schema: z.ZodType): string {
  if (issue.code === 'custom')
    return /expected/.test(issue.message) ? sentence(issue.message) : `${sentence(issue.message)}`;
  const what = found === undefined ? 'Missing' : `Found ${describe(found)}`;
  return `${what}; expected ${expectedBy(issue, path, schema)}.`;
}

function expectedBy(issue: Issue, path: Path, schema: z.ZodType): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'invalid_format':
      return issue.message.replace(/^expected /, '');
    case 'invalid_union':
      return oneOf(optionsAt(schema, path).concat(issue.errors.flat().map((inner) => expectedBy(inner, path, schema))));
    case 'too_small':
      return issue.origin === 'number'
        ? `at least ${issue.minimum}`
        : issue.origin === 'array'
          ? 'at least one'
          : 'some text';
    case 'too_big':
      return `at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys',
  record: 'a map of keys',
  null: 'nothing',
};

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${message.endsWith('.') ? '' : '.'}`;
}
