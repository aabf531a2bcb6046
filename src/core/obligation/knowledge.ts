import type { Occurrence } from '../kernel/commencement.ts';
import type { Value } from '../kernel/condition.ts';
import type { Day } from '../kernel/day.ts';
import { type Steps, steps } from '../kernel/steps.ts';
import type { Fact, FactKind } from './fact.ts';
import type { Subject } from './subject.ts';

/** What a reader supposes of an event that is not recorded; `subject` null: of every subject without a record of its own. */
export interface Assumption {
  readonly event: string;
  readonly subject: string | null;
  /** Null: it never happens. */
  readonly day: Day | null;
}

/** What is known of an event. `notBefore` is the first day on which it may have happened unrecorded; null: any day. */
export interface Known {
  readonly occurrence: Occurrence;
  readonly notBefore: Day | null;
}

/** What is known of the events of the market and of each subject. */
export interface Knowledge {
  readonly kinds: ReadonlyMap<string, FactKind>;
  readonly about: (event: string, subject: Subject | null) => Known;
  /** What a kind of fact that has values comes to over days; null while nothing is known. */
  readonly values: (kind: string, subject: Subject | null) => Steps<Value | null>;
}

/**
 * Facts and assumptions as one answer. What is recorded wins over what is assumed. The earliest recorded event of a
 * kind stands as the first of the market until an earlier one is recorded, and no subject's own comes before it.
 */
export function knowledgeOf(
  factKinds: readonly FactKind[],
  facts: readonly Pick<Fact, 'kind' | 'subject' | 'effectiveOn' | 'value'>[],
  assumed: readonly Assumption[],
): Knowledge {
  const kinds = new Map(factKinds.map((kind) => [kind.id, kind]));
  const recorded = earliest(facts.map((fact) => ({ event: fact.kind, subject: fact.subject, day: fact.effectiveOn })));
  const supposed = earliest(assumed);
  const settled = (event: string, subject: string | null): Occurrence =>
    of(recorded, event, subject) ?? of(supposed, event, subject) ?? of(supposed, event, null) ?? null;
  const firsts = new Map<string, Occurrence>();
  for (const kind of factKinds) {
    if (kind.firstOf === null) continue;
    firsts.set(kind.id, settled(kind.id, null) ?? firstOf(recorded.get(kind.firstOf), supposed.get(kind.firstOf)));
  }
  const firstOfKind = new Map(
    factKinds.flatMap((kind) => (kind.firstOf === null ? [] : [[kind.firstOf, firsts.get(kind.id) ?? null] as const])),
  );
  const valued = Map.groupBy(facts, ({ kind, subject }) => keyOf(kind, subject));
  return {
    kinds,
    values: (id, subject) =>
      steps<Value | null>(
        null,
        (valued.get(keyOf(id, subjectOf(kinds.get(id), subject))) ?? []).map(({ effectiveOn, value }) => ({
          from: effectiveOn,
          value: value ?? null,
        })),
      ),
    about: (event, subject) => {
      const kind = kinds.get(event);
      const occurrence = firsts.get(event) ?? settled(event, subjectOf(kind, subject));
      const notBefore = kind?.completeUntil ?? null;
      if (occurrence !== null) return { occurrence, notBefore };
      const first = firstOfKind.get(event) ?? null;
      if (first === null) return { occurrence, notBefore };
      return first === 'never' ? { occurrence: first, notBefore } : { occurrence, notBefore: later(notBefore, first) };
    },
  };
}

/** The knowledge of someone for whom some events of one subject are settled. */
export function settling(knowledge: Knowledge, settled: ReadonlyMap<string, Day | 'never'>): Knowledge {
  return {
    ...knowledge,
    about: (event, subject) => {
      const occurrence = settled.get(event);
      return occurrence === undefined ? knowledge.about(event, subject) : { occurrence, notBefore: null };
    },
  };
}

type Days = ReadonlyMap<string, ReadonlyMap<string | null, Day | 'never'>>;

function earliest(all: readonly Assumption[]): Days {
  const days = new Map<string, Map<string | null, Day | 'never'>>();
  for (const { event, subject, day } of all) {
    const bySubject = days.get(event) ?? new Map<string | null, Day | 'never'>();
    days.set(event, bySubject);
    const before = bySubject.get(subject);
    if (before === undefined || before === 'never' || (day !== null && day < before))
      bySubject.set(subject, day ?? 'never');
  }
  return days;
}

function of(days: Days, event: string, subject: string | null): Day | 'never' | undefined {
  return days.get(event)?.get(subject);
}

/** The first of what is recorded and supposed; never only when it is supposed of every subject that has no record. */
function firstOf(...all: readonly (ReadonlyMap<string | null, Day | 'never'> | undefined)[]): Occurrence {
  const occurrences = all.flatMap((one) => [...(one?.values() ?? [])]);
  const days = occurrences.filter((one) => one !== 'never');
  if (days.length > 0) return Math.min(...days) as Day;
  return all.some((one) => one?.get(null) === 'never') ? 'never' : null;
}

function keyOf(kind: string, subject: string | null): string {
  return JSON.stringify([kind, subject]);
}

function subjectOf(kind: FactKind | undefined, subject: Subject | null): string | null {
  if (kind?.subject === 'system-group') return subject?.id ?? null;
  return kind?.subject === 'party' ? (subject?.supplier ?? null) : null;
}

function later(a: Day | null, b: Day): Day {
  return a === null || a < b ? b : a;
}
