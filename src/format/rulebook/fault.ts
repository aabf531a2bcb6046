import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { type Located, nearest, type Path, writePath } from './located.ts';

/** A fault of an input, told with its place. */
export function faultAt(located: Located, path: Path, sentence: string): Rejection {
  const { file, line } = nearest(located, path);
  return faultIn(file, line, writePath(path), sentence);
}

/** A fault of an input in a file. */
export function faultIn(file: string, line: number, field: string, sentence: string): Rejection {
  return rejection('input-invalid', sentence, { place: { file, line, ...(field === '' ? {} : { field }) } });
}

/** What was found, as a sentence says it: `"oops"`, `the number 5`, `a list`. */
export function describe(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 57)}...` : value}"`;
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `${value}`;
  return Array.isArray(value) ? 'a list' : 'a map of keys';
}

/** `a, b or c`, cut short where it would be long. */
export function oneOf(names: Iterable<string>): string {
  const all = [...new Set(names)];
  const shown = all.slice(0, 12);
  if (all.length > shown.length) return `${shown.join(', ')} or one of ${all.length - shown.length} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}
