import type { Day } from '../kernel/day.ts';
import type { Worded } from './asked.ts';
import { isReword, type ObligationChange } from './obligation-change.ts';
import { changeWords, wordsBefore, wordsFrom } from './words-in-force.ts';

/** What a modification (by id) does to obligations from a day on, under the label of its version. */
export interface DatedChanges {
  readonly modification: string;
  readonly from: Day;
  readonly version: string;
  readonly obligations: readonly ObligationChange[];
}

/**
 * Duties after a modification. An obligation that is owed otherwise from a day on is two duties of one id whose words
 * are in force one after the other; what the modification does not touch is the same value.
 */
export function changedDuties(duties: readonly Worded[], changes: DatedChanges): readonly Worded[] {
  return changes.obligations.reduce<readonly Worded[]>((before, change) => changed(before, change, changes), duties);
}

function changed(
  duties: readonly Worded[],
  change: ObligationChange,
  { from, version }: DatedChanges,
): readonly Worded[] {
  const ofIt = (apply: (duty: Worded) => readonly Worded[]) =>
    duties.flatMap((duty) => (duty.obligation.id === change.obligation ? apply(duty) : [duty]));
  if (isReword(change)) return ofIt((duty) => [{ ...duty, words: changeWords(duty.words, change, from, version) }]);
  switch (change.kind) {
    case 'confirm':
      return duties;
    case 'repeal':
      return ofIt((duty) => [{ ...duty, words: wordsBefore(duty.words, from) }]);
    case 'amend':
      return ofIt(({ obligation, words }) => [
        { obligation, words: wordsBefore(words, from) },
        {
          obligation: { ...obligation, ...change.fields },
          words: wordsFrom(words, from).map((one) => ({ ...one, version })),
        },
      ]);
    case 'add': {
      const obligation = { ...change.duty, id: change.obligation };
      const words = [{ interval: { from, until: null }, version, wording: obligation.wording }];
      return [...ofIt((duty) => [{ ...duty, words: wordsBefore(duty.words, from) }]), { obligation, words }];
    }
  }
}
