import type { BoundPlace } from './bound-provision.ts';
import type { Obligation, Relation } from './obligation.ts';

/** What a relation comes to, seen from the obligation that is shown: its own, or that of another to what it is bound to. */
export interface ShownRelation {
  readonly kind: Relation['kind'];
  /** Whether it is the obligation's own. */
  readonly own: boolean;
  /** What it does to the obligation that is shown: `yields to`. */
  readonly effect: string;
  /** The same as a sentence, from the obligation's side. */
  readonly sentence: string;
  /** Where the other side stands; null when no text has it. */
  readonly place: BoundPlace | null;
  /** The other side as the relation names it. */
  readonly instrument: string;
  readonly provision: string;
  /** Obligations (by id) on the other side. */
  readonly obligations: readonly string[];
}

/** How each relation is said in the words of a code. */
export const RELATION_IN_WORDS: Readonly<Record<Relation['kind'], string>> = {
  'subject-to': 'subject to',
  notwithstanding: 'notwithstanding',
  'without-prejudice-to': 'without prejudice to',
  'in-accordance-with': 'in accordance with',
};

interface Effect {
  readonly effect: string;
  readonly sentence: (other: string) => string;
}

const OWN: Readonly<Record<Relation['kind'], Effect>> = {
  'subject-to': {
    effect: 'yields to',
    sentence: (other) => `It yields to ${other}: where the two do not go together, ${other} holds.`,
  },
  notwithstanding: {
    effect: 'prevails over',
    sentence: (other) => `It prevails over ${other}: where the two do not go together, it holds.`,
  },
  'without-prejudice-to': {
    effect: 'leaves as it is',
    sentence: (other) => `It leaves ${other} as it is: both hold beside each other.`,
  },
  'in-accordance-with': {
    effect: 'is done as said in',
    sentence: (other) => `It is done as ${other} says.`,
  },
};

const OTHERS: Readonly<Record<Relation['kind'], Effect>> = {
  'subject-to': {
    effect: 'prevails over',
    sentence: (other) => `It prevails over ${other}, which is subject to it.`,
  },
  notwithstanding: {
    effect: 'yields to',
    sentence: (other) => `It yields to ${other}, which holds notwithstanding it.`,
  },
  'without-prejudice-to': {
    effect: 'is left as it is by',
    sentence: (other) => `${other} leaves it as it is: both hold beside each other.`,
  },
  'in-accordance-with': {
    effect: 'says how is done',
    sentence: (other) => `It says how ${other} is done.`,
  },
};

/** Where a provision of an instrument stands; null when no text has it. */
export type PlaceOf = (instrument: string, provision: string) => BoundPlace | null;

/**
 * The relations of an obligation both ways: its own to provisions and what is bound there, and those of others to the
 * provision that it is bound to. A relation to a provision reaches what stands below it.
 */
export function relationsOf(
  obligation: Obligation,
  obligations: readonly Obligation[],
  placeOf: PlaceOf,
): readonly ShownRelation[] {
  const own = obligation.relations.map(({ kind, instrument, provision }): ShownRelation => {
    const place = placeOf(instrument, provision);
    const reached = obligations.filter((one) => one.id !== obligation.id && reaches(place, placeIn(one, placeOf)));
    const { effect, sentence } = OWN[kind];
    const said = { effect, sentence: sentence(place?.reference ?? provision) };
    return { kind, own: true, ...said, place, instrument, provision, obligations: reached.map(({ id }) => id) };
  });
  const here = placeIn(obligation, placeOf);
  const others = obligations.flatMap((other) =>
    other.id === obligation.id
      ? []
      : other.relations.flatMap(({ kind, instrument, provision }): ShownRelation[] => {
          if (!reaches(placeOf(instrument, provision), here)) return [];
          const place = placeIn(other, placeOf);
          const { effect, sentence } = OTHERS[kind];
          const said = { effect, sentence: sentence(place?.reference ?? other.provision) };
          const at = { place, instrument: other.instrument, provision: other.provision };
          return [{ kind, own: false, ...said, ...at, obligations: [other.id] }];
        }),
  );
  return [...own, ...others];
}

function placeIn({ instrument, provision }: Obligation, placeOf: PlaceOf): BoundPlace | null {
  return placeOf(instrument, provision);
}

/** Whether what is said of a provision is said of another: of itself, what stands below it, and what it stands in and is bound as a whole. */
function reaches(target: BoundPlace | null, bound: BoundPlace | null): boolean {
  if (target === null || bound === null || target.instrument !== bound.instrument) return false;
  return bound.path.includes(target.id) || target.path.includes(bound.id);
}
