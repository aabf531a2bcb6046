import { type CodeHistory, versionsKnown } from '../code/version.ts';
import { intersect } from '../kernel/interval.ts';
import type { Worded } from './asked.ts';
import { changedDuties } from './changed-duties.ts';
import type { Obligation } from './obligation.ts';
import type { ChangesOf } from './obligation-change.ts';
import { type AsOf, wordsInForce } from './words-in-force.ts';

/**
 * The duties of a rulebook with their words over time, changed by every published modification but those that are left
 * out, in the order in which their versions came into force.
 */
export function dutiesInForce(
  obligations: readonly Obligation[],
  histories: ReadonlyMap<string, CodeHistory>,
  changesOf: ChangesOf,
  asOf: AsOf,
): readonly Worded[] {
  const wordsOf = (obligation: Obligation) => {
    const history = histories.get(obligation.instrument);
    return history === undefined ? [] : wordsInForce(obligation, history, asOf);
  };
  const published = [...histories].flatMap(([instrument, history]) =>
    versionsKnown(history, asOf.knownAt)
      .filter(({ source }) => source.kind === 'modification' && !asOf.leavingOut.includes(source.reference))
      .map((version) => ({ instrument, ...version })),
  );
  return published
    .toSorted((a, b) => a.inForceFrom - b.inForceFrom)
    .reduce<readonly Worded[]>(
      (duties, { instrument, source, label, inForceFrom }) => {
        const instruments = new Map(duties.map(({ obligation }) => [obligation.id, obligation.instrument]));
        const concerned = changesOf(source.reference).filter(
          (change) =>
            (change.kind === 'add' ? change.duty.instrument : instruments.get(change.obligation)) === instrument,
        );
        const dated = { modification: source.reference, from: inForceFrom, version: label, obligations: concerned };
        const added = concerned.filter(({ kind }) => kind === 'add').map((change) => change.obligation);
        return changedDuties(duties, dated).map((duty) =>
          added.includes(duty.obligation.id) ? whileInText(duty, wordsOf(duty.obligation)) : duty,
        );
      },
      obligations.map((obligation) => ({ obligation, words: wordsOf(obligation) })),
    );
}

/** A duty only while its provision is in the text. */
function whileInText({ obligation, words }: Worded, inText: Worded['words']): Worded {
  return {
    obligation,
    words: words.flatMap((one) =>
      inText.flatMap((run) => {
        const within = intersect(one.interval, run.interval);
        return within === null ? [] : [{ ...one, interval: within }];
      }),
    ),
  };
}
