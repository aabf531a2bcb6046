import { referenceInDocument, referenceOfPath } from './printed-reference.ts';
import type { Provision, ProvisionKind } from './provision.ts';
import type { Forest } from './tree.ts';

/** By identity, the name by which each provision of a text is asked for: `findByReference` finds it by that name alone. */
export type Names = ReadonlyMap<string, string>;

const known = new WeakMap<Forest['provisions'], Names>();

/**
 * Names every provision of a text: by its printed reference; where one before it prints the same, by that after the
 * number of its document; where that is taken too, by its identity.
 */
export function namesOf({ provisions }: Forest): Names {
  const kept = known.get(provisions);
  if (kept !== undefined) return kept;
  const met: { readonly id: string; readonly printed: string; readonly within: string }[] = [];
  const visit = (siblings: readonly Provision[], above: readonly Provision[]): void => {
    for (const provision of siblings) {
      const path = [...above, provision];
      met.push({ id: provision.id, printed: referenceOfPath(path), within: referenceInDocument(path) });
      visit(provision.children, path);
    }
  };
  visit(provisions, []);
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const take = (name: 'printed' | 'within'): void => {
    for (const one of met) {
      if (names.has(one.id) || taken.has(one[name])) continue;
      taken.add(one[name]);
      names.set(one.id, one[name]);
    }
  };
  take('printed');
  take('within');
  for (const { id } of met) if (!names.has(id)) names.set(id, id);
  known.set(provisions, names);
  return names;
}

const READ_IN_OTHERS: ReadonlySet<ProvisionKind> = new Set(['header-row', 'row', 'cell', 'note', 'image']);

/** Of a path from the top, the provision on whose page the last is read: a cell is read in its table, a note where it belongs. */
export function readIn(path: readonly Provision[]): Provision | undefined {
  return path.findLast(({ kind }) => !READ_IN_OTHERS.has(kind)) ?? path.at(-1);
}
