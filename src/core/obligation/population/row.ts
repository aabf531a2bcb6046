import type { Day } from '../../kernel/day.ts';
import { mapSteps, type Steps, steps } from '../../kernel/steps.ts';
import type { Verdict } from '../bound-steps.ts';
import type { Span } from './span.ts';

/** States of a duty on a member. */
export const UNBOUND = 0;
export const BOUND = 1;
export const UNKNOWN = 2;

/**
 * Rows one behind the other. A row is its changes in day order: the day, counted from the window's first, times four plus
 * the state from that day on. Before the first change the state is UNBOUND, and each change differs from the one before.
 */
export interface Rows {
  changes: Int32Array;
  /** Number of entries used. */
  used: number;
}

export function emptyRows(capacity: number): Rows {
  return { changes: new Int32Array(capacity), used: 0 };
}

/** Makes room for more entries. */
export function reserve(rows: Rows, entries: number): void {
  if (rows.used + entries <= rows.changes.length) return;
  const changes = new Int32Array(Math.max(rows.changes.length * 2, rows.used + entries));
  changes.set(rows.changes.subarray(0, rows.used));
  rows.changes = changes;
}

/** The state of a row on a day, counted from the window's first. */
export function stateOn({ changes }: Rows, at: number, length: number, on: number): number {
  let state = UNBOUND;
  for (let index = at; index < at + length; index += 1) {
    const change = changes[index] as number;
    if (change >> 2 > on) break;
    state = change & 3;
  }
  return state;
}

/** A row as steps of verdicts; what holds on the window's first day holds before it too. */
export function rowSteps(entries: Int32Array, span: Span): Steps<Verdict> {
  const of = Array.from(entries, (change) => ({
    from: ((change >> 2) + span.from) as Day,
    value: change & 3,
  }));
  const [first] = of;
  const initial = first?.from === span.from ? first.value : UNBOUND;
  return mapSteps(steps(initial, of), (state) => verdictOf(state));
}

/** The verdict that a state stands for. */
export function verdictOf(state: number): Verdict {
  return state === UNKNOWN ? 'unknown' : state === BOUND;
}

/** Number of entries at which rows that had so many are worth compacting. */
export function compactionAfter(used: number): number {
  return 2 * used + 4096;
}

/** Where rows are: for each its first entry, and how many it has. */
export type RowPlaces = Int32Array;

/** Number of entries that rows have. */
export function standing(places: RowPlaces): number {
  let entries = 0;
  for (let at = 1; at < places.length; at += 2) entries += places[at] as number;
  return entries;
}

/** Gives up entries that no row uses any more. */
export function compact(rows: Rows, places: RowPlaces): void {
  const used = standing(places);
  const changes = new Int32Array(used + (used >> 2));
  let next = 0;
  for (let at = 0; at < places.length; at += 2) {
    const from = places[at] as number;
    const entries = places[at + 1] as number;
    changes.set(rows.changes.subarray(from, from + entries), next);
    places[at] = next;
    next += entries;
  }
  rows.changes = changes;
  rows.used = next;
}
