/** A count so far as it is settled: at least and at most so many, equal when it is. */
export interface CountRange {
  readonly least: number;
  readonly most: number;
}

/** `4`, or `1 to 4` while it is not settled. */
export function writeRange({ least, most }: CountRange): string {
  return least === most ? String(least) : `${least} to ${most}`;
}

/** How many of some things have a property: those for which it is certain, and those for which it is possible too. */
export function countRange<T>(all: readonly T[], of: (one: T) => boolean | 'unknown'): CountRange {
  const verdicts = all.map(of);
  return {
    least: verdicts.filter((one) => one === true).length,
    most: verdicts.filter((one) => one !== false).length,
  };
}

/** Whether a count is more than what can be done: for certain, perhaps, or not. */
export function exceeds({ least, most }: CountRange, capacity: number): boolean | 'unknown' {
  if (least > capacity) return true;
  return most > capacity ? 'unknown' : false;
}
