import { parseCondition } from '../../core/kernel/parse-condition.ts';
import { printCondition } from '../../core/kernel/print-condition.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { conditionFault } from '../../core/obligation/condition-fault.ts';
import { dueFault, dutyIdFault } from '../../core/obligation/duty-fault.ts';
import { factKindSchema } from '../../core/obligation/fact.schema.ts';
import type { FactKind } from '../../core/obligation/fact.ts';
import { dueSchema, obligationSchema } from '../../core/obligation/obligation.schema.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { faultAt } from './fault.ts';
import { type Located, type Path, partAt, plainOf, select } from './located.ts';

/**
 * Duties, or what is set anew of one that is `known`, at the places that patterns meet: ids that are none, conditions that
 * cannot be asked or never settled, and times that wait for no event or are too long.
 */
export function checkDuties(
  located: Located,
  places: readonly string[],
  kinds: readonly FactKind[],
  known: readonly Obligation[] = [],
): Rejection[] {
  return places
    .flatMap((place) => select(located, place))
    .flatMap(({ part, path }) => {
      const id = valueAt(located, [...path.slice(0, -1), 'obligation']);
      const before = known.find((one) => one.id === id);
      const own = obligationSchema.shape.each.safeParse(valueAt(part, ['each']));
      const duty: Owed = { part, path, before, each: own.success ? own.data : (before?.each ?? 'system') };
      return [...idFault(located, duty), ...conditionFaults(located, duty, kinds), ...dueFaults(located, duty, kinds)];
    });
}

interface Owed {
  readonly part: Located;
  readonly path: Path;
  /** As it is without what is set anew. */
  readonly before: Obligation | undefined;
  readonly each: Obligation['each'];
}

function idFault(located: Located, { part, path }: Owed): Rejection[] {
  const id = valueAt(part, ['id']);
  const sentence = typeof id === 'string' ? dutyIdFault(id) : null;
  return sentence === null ? [] : [faultAt(located, [...path, 'id'], sentence)];
}

function conditionFaults(
  located: Located,
  { part, path, before, each }: Owed,
  kinds: readonly FactKind[],
): Rejection[] {
  const own = valueAt(part, ['condition']);
  const kept = before?.condition ?? null;
  const text = own === undefined && kept !== null ? printCondition(kept) : own;
  // A text that is no condition at all is the schema's to refuse.
  if (typeof text !== 'string' || !parseCondition(text).ok) return [];
  const sentence = conditionFault(text, kinds, each);
  return sentence === null ? [] : [faultAt(located, [...path, own === undefined ? 'each' : 'condition'], sentence)];
}

function dueFaults(located: Located, { part, path, before, each }: Owed, kinds: readonly FactKind[]): Rejection[] {
  const own = valueAt(part, ['due']);
  const parsed = dueSchema.safeParse(own);
  const due = own === undefined ? (before?.due ?? null) : parsed.success ? parsed.data : null;
  const fault = due === null ? null : dueFault(due, kinds, each);
  if (fault === null) return [];
  return [faultAt(located, [...path, ...(own === undefined ? ['each'] : fault.field.split('.'))], fault.sentence)];
}

function valueAt(located: Located, path: Path): unknown {
  const part = partAt(located, path);
  return part === undefined ? undefined : plainOf(part);
}

/** The kinds of facts that a rulebook declares, so far as they can be read. */
export function kindsOf(located: Located): readonly FactKind[] {
  return select(located, 'factKinds.*').flatMap(({ part }) => {
    const parsed = factKindSchema.safeParse(plainOf(part));
    return parsed.success ? [parsed.data] : [];
  });
}
