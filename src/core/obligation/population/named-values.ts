import type { Value } from '../../kernel/condition.ts';
import type { Steps } from '../../kernel/steps.ts';
import type { Knowledge } from '../knowledge.ts';
import { kindOfName, scopeOf } from '../scope.ts';
import { type Level, levelOf, MARKET, PARTY } from './level.ts';
import type { Plan } from './plan.ts';
import type { Member } from './population.ts';

/** What the name at a place of the plan comes to for a member: computed once for the market or a party where it is theirs. */
export type NamedValues = (place: number, member: Member) => Steps<Value | null>;

/** The values of a plan's names over what is known. */
export function namedValues({ table }: Plan, knowledge: Knowledge): NamedValues {
  const levels: Level[] = [];
  const ofMarket: (Steps<Value | null> | undefined)[] = [];
  const ofParties = new Map<string, (Steps<Value | null> | undefined)[]>();
  return (place, member) => {
    const name = table.names[place] as string;
    levels[place] ??= levelOf(knowledge.kinds.get(kindOfName(name)));
    const level = levels[place];
    if (level !== MARKET && level !== PARTY) return scopeOf(knowledge, member.subject)(name);
    const kept = level === MARKET ? ofMarket : keptOf(ofParties, member.subject.supplier);
    kept[place] ??= scopeOf(knowledge, member.subject)(name);
    return kept[place];
  };
}

function keptOf<T>(all: Map<string, T[]>, party: string): T[] {
  const kept = all.get(party) ?? [];
  if (kept.length === 0) all.set(party, kept);
  return kept;
}
