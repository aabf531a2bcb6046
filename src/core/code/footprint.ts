import { type Amendment, subjectOf } from './amendment.ts';
import { idsOf } from './amendment-clash.ts';
import { isOfCode } from './printed-reference.ts';
import type { Place, Provision } from './provision.ts';
import { walk } from './tree.ts';

/**
 * What an amendment touches, as keys: two amendments can clash only where one writes what the other writes or reads. A
 * key is a letter for what is meant, and a name: words `w`, existence `e`, gap between provisions `g`, number of a
 * provision `n`, number newly printed `#`, where a provision stands `m`.
 */
export interface Footprint {
  readonly writes: readonly string[];
  readonly reads: readonly string[];
}

/** The footprint of an amendment. It is never too small; it may be too large. */
export function footprintOf(amendment: Amendment): Footprint {
  switch (amendment.kind) {
    case 'substitute':
    case 'replace':
      return { writes: [`w:${amendment.target}`], reads: [`e:${amendment.target}`] };
    case 'renumber': {
      const { target, to } = amendment;
      return { writes: [`n:${target}`, ...printed(to)], reads: [`e:${target}`] };
    }
    case 'insert': {
      const { at, provision } = amendment;
      return {
        writes: [
          gapKey(at),
          gapKey({ ...at, after: provision.id }),
          ...made([provision]),
          ...printedBeside(at, provision),
        ],
        reads: parentOf(at),
      };
    }
    case 'repeal': {
      const { at, provision } = amendment;
      const gone = idsOf(provision).flatMap((id) => [`e:${id}`, `w:${id}`]);
      return { writes: [gapKey(at), gapKey({ ...at, after: provision.id }), ...gone], reads: parentOf(at) };
    }
    case 'move': {
      const { target, from, to } = amendment;
      const gaps = [from, to, { ...from, after: target }, { ...to, after: target }].map(gapKey);
      return { writes: [`m:${target}`, ...gaps], reads: [`e:${target}`, ...parentOf(from), ...parentOf(to)] };
    }
    case 'split':
    case 'join': {
      const { target, provision } = amendment;
      const ids = [target, ...idsOf(provision)];
      const writes = ids.flatMap((id) => [`e:${id}`, `w:${id}`, `m:${id}`, `n:${id}`, `a:${id}`]);
      return { writes: [...writes, ...made([provision])], reads: [] };
    }
  }
}

/** Amendments of one list in groups: those of different groups touch nothing in common, in the order of the list. */
export function groupsOf(amendments: readonly Amendment[]): readonly (readonly Amendment[])[] {
  const footprints = amendments.map(footprintOf);
  const group = amendments.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (group[at] !== at) at = group[at] as number;
    return at;
  };
  const writers = new Map<string, number>();
  const join = (index: number, key: string): void => {
    const writer = writers.get(key);
    if (writer !== undefined) group[rootOf(index)] = rootOf(writer);
  };
  for (const [index, { writes }] of footprints.entries()) {
    for (const key of writes) {
      join(index, key);
      if (!writers.has(key)) writers.set(key, index);
    }
  }
  for (const [index, { reads }] of footprints.entries()) for (const key of reads) join(index, key);
  return [...Map.groupBy(amendments.keys(), rootOf).values()].map((indexes) =>
    indexes.map((index) => amendments[index] as Amendment),
  );
}

/** Whether an amendment changes a provision or anything below it, or puts something there. */
export function touches(amendment: Amendment, provision: Provision): boolean {
  const here = new Set(idsOf(provision));
  const into =
    amendment.kind === 'insert' ? amendment.at.parent : amendment.kind === 'move' ? amendment.to.parent : null;
  if (into !== null && here.has(into)) return true;
  const gone = amendment.kind === 'repeal' || amendment.kind === 'join' ? idsOf(amendment.provision) : [];
  return [subjectOf(amendment), ...gone].some((id) => here.has(id));
}

/** Where a reader sees that an amendment would change something, by id; what is inserted is seen at its parent. */
export function placesOf(amendment: Amendment): readonly string[] {
  switch (amendment.kind) {
    case 'insert':
      return amendment.at.parent === null ? [] : [amendment.at.parent];
    case 'repeal':
      return idsOf(amendment.provision);
    case 'move':
      return [amendment.target, ...(amendment.to.parent === null ? [] : [amendment.to.parent])];
    case 'join':
      return [amendment.target, ...idsOf(amendment.provision)];
    default:
      return [subjectOf(amendment)];
  }
}

function made(provisions: readonly Provision[]): string[] {
  return walk({ provisions }).flatMap(({ provision }) => [`e:${provision.id}`, ...printed(provision.number)]);
}

/** A number of the whole code. */
function printed(number: string | null): string[] {
  return number !== null && isOfCode(number) ? [`#:${number}`] : [];
}

/** A number of what is inserted that counts in what it stands in. */
function printedBeside({ parent }: Place, { number }: Provision): string[] {
  return number === null || isOfCode(number) ? [] : [`#:${parent} ${number}`];
}

/** A gap, told by what stands before it; also by its parent's id where it is first, since a division reads that. */
function gapKey({ parent, after }: Place): string {
  return after === null ? `g:/${parent}` : `a:${after}`;
}

function parentOf({ parent }: Place): string[] {
  return parent === null ? [] : [`e:${parent}`];
}
