import type { Interval } from '../../kernel/interval.ts';

/** A window in whole days: its first, and how many; days inside are counted from the first. */
export interface Span {
  readonly from: number;
  readonly length: number;
}

/** Days beyond which nothing is counted, for a window without an end. */
const ENDLESS = 1 << 28;

/** A window as a span. Throws RangeError on one too long to count. */
export function spanOf({ from, until }: Interval): Span {
  const length = until === null ? ENDLESS : until - from;
  if (length > ENDLESS) throw new RangeError('a window of too many days');
  return { from, length };
}

/** A day, or infinity, counted from the first of a span and kept inside it. */
export function within({ from, length }: Span, on: number): number {
  return Math.min(Math.max(on - from, 0), length);
}
