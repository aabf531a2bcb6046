import { versionsNamed } from '../code/provision-history.ts';
import type { CodeHistory } from '../code/version.ts';
import type { Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import { type Interval, interval } from '../kernel/interval.ts';
import type { Obligation } from './obligation.ts';

/** Days on which a provision has some words: the version that brought them, and what they bear. */
export interface WordsInForce {
  readonly interval: Interval;
  /** Version label of the instrument, or the modification that would make the version. */
  readonly version: string;
  /** Wording by id. */
  readonly wording: string;
}

/**
 * The words of a duty over time as its instrument has its provision; what a modification (by id) brought about that is
 * left out is not there. Empty when the instrument never has the provision.
 */
export function wordsInForce(
  { provision, wording }: Obligation,
  history: CodeHistory,
  { leavingOut, knownAt }: AsOf,
): readonly WordsInForce[] {
  const words: WordsInForce[] = [];
  for (const run of versionsNamed(history, provision, knownAt)) {
    const last = words.at(-1);
    if (run.published !== null && leavingOut.includes(run.published.source.reference)) {
      const goesOn = last !== undefined && last.interval.until === run.inForceFrom;
      if (goesOn) words[words.length - 1] = { ...last, interval: { ...last.interval, until: run.until } };
      continue;
    }
    const within = interval(run.inForceFrom, run.until);
    if (run.provision !== null && within !== null) words.push({ interval: within, version: run.label, wording });
  }
  return words;
}

/** As if some modifications (by id) had never been, and as known at an instant; null is now. */
export interface AsOf {
  readonly leavingOut: readonly string[];
  readonly knownAt: Instant | null;
}

/** Words so far as they are in force before a day. */
export function wordsBefore(words: readonly WordsInForce[], day: Day): WordsInForce[] {
  return words.flatMap((one) => {
    const { from, until } = one.interval;
    const before = interval(from, until === null || day < until ? day : until);
    return before === null ? [] : [{ ...one, interval: before }];
  });
}

/** Words so far as they are in force from a day on. */
export function wordsFrom(words: readonly WordsInForce[], day: Day): WordsInForce[] {
  return words.flatMap((one) => {
    const { from, until } = one.interval;
    const after = interval(day < from ? from : day, until);
    return after === null ? [] : [{ ...one, interval: after }];
  });
}

/** The same words, but from a day on those that bear one wording bear another. In day order and disjoint, as given. */
export function changeWords(
  words: readonly WordsInForce[],
  change: { readonly from: string; readonly to: string },
  day: Day,
  version: string,
): WordsInForce[] {
  return words.flatMap((one) =>
    one.wording === change.from
      ? [
          ...wordsBefore([one], day),
          ...wordsFrom([one], day).map((after) => ({ ...after, version, wording: change.to })),
        ]
      : [one],
  );
}
