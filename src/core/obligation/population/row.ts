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

/** Appends a state from a day on to the row that starts at an entry; the last state given for a day stands. */
export function put(rows: Rows, start: number, day: number, state: number): void {
  const { changes } = rows;
  let end = rows.used;
  if (end > start && (changes[end - 1] as number) >> 2 === day) end -= 1;
  const before = end > start ? (changes[end - 1] as number) & 3 : UNBOUND;
  if (before !== state) {
    changes[end] = (day << 2) | state;
    end += 1;
  }
  rows.used = end;
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
export function rowSteps({ changes }: Rows, at: number, length: number, span: Span): Steps<Verdict> {
  const of = Array.from(changes.subarray(at, at + length), (change) => ({
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
