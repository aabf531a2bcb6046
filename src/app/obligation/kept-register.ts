import { type Combination, readingsOf } from '../../core/assurance/reading-combinations.ts';
import type { Interval } from '../../core/kernel/interval.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import type { Calendar } from '../../core/kernel/working-days.ts';
import type { Worded } from '../../core/obligation/asked.ts';
import type { Fact, FactKind } from '../../core/obligation/fact.ts';
import { type Assumption, knowledgeOf } from '../../core/obligation/knowledge.ts';
import { type Pair, pairsOf } from '../../core/obligation/population/pairs.ts';
import type { Member, Population } from '../../core/obligation/population/population.ts';
import { registerOf } from '../../core/obligation/population/register.ts';

/** Everything that a register of duties is a function of, as values. */
export interface RegisterQuestion {
  readonly duties: readonly Worded[];
  readonly members: readonly Member[];
  readonly wordings: readonly Wordings[];
  readonly chosen: Combination;
  readonly factKinds: readonly FactKind[];
  readonly facts: readonly Fact[];
  readonly assumed: readonly Assumption[];
  readonly calendars: readonly Calendar[];
  readonly window: Interval;
}

/** What a register says of each pair, with what it was worked out from. */
export interface KeptPairs {
  readonly population: Population;
  readonly pairs: readonly Pair[];
}

/** How much is kept: what was asked longest ago goes first, and what alone comes to more is not kept. */
const MOST_REGISTERS = 16;
const MOST_PAIRS = 200_000;

/** By everything that they are a function of; whatever is recorded makes another question of what it bears on. */
const kept = new Map<string, KeptPairs>();
let pairs = 0;

/** The pairs of a register, worked out once for as long as nothing that they follow from changes. `rulebook`: the digest that stands for its calendars. */
export function keptPairs(rulebook: string, question: RegisterQuestion): KeptPairs {
  const { calendars, ...values } = question;
  const key = JSON.stringify([rulebook, values]);
  const known = kept.get(key) ?? worked(question);
  drop(key);
  if (known.pairs.length <= MOST_PAIRS) {
    kept.set(key, known);
    pairs += known.pairs.length;
  }
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_REGISTERS && pairs <= MOST_PAIRS) break;
    drop(oldest);
  }
  return known;
}

function worked({ duties, members, wordings, chosen, factKinds, facts, assumed, calendars, window }: RegisterQuestion) {
  const population: Population = {
    ...{ duties, members, window },
    readings: readingsOf(wordings, chosen),
    knowledge: knowledgeOf(factKinds, facts, assumed, calendars),
  };
  return { population, pairs: [...pairsOf(registerOf(population))] };
}

function drop(key: string): void {
  const known = kept.get(key);
  if (known === undefined) return;
  pairs -= known.pairs.length;
  kept.delete(key);
}
