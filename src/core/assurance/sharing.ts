import type { Worded } from '../obligation/asked.ts';
import type { Readings } from '../obligation/bound-steps.ts';

/** What was worked out under one choice of readings, for every other choice that reads the same words alike. */
export type Share = <T>(what: string, duties: readonly Worded[], readings: Readings, compute: () => T) => T;

/**
 * Keeps values, by a name that is theirs alone and by the readings that are taken of the words of the duties that they
 * follow from; the same name always goes with the same duties.
 */
export function sharing(): Share {
  const kept = new Map<string, unknown>();
  return <T>(what: string, duties: readonly Worded[], readings: Readings, compute: () => T): T => {
    const taken = duties.flatMap(({ words }) => words.map(({ wording }) => readings(wording).id));
    const key = JSON.stringify([what, taken]);
    if (!kept.has(key)) kept.set(key, compute());
    return kept.get(key) as T;
  };
}
