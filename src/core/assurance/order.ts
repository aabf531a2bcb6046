import type { Day } from '../kernel/day.ts';
import { type Steps, sameValue, steps, valueOn } from '../kernel/steps.ts';
import type { Worded } from '../obligation/asked.ts';
import type { Obligation } from '../obligation/obligation.ts';
import type { EffectChange } from './effect-question.ts';
import { touchedBy, withChange } from './worlds.ts';

/** Two modifications that come to something else when the one is made before the other, and on which obligations. */
export interface OrderThatMatters {
  readonly pair: readonly [string, string];
  readonly obligations: readonly { readonly obligation: string; readonly what: readonly string[] }[];
}

/** Most modifications whose orders are compared: every order of them is tried. */
export const MOST_TOGETHER = 5;

/**
 * The pairs of changes whose order matters, told exactly when some orders of all of them differ: any order becomes any
 * other by exchanging neighbours, so it is enough to look at what each exchange of neighbours changes.
 */
export function ordersThatMatter(duties: readonly Worded[], changes: readonly EffectChange[]): OrderThatMatters[] {
  const touched = new Set(touchedBy(changes));
  const start = duties.filter(({ obligation }) => touched.has(obligation.id));
  const results = new Map<string, Outcome>();
  const resultOf = (order: readonly EffectChange[]): Outcome => {
    const key = JSON.stringify(order.map((one) => changes.indexOf(one)));
    const known = results.get(key) ?? outcomeOf(order.reduce(withChange, start));
    results.set(key, known);
    return known;
  };
  const found = new Map<string, Map<string, Set<string>>>();
  for (const order of ordersOf(changes)) {
    for (let at = 0; at + 1 < order.length; at += 1) {
      const [first, second] = [order[at] as EffectChange, order[at + 1] as EffectChange];
      if (changes.indexOf(first) > changes.indexOf(second)) continue;
      const exchanged = [...order.slice(0, at), second, first, ...order.slice(at + 2)];
      for (const [obligation, what] of differences(resultOf(order), resultOf(exchanged))) {
        const key = JSON.stringify([first.modification, second.modification]);
        const pair = found.get(key) ?? new Map<string, Set<string>>();
        found.set(key, pair.set(obligation, new Set([...(pair.get(obligation) ?? []), ...what])));
      }
    }
  }
  return [...found].map(([pair, obligations]) => ({
    pair: JSON.parse(pair),
    obligations: [...obligations].map(([obligation, what]) => ({ obligation, what: [...what] })),
  }));
}

/** What stands under each id over time. */
type Outcome = ReadonlyMap<string, Steps<Standing | null>>;

interface Standing {
  readonly words: string;
  readonly obligation: Obligation;
}

/** What duties come to, whatever brought it about: by id, the duty and its wording over the days. */
export function outcomeOf(duties: readonly Worded[]): Outcome {
  const byId = Map.groupBy(duties, ({ obligation }) => obligation.id);
  return new Map(
    [...byId].map(([id, phases]) => {
      const runs = phases.flatMap(({ obligation, words }) =>
        words.map(({ interval, wording }) => ({ interval, standing: { words: wording, obligation } })),
      );
      const ends = runs.flatMap(({ interval: { until } }) => (until === null ? [] : [{ from: until, value: null }]));
      const starts = runs.map(({ interval, standing }) => ({ from: interval.from, value: standing }));
      return [id, steps<Standing | null>(null, [...ends, ...starts])] as const;
    }),
  );
}

function differences(a: Outcome, b: Outcome): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const id of new Set([...a.keys(), ...b.keys()])) {
    const [one, other] = [a.get(id), b.get(id)];
    if (sameValue(one, other)) continue;
    const days = new Set([one, other].flatMap((of) => (of?.changes ?? []).map(({ from }) => from)));
    found.set(id, [...new Set([...days].flatMap((on) => whatDiffers(on, one, other)))]);
  }
  return found;
}

function whatDiffers(on: Day, one?: Steps<Standing | null>, other?: Steps<Standing | null>): string[] {
  const [a, b] = [one, other].map((of) => (of === undefined ? null : valueOn(of, on)));
  if (a == null || b == null) return a == null && b == null ? [] : ['whether it is there'];
  const fields = Object.keys({ ...a.obligation, ...b.obligation }) as (keyof Obligation)[];
  return [
    ...(a.words === b.words ? [] : ['words']),
    ...fields.filter((field) => !sameValue(a.obligation[field], b.obligation[field])),
  ];
}

function ordersOf<T>(all: readonly T[]): (readonly T[])[] {
  if (all.length <= 1) return [all];
  return all.flatMap((first) => ordersOf(all.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}
