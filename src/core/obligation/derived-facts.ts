import type { Occurrence } from '../kernel/commencement.ts';
import type { Day } from '../kernel/day.ts';
import type { Parameter } from '../kernel/parameter.ts';
import { mapSteps, type Steps, steps } from '../kernel/steps.ts';
import type { Party } from '../party/party.ts';
import { categorySteps, roleSteps } from '../party/party-over-time.ts';
import type { Derivation, Fact, FactKind, FactValue } from './fact.ts';
import type { Subject } from './subject.ts';

/** A group of like systems as far as volumes go. */
interface CountedGroup extends Subject {
  readonly counts: Readonly<Record<'devices' | 'premises' | 'systems', number>>;
}

/** What facts are derived from. */
export interface DerivedFrom {
  readonly parties: readonly Party[];
  readonly groups: readonly CountedGroup[];
  /** Day of the approval of a modification by id; null while that is open, or when the record does not hold it. */
  readonly approvalOf: (modification: string) => Occurrence;
  /** The dated numbers and words of the law. */
  readonly parameters: readonly Parameter[];
}

type DerivedKind = FactKind & { readonly derived: Derivation };

/**
 * What the record itself says under kinds of facts that nobody records, in the shape of recorded facts: one for each day
 * on which a value changes, from admission on. Named commencements are none: they follow from facts.
 */
export function derivedFacts(kinds: readonly FactKind[], from: DerivedFrom): Fact[] {
  return kinds.flatMap((kind) => (kind.derived === null ? [] : factsOf({ ...kind, derived: kind.derived }, from)));
}

/**
 * Kinds as they are known on a day: of events that the record itself answers, every one before that day is in it; of
 * the others no more is known than that day, however far a source that came later speaks.
 */
export function kindsKnownOn(kinds: readonly FactKind[], on: Day): FactKind[] {
  return kinds.map((kind) => {
    const from = kind.derived?.from;
    if (from === 'change-of-supplier' || from === 'approval') return { ...kind, completeUntil: on };
    return kind.completeUntil !== null && kind.completeUntil > on ? { ...kind, completeUntil: on } : kind;
  });
}

/** Of a value that was there before anything in the record. */
const SINCE_EVER = 0 as Day;

function factsOf(kind: DerivedKind, { parties, groups, approvalOf, parameters }: DerivedFrom): Fact[] {
  const { derived } = kind;
  switch (derived.from) {
    case 'category':
      return parties.flatMap((party) => fromAdmission(kind, party, categorySteps(party)));
    case 'role':
      // what absence means anyhow is no fact of its own
      return parties.flatMap((party) =>
        fromAdmission(
          kind,
          party,
          mapSteps(roleSteps(party), (roles) => roles.includes(derived.role)),
        ).filter(({ value }, at) => at > 0 || value !== kind.absent),
      );
    case 'volume': {
      const bySupplier = Map.groupBy(
        groups.filter(({ generation }) => derived.generation === null || generation === derived.generation),
        ({ supplier }) => supplier,
      );
      return parties.flatMap(({ id }) => {
        const { changes } = volumeSteps(bySupplier.get(id) ?? [], derived.unit);
        return changes.map(({ from, value }) => factOf(kind, id, from, value, `party/${id}`));
      });
    }
    case 'change-of-supplier':
      return groups.flatMap((group) => {
        const { id, supplier, operatedUntil } = group;
        const goesOn = groups.some((other) => other.id === id && other.operatedFrom === operatedUntil);
        return operatedUntil === undefined || !goesOn
          ? []
          : [factOf(kind, id, operatedUntil, undefined, `party/${supplier}`)];
      });
    case 'approval': {
      const approved = approvalOf(derived.modification);
      const stream = `modification/${derived.modification}`;
      if (approved === null) return [];
      // an event that is false never happens
      return [
        approved === 'never'
          ? factOf(kind, null, 0 as Day, false, stream)
          : factOf(kind, null, approved, undefined, stream),
      ];
    }
    case 'parameter': {
      const values = parameters.find(({ id }) => id === derived.parameter)?.values ?? [];
      return values.map(({ from, value, citation }) => ({
        ...factOf(kind, null, from ?? SINCE_EVER, value, ''),
        citation,
      }));
    }
    case 'commencement':
      return [];
  }
}

/** How much a supplier operates over days, as the sum over its groups of systems. */
function volumeSteps(groups: readonly CountedGroup[], unit: 'devices' | 'premises' | 'systems'): Steps<number> {
  const moves = groups.flatMap(({ counts, operatedFrom, operatedUntil }) =>
    operatedUntil === undefined
      ? [{ from: operatedFrom, by: counts[unit] }]
      : operatedUntil <= operatedFrom
        ? []
        : [
            { from: operatedFrom, by: counts[unit] },
            { from: operatedUntil, by: -counts[unit] },
          ],
  );
  const ordered = moves.toSorted((a, b) => a.from - b.from);
  let total = 0;
  const changes = ordered.map(({ from, by }) => {
    total += by;
    return { from, value: total };
  });
  return steps(0, changes);
}

function fromAdmission(
  kind: DerivedKind,
  { id, admittedOn, changes: told = [] }: Party,
  values: Steps<FactValue>,
): Fact[] {
  const { initial, changes } = values;
  const later = changes.filter(({ from }) => from > admittedOn);
  const first = changes.findLast(({ from }) => from <= admittedOn)?.value ?? initial;
  return [{ from: admittedOn, value: first }, ...later].map(({ from, value }) => {
    const fact = factOf(kind, id, from, value, `party/${id}`);
    const cited = told.findLast((change) => change.from === from);
    return cited === undefined ? fact : { ...fact, citation: cited.citation };
  });
}

function factOf(
  kind: DerivedKind,
  subject: string | null,
  on: Day,
  value: FactValue | undefined,
  stream: string,
): Fact {
  return {
    id: `${kind.id}:${subject ?? ''}:${on}`,
    kind: kind.id,
    subject,
    effectiveOn: on,
    ...(value === undefined ? {} : { value }),
    citation: { source: 'The record', clause: stream, certainty: 'derived' },
  };
}
