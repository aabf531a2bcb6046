import { z } from 'zod';
import { rejection } from '../core/kernel/rejection.ts';
import { done, type Result, refuse } from './operation.ts';

/** By what a list is in order: one value or several, the last of which tells any two rows apart. */
export type SortKey = readonly (string | number)[];

/** How an operation asks for a list a page at a time. */
export const pageFields = {
  limit: z
    .number()
    .int()
    .min(1)
    .max(500)
    .nullable()
    .default(null)
    .meta({ description: 'How many to give at most; left out: all.' }),
  after: z
    .string()
    .min(1)
    .max(2000)
    .nullable()
    .default(null)
    .meta({ description: 'Where to go on: the "next" of the page before.' }),
};

/** How an operation says where the next page begins. */
export const nextField = z
  .string()
  .nullable()
  .meta({ description: 'Give it as "after" for the next page; null on the last.' });

/** What {@link pageFields} come to. */
export interface PageAsked {
  readonly limit: number | null;
  readonly after: string | null;
}

/** The place behind a row in a list; `order` names what the list is in order by, so that no other takes it. */
export function writeCursor(order: string, key: SortKey): string {
  return Buffer.from(JSON.stringify([order, ...key]), 'utf8').toString('base64url');
}

/** The key that a cursor holds, of as many values as `like`; null when none was given. Refuses `input-invalid`. */
export function readCursor(order: string, after: string | null, like: SortKey): Result<SortKey | null> {
  if (after === null) return done(null);
  const [named, ...key] = valuesOf(after);
  const fits = key.length === like.length && key.every((value, at) => typeof value === typeof like[at]);
  if (named === order && fits) return done(key as SortKey);
  const sentence = 'after: this is no place in this list; give the "next" of a page that was asked for in the same way';
  return refuse(rejection('input-invalid', sentence, { place: { field: 'after' } }));
}

/** A page of rows that are in order by ascending keys. A row that has gone since is no obstacle. */
export function pageOf<T>(
  rows: readonly T[],
  { limit, after }: PageAsked,
  order: string,
  keyOf: (row: T) => SortKey,
): Result<{ readonly rows: readonly T[]; readonly next: string | null }> {
  const [first] = rows;
  if (first === undefined) return done({ rows, next: null });
  const from = readCursor(order, after, keyOf(first));
  if (!from.ok) return from;
  const place = from.value;
  const left = place === null ? rows : rows.filter((row) => compareKeys(keyOf(row), place) > 0);
  const page = limit === null ? left : left.slice(0, limit);
  const last = page.at(-1);
  return done({
    rows: page,
    next: last !== undefined && page.length < left.length ? writeCursor(order, keyOf(last)) : null,
  });
}

/** Which of two keys comes first: below 0 the one, above 0 the other. */
function compareKeys(one: SortKey, other: SortKey): number {
  for (const [at, value] of one.entries()) {
    const beside = other[at] ?? value;
    if (value !== beside) return value < beside ? -1 : 1;
  }
  return 0;
}

function valuesOf(cursor: string): readonly unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(values) ? values : [];
  } catch {
    return [];
  }
}
