import { unkeptIn } from '../kernel/characters.ts';
import { referenceOfPath } from './printed-reference.ts';
import type { Provision, ProvisionKind } from './provision.ts';
import { withoutShared } from './shared-parts.ts';
import { type Forest, inOrder, type Visited, walk } from './tree.ts';

/** Something that keeps a drafted provision from standing as it is, with the provision by id. */
export interface DraftFault {
  readonly provision: string;
  readonly sentence: string;
}

const BELOW: Partial<Record<ProvisionKind, readonly ProvisionKind[]>> = {
  table: ['header-row', 'row', 'note'],
  'header-row': ['cell'],
  row: ['cell'],
};
const ONLY_IN: Partial<Record<ProvisionKind, readonly ProvisionKind[]>> = {
  'header-row': ['table'],
  row: ['table'],
  cell: ['header-row', 'row'],
};

/**
 * What is wrong with the provisions that a draft adds or changes: a printed reference that another bears, no words at
 * all, a definition without its term, a number with spaces around it, a table that is not made of rows and cells, a
 * character that the record cannot hold, an identity in use twice. What stood so before the draft is not its fault.
 */
export function faultsOfDraft(base: Forest, draft: Forest): readonly DraftFault[] {
  const [old, current] = withoutShared(base, draft);
  const before = new Map(walk(old).map((visited) => [visited.provision.id, visited]));
  const changed = walk(current).filter((visited) => {
    const was = before.get(visited.provision.id);
    return was === undefined || !sameOwn(was, visited);
  });
  if (changed.length === 0) return [];
  const times = new Map<string, number>();
  for (const { provision } of inOrder(draft)) times.set(provision.id, (times.get(provision.id) ?? 0) + 1);
  const bearers = bearersOf(draft, changed);
  return changed.flatMap(({ provision, path }) => {
    const others = isCounted(provision.kind) ? [] : (bearers.get(keyOf(path)) ?? []);
    return faultsOf({ provision, path }, others, times.get(provision.id) ?? 0).map((sentence) => ({
      provision: provision.id,
      sentence,
    }));
  });
}

/** By printed reference, for those of some provisions: who bears it. */
function bearersOf(draft: Forest, of: readonly Visited[]): ReadonlyMap<string, readonly string[]> {
  const numbered = of.filter(({ provision: { number, kind } }) => number !== null && !isCounted(kind));
  const bearers = new Map<string, string[]>(numbered.map(({ path }) => [keyOf(path), []]));
  const wanted = [...bearers.keys()];
  const path: Provision[] = [];
  const look = (provision: Provision): void => {
    const { id, number, kind } = provision;
    path.push(provision);
    // a reference ends with the number that it is of, and to print those of a whole code takes longer than all else
    const may = number !== null && !isCounted(kind) && wanted.some((one) => one.endsWith(number));
    if (may) bearers.get(keyOf(path))?.push(id);
    provision.children.forEach(look);
    path.pop();
  };
  if (wanted.length > 0) draft.provisions.forEach(look);
  return bearers;
}

function faultsOf(
  { provision, path }: Pick<Visited, 'provision' | 'path'>,
  bearers: readonly string[],
  times: number,
): string[] {
  const { id, kind, number, heading, text, children } = provision;
  const faults: string[] = [];
  const parent = path.at(-2)?.kind;
  const name = referenceOfPath(path);
  if (times > 1) faults.push(`The identity "${id}" is in use ${times} times; expected once.`);
  if (number !== null && bearers.length > 1)
    faults.push(`Another provision is numbered ${name} too; expected a number of its own.`);
  if (number !== null && number !== number.trim())
    faults.push(`The number “${number}” has spaces around it; expected none.`);
  if (kind === 'definition' && heading === null)
    faults.push('A definition defines nothing; expected the term in its heading.');
  if (number === null && heading === null && text.trim() === '' && children.length === 0 && kind !== 'cell')
    faults.push('There are no words here; expected some, or the provision taken out.');
  const within = ONLY_IN[kind];
  if (within !== undefined && (parent === undefined || !within.includes(parent)))
    faults.push(`A ${kind} stands outside a ${within.join(' or ')}; expected it within one.`);
  const below = BELOW[kind];
  const strange = below === undefined ? undefined : children.find((child) => !below.includes(child.kind));
  if (strange !== undefined) faults.push(`A ${strange.kind} stands in a ${kind}; expected ${below?.join(', ')} only.`);
  const unkept = [number ?? '', heading ?? '', text].map(unkeptIn).find((one) => one !== null);
  if (unkept != null) faults.push(`Found ${unkept.sentence}.`);
  return faults;
}

/** What tells printed references apart: within a schedule numbers begin anew. */
function keyOf(path: readonly Provision[]): string {
  const reference = referenceOfPath(path);
  if (!/^\d/.test(reference)) return reference;
  return `${path[0]?.id} ${reference}`;
}

function sameOwn(a: Visited, b: Visited): boolean {
  const [old, current] = [a.provision, b.provision];
  return (
    old.kind === current.kind &&
    old.number === current.number &&
    old.heading === current.heading &&
    old.text === current.text &&
    a.place.parent === b.place.parent &&
    (current.children.length > 0 || old.children.length === 0)
  );
}

function isCounted(kind: ProvisionKind): boolean {
  return kind === 'note' || kind === 'row' || kind === 'cell' || kind === 'header-row';
}
