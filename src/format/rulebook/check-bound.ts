import type { Rejection } from '../../core/kernel/rejection.ts';
import type { Instrument } from '../../core/rulebook/rulebook.ts';
import { describe, faultAt, oneOf } from './fault.ts';
import { referencesOf } from './instrument-texts.ts';
import { type Located, type Path, partAt, plainOf, select } from './located.ts';

/** Obligations and their relations to provisions that no version of the instrument holds, and versions that it never had. */
export function checkBound(located: Located, instruments: readonly Instrument[]): Rejection[] {
  const held = new Map(
    instruments.map((one) => [one.id, { title: one.title, references: referencesOf(one), labels: labelsOf(one) }]),
  );
  const bound = [...select(located, 'obligations.*'), ...select(located, 'obligations.*.relations.*')];
  const provisions = bound.flatMap(({ part, path }) => {
    const holder = held.get(textAt(part, 'instrument') ?? '');
    const provision = textAt(part, 'provision');
    if (holder === undefined || provision === null || holder.references.has(provision)) return [];
    const sentence = `Found ${describe(provision)}, which no version of ${holder.title} holds; expected the printed reference of a provision, such as G3.26 or G3.28(a).`;
    return [faultAt(located, [...path, 'provision'], sentence)];
  });
  const versions = select(located, 'obligations.*').flatMap(({ part, path }) => {
    const holder = held.get(textAt(part, 'instrument') ?? '');
    const label = textAt(part, 'boundTo');
    if (holder === undefined || label === null || holder.labels.includes(label)) return [];
    const sentence = `Found ${describe(label)}, which is no version of ${holder.title}; expected ${oneOf(holder.labels)}.`;
    return [faultAt(located, [...path, 'boundTo'], sentence)];
  });
  return [...provisions, ...versions, ...checkPrecedence(located)];
}

interface Ranked {
  readonly id: string;
  readonly at: string;
  /** Provisions to which it yields, with the place of the relation. */
  readonly yields: readonly { readonly to: string; readonly path: Path }[];
}

/** Obligations that each yield to the next, in a circle, so that none of them would hold. */
function checkPrecedence(located: Located): Rejection[] {
  const all = select(located, 'obligations.*').map(({ part, path }): Ranked => {
    const relations = select(part, 'relations.*').filter((one) => textAt(one.part, 'kind') === 'subject-to');
    return {
      id: textAt(part, 'id') ?? '',
      at: keyOf(part),
      yields: relations.map((one) => ({ to: keyOf(one.part), path: [...path, ...one.path] })),
    };
  });
  const byPlace = Map.groupBy(all, ({ at }) => at);
  const settled = new Set<string>();
  const visit = (one: Ranked, above: readonly Ranked[]): Rejection | null => {
    if (settled.has(one.id)) return null;
    const trail = [...above, one];
    for (const { to, path } of one.yields) {
      for (const next of byPlace.get(to) ?? []) {
        const from = trail.findIndex(({ id }) => id === next.id);
        if (from >= 0) {
          const names = [...trail.slice(from), next].map(({ id }) => id).join(' → ');
          const sentence = `Found obligations that are subject to one another in a circle (${names}); expected one of them to prevail.`;
          return faultAt(located, path, sentence);
        }
        const found = visit(next, trail);
        if (found !== null) return found;
      }
    }
    settled.add(one.id);
    return null;
  };
  for (const one of all) {
    const found = visit(one, []);
    if (found !== null) return [found];
  }
  return [];
}

function keyOf(part: Located): string {
  return JSON.stringify([textAt(part, 'instrument'), textAt(part, 'provision')]);
}

function textAt(part: Located, key: string): string | null {
  const found = partAt(part, [key]);
  const value = found === undefined ? null : plainOf(found);
  return typeof value === 'string' ? value : null;
}

function labelsOf({ base, versions }: Instrument): readonly string[] {
  return [base.label, ...versions.map(({ label }) => label)];
}
