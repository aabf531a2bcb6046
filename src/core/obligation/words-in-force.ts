import type { Day } from '../kernel/day.ts';
import { type Interval, interval } from '../kernel/interval.ts';
import type { ObligationChange } from '../kernel/reading.ts';

/** Days on which a provision has some words: the version that brought them, and what they bear. */
export interface WordsInForce {
  readonly interval: Interval;
  /** Version label of the instrument, or the modification that would make the version. */
  readonly version: string;
  /** Wording by id. */
  readonly wording: string;
}

/** The same words, but from a day on those that bear one wording bear another. In day order and disjoint, as given. */
export function changeWords(
  words: readonly WordsInForce[],
  change: ObligationChange,
  from: Day,
  version: string,
): WordsInForce[] {
  return words.flatMap((one) => {
    if (one.wording !== change.from) return [one];
    const { from: starts, until } = one.interval;
    const before = interval(starts, until === null || from < until ? from : until);
    const after = interval(from < starts ? starts : from, until);
    return [
      ...(before === null ? [] : [{ ...one, interval: before }]),
      ...(after === null ? [] : [{ interval: after, version, wording: change.to }]),
    ];
  });
}
