import type { Day } from '../kernel/day.ts';
import { sameValue } from '../kernel/steps.ts';
import type { Worded } from '../obligation/asked.ts';
import type { Obligation } from '../obligation/obligation.ts';
import type { EffectChange } from './effect-question.ts';
import { touchedBy, withChange } from './worlds.ts';

/** Two modifications that touch one obligation, and what is left of each when the one or the other is made first. */
export interface Clash {
  readonly pair: readonly [string, string];
  readonly obligation: string;
  /** By its printed reference. */
  readonly provision: string;
  /** Whether it stands alike in the end, whichever is made first. */
  readonly same: boolean;
  readonly orders: readonly [ClashOrder, ClashOrder];
}

/** What becomes of both changes of an obligation in one order. */
export interface ClashOrder {
  readonly first: string;
  /** Whether there is the obligation once both are made. */
  readonly stands: boolean;
  /** Modifications of whose change something is void once both are made, and what: words, or fields of the obligation. */
  readonly void: readonly { readonly modification: string; readonly what: readonly string[] }[];
}

/** Every pair of changes that touch one obligation, whether or not their days are known. */
export function clashesOf(duties: readonly Worded[], changes: readonly EffectChange[]): Clash[] {
  const on = dayAfterAll(duties, changes);
  return changes.flatMap((one, at) =>
    changes.slice(at + 1).flatMap((other) => {
      const shared = new Set(touchedBy([one])).intersection(new Set(touchedBy([other])));
      return [...shared].map((obligation) => clashOn(obligation, duties, [made(one, on), made(other, on)]));
    }),
  );
}

function clashOn(
  obligation: string,
  all: readonly Worded[],
  [one, other]: readonly [EffectChange, EffectChange],
): Clash {
  const duties = all.filter((worded) => worded.obligation.id === obligation);
  const after = (...changes: readonly EffectChange[]) => standingOf(obligation, changes.reduce(withChange, duties));
  const [before, alone] = [after(), [after(one), after(other)] as const];
  const orderOf = (first: EffectChange, end: Standing | null): ClashOrder => ({
    first: first.modification,
    stands: end !== null,
    void: [one, other].flatMap(({ modification }, at) => {
      const what = voidOf(before, alone[at] ?? null, end);
      return what.length === 0 ? [] : [{ modification, what }];
    }),
  });
  const [oneFirst, otherFirst] = [after(one, other), after(other, one)];
  return {
    pair: [one.modification, other.modification],
    obligation,
    provision: (before ?? oneFirst ?? otherFirst ?? alone[0] ?? alone[1])?.provision ?? obligation,
    same: sameValue(oneFirst, otherFirst),
    orders: [orderOf(one, oneFirst), orderOf(other, otherFirst)],
  };
}

/** Fields of an obligation, with the words that it bears last. */
type Standing = Omit<Obligation, 'wording'> & { readonly words: string };

/** What a change would come to by itself and what does not stand so in the end. */
function voidOf(before: Standing | null, alone: Standing | null, end: Standing | null): string[] {
  if (sameValue(before, alone)) return [];
  if (alone === null) return end === null ? [] : [THERE];
  if (before === null) return end === null ? [THERE] : differing(alone, end);
  const set = differing(before, alone);
  return end === null ? set : set.filter((field) => differing(alone, end).includes(field));
}

const THERE = 'whether it is there';

function differing(one: Standing, other: Standing): string[] {
  const fields = Object.keys({ ...one, ...other }) as (keyof Standing)[];
  return fields.filter((field) => !sameValue(one[field], other[field]));
}

/** The last of its words that are in force without an end. */
function standingOf(id: string, duties: readonly Worded[]): Standing | null {
  const [last] = duties.flatMap(({ obligation, words }) =>
    obligation.id !== id
      ? []
      : words
          .filter(({ interval }) => interval.until === null)
          .map(({ wording }) => {
            const { wording: _, ...fields } = obligation;
            return { ...fields, words: wording };
          }),
  );
  return last ?? null;
}

/** As if it were made on a day, so that what is left of it can be told while its own day is not settled. */
function made(change: EffectChange, from: Day): EffectChange {
  return { ...change, from };
}

function dayAfterAll(duties: readonly Worded[], changes: readonly EffectChange[]): Day {
  const starts = duties.flatMap(({ words }) => words.map(({ interval }) => interval.from));
  return Math.max(0, ...starts, ...changes.map(({ from }) => from ?? 0)) as Day;
}
