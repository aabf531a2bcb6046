import type { Day } from '../kernel/day.ts';
import type { Fact, FactKind } from './fact.ts';
import type { Subject } from './subject.ts';

/** The recorded facts behind what is known of events and values. */
export interface FactSources {
  /** Those by which it is known that an event took place on a day; of a first of its kind, those of that kind. */
  readonly on: (kind: string, subject: Subject, day: Day) => readonly Fact[];
  /** All of a kind that are about a subject, in order of days. */
  readonly all: (kind: string, subject: Subject) => readonly Fact[];
}

/** Finds facts by kind, by what they are about and by day. */
export function factSources(kinds: readonly FactKind[], facts: readonly Fact[]): FactSources {
  const bySubject = Map.groupBy(facts, ({ kind, subject }) => JSON.stringify([kind, subject]));
  const byDay = Map.groupBy(facts, ({ kind, effectiveOn }) => `${kind} ${effectiveOn}`);
  const declared = new Map(kinds.map((kind) => [kind.id, kind]));
  const all = (id: string, subject: Subject): readonly Fact[] => {
    const kind = declared.get(id);
    const about = kind?.subject === 'system-group' ? subject.id : kind?.subject === 'party' ? subject.supplier : null;
    return (bySubject.get(JSON.stringify([id, about])) ?? []).toSorted((a, b) => a.effectiveOn - b.effectiveOn);
  };
  return {
    all,
    on: (id, subject, day) => {
      const own = all(id, subject).filter((fact) => fact.effectiveOn === day);
      const of = declared.get(id)?.firstOf ?? null;
      if (own.length > 0 || of === null) return own;
      return byDay.get(`${of} ${day}`) ?? [];
    },
  };
}
