import type { Day } from '../kernel/day.ts';
import type { Fact, FactKind } from './fact.ts';
import type { Subject } from './subject.ts';

/** The recorded facts by which it is known that an event took place on a day, or that a kind has had a value since then. */
export type FactSources = (kind: string, subject: Subject, day: Day) => readonly Fact[];

/** Finds facts by kind, by what they are about and by day; of a first of its kind, those of that kind that came on the day. */
export function factSources(kinds: readonly FactKind[], facts: readonly Fact[]): FactSources {
  const byKind = Map.groupBy(facts, (fact) => fact.kind);
  const declared = new Map(kinds.map((kind) => [kind.id, kind]));
  return (id, subject, day) => {
    const kind = declared.get(id);
    const about = kind?.subject === 'system-group' ? subject.id : kind?.subject === 'party' ? subject.supplier : null;
    const own = (byKind.get(id) ?? []).filter((fact) => fact.effectiveOn === day && fact.subject === about);
    if (own.length > 0 || kind?.firstOf == null) return own;
    return (byKind.get(kind.firstOf) ?? []).filter((fact) => fact.effectiveOn === day);
  };
}
