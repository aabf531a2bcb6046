/** An effect as the command prints it, so far as stories read it. */
export interface Effect {
  readonly implementation: { readonly day: string | null; readonly basis: string };
  readonly combinations: readonly {
    readonly readings: Readonly<Record<string, string>>;
    readonly parties: readonly {
      readonly party: string;
      readonly groups: readonly {
        readonly group: string;
        readonly without: Runs;
        readonly with: Runs;
        readonly cover: Runs;
        readonly gapsWith: readonly unknown[];
        readonly difference: readonly unknown[];
      }[];
      readonly assessments: readonly {
        readonly assessment: string;
        readonly exposedWithout: unknown;
        readonly exposedWith: unknown;
      }[];
      readonly next: { readonly without: { readonly type: string }; readonly with: { readonly type: string } } | null;
    }[];
  }[];
}
type Runs = readonly {
  readonly interval: { readonly from: string; readonly until: string | null };
  readonly bound: unknown;
  readonly awaiting: readonly string[];
}[];

/** The effect under one reading of old and new words, each system's licence cover ending by itself. */
export function under(effect: Effect, reading: string) {
  const found = effect.combinations.find(
    ({ readings }) =>
      readings['g3-26-old'] === 'apply-now' &&
      readings['g3-26-new'] === reading &&
      readings['licence-cover'] === 'own-system',
  );
  if (found === undefined) throw new Error(`no combination has ${reading}`);
  return found;
}

/** Days on which something is bound or not settled, as `from–until`. */
export function days(runs: Runs): string[] {
  return runs
    .filter((run) => run.bound !== false)
    .map(({ interval, bound, awaiting }) => {
      const span = `${interval.from} to ${interval.until ?? '…'}`;
      return bound === true ? span : `${span} if ${awaiting.join(' or ')}`;
    });
}

/** A group of systems under a reading of the new words. */
export function group(effect: Effect, reading: string, name: string) {
  const found = under(effect, reading)
    .parties.flatMap((party) => party.groups)
    .find((one) => one.group === name);
  if (found === undefined) throw new Error(`no group ${name}`);
  return found;
}

/** Parties whose next assessment is Full without and with the change. */
export function full(effect: Effect, reading: string) {
  const { parties } = under(effect, reading);
  const asked = parties.filter(({ party }) => /^(cinderpath|dovecote|elderfen|foxlight|gannetmoor)$/.test(party));
  const of = (world: 'without' | 'with') =>
    asked.filter(({ next }) => next?.[world].type === 'full').map(({ party }) => party);
  return { without: of('without'), with: of('with') };
}
