import type { Day } from '../kernel/day.ts';
import type { Interval } from '../kernel/interval.ts';
import type { Wordings } from '../kernel/reading.ts';
import type { Worded } from '../obligation/asked.ts';
import { changedDuties } from '../obligation/changed-duties.ts';
import { isReword, type ObligationChange } from '../obligation/obligation-change.ts';
import type { EffectChange, EffectQuestion } from './effect-question.ts';
import type { World } from './group-effect.ts';

/** Both worlds of a question, and the wordings whose readings tell them apart. */
export interface Worlds {
  readonly without: World;
  readonly with: World;
}

/** The obligations (by id) that changes touch. One that is confirmed to stay as it is is not. */
export function touchedBy(changes: readonly EffectChange[]): string[] {
  return everyChange(changes)
    .filter(({ kind }) => kind !== 'confirm')
    .map(({ obligation }) => obligation);
}

/**
 * The duties, without and with the changes, that are reported and those that an answer about them follows from: what
 * stands in for them, and what makes devices count. A change whose day is unknown changes nothing.
 */
export function worldsOf({ duties, changes }: EffectQuestion, reported: ReadonlySet<string>): Worlds {
  const relevant = ({ obligation: { id, countsDevices, covers } }: Worded) =>
    reported.has(id) || countsDevices || covers.some((one) => reported.has(one));
  return {
    without: { duties: duties.filter(relevant) },
    with: { duties: withChanges(duties, changes).filter(relevant) },
  };
}

/** Duties after changes, each from its day on: in the order of their days, and of one day in the order given. */
export function withChanges(duties: readonly Worded[], changes: readonly EffectChange[]): readonly Worded[] {
  return changes.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0)).reduce(withChange, duties);
}

/** Duties after one more change. */
export function withChange(duties: readonly Worded[], change: EffectChange): readonly Worded[] {
  return change.from === null ? duties : changedDuties(duties, { ...change, from: change.from });
}

/** From the first day on which the words of a duty that changes touch are in force, without an end. */
export function windowOf(worlds: Worlds, { changes, on }: EffectQuestion): Interval {
  const touched = touchedBy(changes);
  const days = [worlds.without, worlds.with].flatMap(({ duties }) =>
    duties
      .filter(({ obligation }) => touched.includes(obligation.id))
      .flatMap(({ words }) => words.map((one) => one.interval.from)),
  );
  return { from: days.length === 0 ? on : (Math.min(...days) as Day), until: null };
}

/** The wordings that are in force on some day of some world: first those that the changes name, old before new. */
export function wordingsIn(
  worlds: Worlds,
  changes: readonly EffectChange[],
  all: readonly Wordings[],
): readonly Wordings[] {
  const both = [worlds.without, worlds.with];
  const used = new Set(both.flatMap(({ duties }) => duties.flatMap(({ words }) => words.map((one) => one.wording))));
  const named = everyChange(changes);
  const ordered = new Set([...named.flatMap(oldWording), ...named.flatMap(newWording), ...used]);
  return [...ordered].flatMap((id) => all.filter((wording) => wording.id === id && used.has(id)));
}

function oldWording(change: ObligationChange): string[] {
  return isReword(change) ? [change.from] : [];
}

function newWording(change: ObligationChange): string[] {
  if (change.kind === 'add') return [change.duty.wording];
  return isReword(change) ? [change.to] : [];
}

function everyChange(changes: readonly EffectChange[]): ObligationChange[] {
  return changes.flatMap(({ obligations }) => obligations);
}
