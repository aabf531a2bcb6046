import { versionsOf } from '../code/provision-history.ts';
import { type CodeHistory, versionsKnown } from '../code/version.ts';
import type { Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import { type Interval, interval } from '../kernel/interval.ts';
import type { ObligationChange } from '../kernel/reading.ts';
import type { Obligation } from './obligation.ts';

/** Days on which a provision has some words: the version that brought them, and what they bear. */
export interface WordsInForce {
  readonly interval: Interval;
  /** Version label of the instrument, or the modification that would make the version. */
  readonly version: string;
  /** Wording by id. */
  readonly wording: string;
}

/** What a modification (by id) does to obligations. */
export type ChangesOf = (modification: string) => readonly ObligationChange[];

/**
 * The words of a duty over time, from the history of its instrument: the wording that the rulebook gives it, changed by
 * every published modification but the one that is left out. Empty when the instrument never has the provision.
 */
export function wordsInForce(
  obligation: Obligation,
  history: CodeHistory,
  changesOf: ChangesOf,
  asOf: { readonly leavingOut: string | null; readonly knownAt: Instant | null },
): readonly WordsInForce[] {
  const published = versionsKnown(history, asOf.knownAt).filter(
    ({ source }) => source.kind === 'modification' && source.reference !== asOf.leavingOut,
  );
  const changes = published.flatMap(({ source, label, inForceFrom }) =>
    changesOf(source.reference)
      .filter((change) => change.obligation === obligation.id)
      .map((change) => ({ change, label, inForceFrom })),
  );
  return changes.reduce<readonly WordsInForce[]>(
    (words, { change, label, inForceFrom }) => changeWords(words, change, inForceFrom, label),
    runsOfWords(obligation, history, asOf),
  );
}

/** The days on which the provision is in the text, by the version that brought its words about. */
function runsOfWords(
  { provision, wording }: Obligation,
  history: CodeHistory,
  { leavingOut, knownAt }: { readonly leavingOut: string | null; readonly knownAt: Instant | null },
): WordsInForce[] {
  const words: WordsInForce[] = [];
  for (const run of versionsOf(history, provision, knownAt)) {
    const last = words.at(-1);
    if (leavingOut !== null && run.published?.source.reference === leavingOut) {
      const goesOn = last !== undefined && last.interval.until === run.inForceFrom;
      if (goesOn) words[words.length - 1] = { ...last, interval: { ...last.interval, until: run.until } };
      continue;
    }
    const within = interval(run.inForceFrom, run.until);
    if (run.provision !== null && within !== null) words.push({ interval: within, version: run.label, wording });
  }
  return words;
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
