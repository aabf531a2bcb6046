import type { Commenced, Occurrence } from '../kernel/commencement.ts';
import type { Value } from '../kernel/condition.ts';
import type { Day } from '../kernel/day.ts';
import type { Calendars } from '../kernel/resolve-commencement.ts';
import { always, type Steps, steps } from '../kernel/steps.ts';
import type { Calendar } from '../kernel/working-days.ts';
import { commencedFor } from './commenced-for.ts';
import type { Fact, FactKind } from './fact.ts';
import type { Subject } from './subject.ts';

/** What a reader supposes of an event that is not recorded; `subject` null: of every subject without a record of its own. */
export interface Assumption {
  readonly event: string;
  readonly subject: string | null;
  /** Null: it never happens. */
  readonly day: Day | null;
}

/** What the name of an assumption is about: `system-enrolled:pebblewick-x` supposes an event of one subject. */
export function assumedOf(name: string): Pick<Assumption, 'event' | 'subject'> {
  const [event = name, subject = null] = name.split(/:(.*)/s);
  return { event, subject };
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
  /** In which Working Days are counted. */
  readonly calendars: Calendars;
}

/**
 * Facts and assumptions as one answer. What is recorded wins over what is assumed. The earliest recorded event of a
 * kind stands as the first of the market until an earlier one is recorded, and no subject's own comes before it.
 */
export function knowledgeOf(
  factKinds: readonly FactKind[],
  facts: readonly Pick<Fact, 'kind' | 'subject' | 'effectiveOn' | 'value'>[],
  assumed: readonly Assumption[],
  calendars: readonly Calendar[] = [],
): Knowledge {
  const kinds = new Map(factKinds.map((kind) => [kind.id, kind]));
  const recorded = earliest(
    facts.map(({ kind, subject, effectiveOn, value }) => ({
      event: kind,
      subject,
      day: value === false ? null : effectiveOn,
    })),
  );
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
  const knowledge: Knowledge = {
    kinds,
    calendars: new Map(calendars.map((calendar) => [calendar.id, calendar])),
    values: (id, subject) => {
      const kind = kinds.get(id);
      return valueSteps(kind, valued.get(keyOf(id, subjectOf(kind, subject))) ?? []);
    },
    about: (event, subject) => {
      const kind = kinds.get(event);
      const occurrence = firsts.get(event) ?? settled(event, subjectOf(kind, subject));
      const notBefore = kind?.completeUntil ?? null;
      if (occurrence !== null) return { occurrence, notBefore };
      if (kind?.derived?.from === 'commencement') {
        return knownOf(commencedFor(kind.derived.commences, { knowledge, subject }));
      }
      const first = firstOfKind.get(event) ?? null;
      if (first === null) return { occurrence, notBefore };
      return first === 'never' ? { occurrence: first, notBefore } : { occurrence, notBefore: later(notBefore, first) };
    },
  };
  return knowledge;
}

/** What a kind comes to over days: its records; before the first of them what absence means, where the record is complete. */
function valueSteps(
  kind: FactKind | undefined,
  records: readonly Pick<Fact, 'effectiveOn' | 'value'>[],
): Steps<Value | null> {
  const told = records.map(({ effectiveOn, value }) => ({ from: effectiveOn, value: value ?? null }));
  const first = Math.min(...told.map(({ from }) => from));
  const { initial, changes } = absenceSteps(kind);
  return steps<Value | null>(initial, [...changes.filter(({ from }) => from < first), ...told]);
}

function absenceSteps(kind: FactKind | undefined): Steps<Value | null> {
  if (kind === undefined || kind.absent === null) return always<Value | null>(null);
  const { absent, derived, completeFrom, completeUntil } = kind;
  if (derived !== null) return always<Value | null>(absent);
  if (completeUntil === null) return always<Value | null>(null);
  const unknown = { from: completeUntil, value: null };
  if (completeFrom === null) return steps<Value | null>(absent, [unknown]);
  return steps<Value | null>(
    null,
    completeFrom < completeUntil ? [{ from: completeFrom, value: absent }, unknown] : [],
  );
}

function knownOf(commenced: Commenced): Known {
  if (commenced.kind === 'unknown') return { occurrence: null, notBefore: commenced.notBefore };
  return { occurrence: commenced.kind === 'never' ? 'never' : commenced.day, notBefore: null };
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
