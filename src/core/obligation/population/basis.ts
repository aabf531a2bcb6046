import type { Knowledge } from '../knowledge.ts';
import { type ConditionMasks, conditionMasks } from './condition-masks.ts';
import type { Needs } from './condition-table.ts';
import { categoryMasks, type Facts, factsOf } from './facts.ts';
import type { Plan } from './plan.ts';
import type { Member } from './population.ts';
import { FAR, type StartDays, startDays } from './start-days.ts';

/** What the rows of some members are computed from, each part of it once for all of them. */
export interface Basis {
  readonly plan: Plan;
  readonly facts: Facts;
  readonly conditions: ConditionMasks;
  /** When the commencement at a place of the plan is. */
  readonly starts: (place: number) => StartDays;
  /** First day on which there is something to bind, and the first on which there is nothing any more, for each member. */
  readonly operated: Int32Array;
  readonly operatedUntil: Int32Array;
  /** Where a set of bearers bears; null where nobody's category changes. */
  readonly borne: (bearers: number) => Int32Array | null;
  /** Where the runs of a member are read to. */
  readonly runs: Runs;
  /** Bytes of its typed arrays. */
  readonly bytes: () => number;
}

/** Runs of days on which the condition of one member comes to one thing: their first days and states. */
export interface Runs {
  days: Int32Array;
  states: Uint8Array;
}

/** What is known of some members, made ready for the rules of a plan. */
export function basisOf(
  plan: Plan,
  knowledge: Knowledge,
  members: readonly Member[],
  needs: (place: number) => Needs,
): Basis {
  const { span } = plan;
  const facts = factsOf(members, needs, { plan, knowledge, span });
  const borne: (Int32Array | undefined)[] = [];
  const changing = members.some(({ category }) => category.changes.length > 0);
  const known: StartDays[] = [];
  return {
    plan,
    facts,
    conditions: conditionMasks(plan, facts),
    starts: startDays(plan.starts, members, knowledge, span, known),
    operated: Int32Array.from(members, ({ subject }) => Math.max(0, Math.min(FAR, subject.operatedFrom - span.from))),
    operatedUntil: Int32Array.from(members, ({ subject }) =>
      Math.max(-FAR, Math.min(FAR, (subject.operatedUntil ?? Infinity) - span.from)),
    ),
    borne: (bearers) => {
      if (!changing) return null;
      borne[bearers] ??= categoryMasks(facts, plan.bearers[bearers] as readonly string[], span);
      return borne[bearers];
    },
    runs: { days: new Int32Array(64), states: new Uint8Array(64) },
    bytes: () => {
      const { startAt, starts, wordAt, masks } = facts;
      const arrays = new Set([startAt, starts, wordAt, ...borne]);
      for (const one of masks) if (one !== undefined) arrays.add(one.truth).add(one.falsity ?? one.truth);
      for (const one of known) if (one !== undefined) arrays.add(one.earliest).add(one.latest);
      return [...arrays].reduce((sum, one) => sum + (one?.byteLength ?? 0), 0);
    },
  };
}

/** Places of the words of some members, in which their conditions are to be evaluated. */
export function wordsOf({ facts: { wordAt } }: Basis, members: Int32Array): Int32Array {
  const words: number[] = [];
  for (const place of members) {
    const until = wordAt[place + 1] as number;
    for (let word = wordAt[place] as number; word < until; word += 1) words.push(word);
  }
  return Int32Array.from(words);
}
