import type { Day } from './day.ts';
import type { Interval } from './interval.ts';

/** A change of value that takes effect at the start of a day. */
export interface Change<T> {
  readonly from: Day;
  readonly value: T;
}

/**
 * A value over legal days. `initial` holds before the first change; changes are in day order and each differs from
 * the value before it, so that equal functions are equal data.
 */
export interface Steps<T> {
  readonly initial: T;
  readonly changes: readonly Change<T>[];
}

/** Equality by value for the plain data that steps carry. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && sameValue(a[key as never], b[key as never]))
  );
}

/** A value that never changes. */
export function always<T>(value: T): Steps<T> {
  return { initial: value, changes: [] };
}

/** Canonical steps from changes in any order; of two changes on one day the later in the list wins. */
export function steps<T>(initial: T, changes: readonly Change<T>[]): Steps<T> {
  const ordered = changes.map((change, index) => ({ change, index }));
  ordered.sort((a, b) => a.change.from - b.change.from || a.index - b.index);
  const kept: Change<T>[] = [];
  ordered.forEach(({ change }, at) => {
    if (ordered[at + 1]?.change.from === change.from) return;
    const previous = kept.at(-1);
    if (!sameValue(previous === undefined ? initial : previous.value, change.value)) kept.push(change);
  });
  return { initial, changes: kept };
}

/** The value on a day. */
export function valueOn<T>(of: Steps<T>, on: Day): T {
  let low = 0;
  let high = of.changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((of.changes[middle] as Change<T>).from <= on) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? of.initial : (of.changes[low - 1] as Change<T>).value;
}

/** Applies a function to the values at every change of any of them: one k-way merge. */
export function lift<T, R>(all: readonly Steps<T>[], combine: (values: T[]) => R): Steps<R> {
  const days = [...new Set(all.flatMap((one) => one.changes.map((change) => change.from)))].sort((a, b) => a - b);
  const cursors = all.map(() => 0);
  const current = all.map((one) => one.initial);
  const initial = combine([...current]);
  const changes = days.map((from) => {
    all.forEach((one, index) => {
      const next = one.changes[cursors[index] as number];
      if (next?.from === from) {
        current[index] = next.value;
        cursors[index] = (cursors[index] as number) + 1;
      }
    });
    return { from, value: combine([...current]) };
  });
  return steps(initial, changes);
}

/** The value of one function mapped. */
export function mapSteps<T, R>(of: Steps<T>, apply: (value: T) => R): Steps<R> {
  return steps(
    apply(of.initial),
    of.changes.map(({ from, value }) => ({ from, value: apply(value) })),
  );
}

/** One interval per run of equal value within a window, in order and without gaps. */
export function runs<T>(of: Steps<T>, within: Interval): { interval: Interval; value: T }[] {
  const inside = of.changes.filter(
    (change) => change.from > within.from && (within.until === null || change.from < within.until),
  );
  const starts = [{ from: within.from, value: valueOn(of, within.from) }, ...inside];
  return starts.map((start, index) => ({
    interval: { from: start.from, until: starts[index + 1]?.from ?? within.until },
    value: start.value,
  }));
}
