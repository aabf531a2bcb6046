import type { Wordings } from '../kernel/reading.ts';
import type { Readings } from '../obligation/bound-steps.ts';

/** Wording id → reading id. */
export type Combination = Readonly<Record<string, string>>;

/** Every combination of the readings of some wordings, each wording's default first, so that the first is the default. */
export function combinationsOf(wordings: readonly Wordings[], fixed: Combination = {}): Combination[] {
  return wordings.reduce<Combination[]>(
    (before, wording) => {
      const chosen = fixed[wording.id];
      const readings = wording.readings.filter((one) => chosen === undefined || one.id === chosen);
      const ordered = [...readings.filter((one) => one.default), ...readings.filter((one) => !one.default)];
      return before.flatMap((one) => ordered.map((reading) => ({ ...one, [wording.id]: reading.id })));
    },
    [{}],
  );
}

/** The readings of a combination; of a wording that it does not name, the default. Throws RangeError on an unknown wording. */
export function readingsOf(wordings: readonly Wordings[], combination: Combination): Readings {
  const chosen = new Map(
    wordings.map((wording) => {
      const id = combination[wording.id];
      return [wording.id, wording.readings.find((one) => (id === undefined ? one.default : one.id === id))] as const;
    }),
  );
  return (wording) => {
    const reading = chosen.get(wording);
    if (reading === undefined) throw new RangeError(`no reading of "${wording}"`);
    return reading;
  };
}
