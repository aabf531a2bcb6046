import type { Value } from '../../kernel/condition.ts';
import type { Steps } from '../../kernel/steps.ts';
import type { FactKind } from '../fact.ts';
import type { Knowledge } from '../knowledge.ts';
import { kindOfName, scopeOf } from '../scope.ts';
import { type Level, levelOf, MARKET, SUBJECT } from './level.ts';
import type { Plan } from './plan.ts';
import type { Member } from './population.ts';

/** What the name at a place of the plan comes to for a member: computed once for the market or a party where it is theirs. */
export type NamedValues = (place: number, member: Member) => Steps<Value | null>;

/** The values of a plan's names over what is known. */
export function namedValues({ table }: Plan, knowledge: Knowledge): NamedValues {
  const kinds: (FactKind | null | undefined)[] = [];
  const levels: Level[] = [];
  const ofMarket: (Steps<Value | null> | undefined)[] = [];
  const ofParties = new Map<string, (Steps<Value | null> | undefined)[]>();
  return (place, member) => {
    const name = table.names[place] as string;
    kinds[place] ??= knowledge.kinds.get(kindOfName(name)) ?? null;
    const kind = kinds[place];
    levels[place] ??= levelOf(kind ?? undefined);
    const level = levels[place];
    if (level === SUBJECT) return valueFor(name, kind, knowledge, member);
    const kept = level === MARKET ? ofMarket : keptOf(ofParties, member.subject.supplier);
    kept[place] ??= valueFor(name, kind, knowledge, member);
    return kept[place];
  };
}

/** As the scope of the member says it. Of an event that follows from no other it is known without asking for more. */
function valueFor(name: string, kind: FactKind | null, knowledge: Knowledge, { subject }: Member): Steps<Value | null> {
  if (kind?.type !== 'event' || kind.derived !== null) return scopeOf(knowledge, subject)(name);
  const { occurrence, notBefore } = knowledge.about(kind.id, subject);
  if (occurrence === 'never') return NEVER;
  if (occurrence !== null) return { initial: false, changes: [{ from: occurrence, value: true }] };
  return notBefore === null ? UNKNOWN : { initial: false, changes: [{ from: notBefore, value: null }] };
}

const UNKNOWN: Steps<Value | null> = { initial: null, changes: [] };
const NEVER: Steps<Value | null> = { initial: false, changes: [] };

function keptOf<T>(all: Map<string, T[]>, party: string): T[] {
  const kept = all.get(party) ?? [];
  if (kept.length === 0) all.set(party, kept);
  return kept;
}
