import type { Commencement } from '../../core/kernel/commencement.ts';
import { eventsOf, findCommencementCycle } from '../../core/kernel/commencement-cycle.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { factKindSchema, factSchema } from '../../core/obligation/fact.schema.ts';
import { type Derivation, type Fact, type FactKind, isRecordable } from '../../core/obligation/fact.ts';
import { readFactValue } from '../../core/obligation/fact-value.ts';
import { circle } from './check-wordings.ts';
import { faultAt } from './fault.ts';
import { type Located, plainOf, select } from './located.ts';

/** What a derived kind comes to, and what it is about. */
const DERIVED: Record<Derivation['from'], { readonly type: FactKind['type'] | null; readonly subject: string | null }> =
  {
    category: { type: 'string', subject: 'party' },
    role: { type: 'bool', subject: 'party' },
    volume: { type: 'int', subject: 'party' },
    'change-of-supplier': { type: 'event', subject: 'system-group' },
    approval: { type: 'event', subject: 'market' },
    parameter: { type: null, subject: null },
    commencement: { type: 'event', subject: null },
  };

/** Kinds of facts that contradict themselves, or that wait for themselves by whatever detour. */
export function checkFactKinds(located: Located): Rejection[] {
  const kinds = kindsIn(located);
  const declared = new Map(kinds.map(({ kind }) => [kind.id, kind]));
  const faults = kinds.flatMap(({ kind, path }) => {
    const fault = kindFault(kind, declared);
    return fault === null ? [] : [faultAt(located, [...path, fault.field], fault.sentence)];
  });
  const cycle = findCommencementCycle(definitionsOf(kinds.map(({ kind }) => kind)));
  const at = kinds.find(({ kind }) => kind.id === cycle?.[0]);
  if (cycle === null || at === undefined) return faults;
  const field = at.kind.firstOf === null ? 'derived' : 'firstOf';
  return [...faults, faultAt(located, [...at.path, field], circle(cycle))];
}

/** Every fact of a case that is of a kind which nobody records, or whose value its kind does not take. */
export function checkFactValues(located: Located, kinds: readonly FactKind[]): Rejection[] {
  return select(located, 'facts.*').flatMap(({ part, path }) => {
    const parsed = factSchema.safeDecode(plainOf(part) as never);
    const kind = parsed.success ? kinds.find(({ id }) => id === parsed.data.kind) : undefined;
    if (!parsed.success || kind === undefined) return [];
    if (!isRecordable(kind)) {
      return [
        faultAt(located, [...path, 'kind'], `"${kind.id}" follows from the record; expected a kind that is recorded.`),
      ];
    }
    const fact: Fact = parsed.data;
    const read = readFactValue(kind, fact.value ?? null);
    return read.ok ? [] : [faultAt(located, [...path, 'value'], read.sentence)];
  });
}

/** What named events wait for: the first of a kind for those of that kind, a named commencement for its own. */
export function definitionsOf(
  kinds: readonly Pick<FactKind, 'id' | 'firstOf' | 'derived'>[],
): Map<string, Commencement> {
  return new Map(
    kinds.flatMap(({ id, firstOf, derived }): [string, Commencement][] => {
      if (firstOf !== null) return [[id, { kind: 'event', event: firstOf }]];
      return derived?.from === 'commencement' ? [[id, derived.commences]] : [];
    }),
  );
}

function kindsIn(located: Located) {
  return select(located, 'factKinds.*').flatMap(({ part, path }) => {
    const parsed = factKindSchema.safeDecode(plainOf(part) as never);
    return parsed.success ? [{ kind: parsed.data as FactKind, path }] : [];
  });
}

interface KindFault {
  readonly field: string;
  readonly sentence: string;
}

function kindFault(kind: FactKind, declared: ReadonlyMap<string, FactKind>): KindFault | null {
  const { id, type, values, absent, derived, firstOf, completeFrom, completeUntil, subject } = kind;
  if (values !== null && type !== 'string') {
    return {
      field: 'values',
      sentence: `"${id}" lists values and is of type ${type}; expected them with type string only.`,
    };
  }
  if (firstOf !== null && (type !== 'event' || (declared.get(firstOf)?.type ?? 'event') !== 'event')) {
    return { field: 'firstOf', sentence: `"${id}" is the first of "${firstOf}"; expected both to be events.` };
  }
  if (absent !== null) {
    const read = readFactValue(kind, absent);
    if (!read.ok) return { field: 'absent', sentence: read.sentence };
  }
  if (completeFrom !== null && (completeUntil === null || completeUntil <= completeFrom)) {
    const sentence = `"${id}" is complete from a day and not until a later one; expected completeUntil after completeFrom.`;
    return { field: 'completeFrom', sentence };
  }
  if (derived === null) return null;
  const expected = DERIVED[derived.from];
  if (expected.type !== null && expected.type !== type) {
    const sentence = `"${id}" is derived from a ${derived.from} and of type ${type}; expected type ${expected.type}.`;
    return { field: 'type', sentence };
  }
  if (expected.subject !== null && expected.subject !== subject) {
    const sentence = `"${id}" is derived from a ${derived.from} and about a ${subject}; expected subject ${expected.subject}.`;
    return { field: 'subject', sentence };
  }
  if (derived.from !== 'commencement' || subject !== 'market') return null;
  const own = eventsOf(derived.commences).find((event) => (declared.get(event)?.subject ?? 'market') !== 'market');
  if (own === undefined) return null;
  const sentence = `"${id}" is about the market and waits for "${own}", which each ${declared.get(own)?.subject} has its own day of; expected events of the market.`;
  return { field: 'derived', sentence };
}
