import { type Day, writeDay } from '../kernel/day.ts';
import type { Fact, FactKind } from './fact.ts';
import type { Assumption } from './knowledge.ts';

/**
 * The first two things that cannot both be, in a sentence: a first of its kind that never comes, or comes later than
 * one of its kind, or on a day on which none can come because a day (or never) is supposed of all. Null when all fits.
 */
export function contradictionIn(
  kinds: readonly FactKind[],
  facts: readonly Pick<Fact, 'kind' | 'subject' | 'effectiveOn'>[],
  assumed: readonly Assumption[],
): string | null {
  for (const { id: first, firstOf } of kinds) {
    if (firstOf === null) continue;
    const sentence = contradiction(first, firstOf, facts, assumed);
    if (sentence !== null) return sentence;
  }
  return null;
}

function contradiction(
  first: string,
  kind: string,
  facts: readonly Pick<Fact, 'kind' | 'subject' | 'effectiveOn'>[],
  assumed: readonly Assumption[],
): string | null {
  const recordedFirst = facts.find((fact) => fact.kind === first);
  const supposedFirst = assumed.find((one) => one.event === first);
  const day = recordedFirst?.effectiveOn ?? supposedFirst?.day;
  if (day === undefined) return null;
  const recorded = facts.filter((fact) => fact.kind === kind);
  const supposed = assumed.filter(
    (one) => one.event === kind && !recorded.some((fact) => fact.subject === one.subject),
  );
  const own: Own[] = [
    ...recorded.map((fact) => ({ subject: fact.subject, day: fact.effectiveOn })),
    ...supposed.flatMap((one) => (one.day === null ? [] : [{ subject: one.subject, day: one.day }])),
  ];
  const [earliest] = own.toSorted((a, b) => a.day - b.day);
  if (earliest !== undefined && (day === null || day > earliest.day)) {
    return `${said(first, day)} contradicts ${said(named(kind, earliest.subject), earliest.day)}; the first comes no later than any.`;
  }
  const ofAll = supposed.find((one) => one.subject === null);
  if (ofAll === undefined || day === null || day === earliest?.day) return null;
  return `${said(first, day)} contradicts ${said(kind, ofAll.day)}; the first comes on the day of one of them.`;
}

interface Own {
  readonly subject: string | null;
  readonly day: Day;
}

function named(kind: string, subject: string | null): string {
  return subject === null ? kind : `${kind}:${subject}`;
}

function said(event: string, day: Day | null): string {
  return `"${event}" ${day === null ? 'never' : `on ${writeDay(day)}`}`;
}
