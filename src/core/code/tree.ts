import { ownReference, plain, referenceInDocument, referenceOfPath } from './printed-reference.ts';
import type { CodeText, Place, Provision } from './provision.ts';
import { referencesIn } from './reference-mention.ts';
import { groundOf, resolveReference } from './standing.ts';

/** Any run of provisions with all below them: a whole code, or one provision of it. */
export type Forest = Pick<CodeText, 'provisions'>;

/** A provision met on a walk. */
export interface Met {
  readonly provision: Provision;
  /** 0 at the top. */
  readonly depth: number;
}

/** A provision met on a walk, with where it stands. */
export interface Visited extends Met {
  /** From the top down to the provision itself. */
  readonly path: readonly Provision[];
  readonly place: Place;
}

/** Every provision in reading order: each before what is below it. */
export function walk(forest: Forest): Visited[] {
  const visited: Visited[] = [];
  const visit = (siblings: readonly Provision[], above: readonly Provision[]): void => {
    let after: string | null = null;
    for (const provision of siblings) {
      const path = [...above, provision];
      visited.push({ provision, depth: above.length, path, place: { parent: above.at(-1)?.id ?? null, after } });
      visit(provision.children, path);
      after = provision.id;
    }
  };
  visit(forest.provisions, []);
  return visited;
}

/** Every provision in reading order with its depth alone: for a whole code at once, where {@link walk} says more than is asked. */
export function inOrder(forest: Forest): Met[] {
  const met: Met[] = [];
  const visit = (siblings: readonly Provision[], depth: number): void => {
    for (const provision of siblings) {
      met.push({ provision, depth });
      if (provision.children.length > 0) visit(provision.children, depth + 1);
    }
  };
  visit(forest.provisions, 0);
  return met;
}

/** The first provision in reading order that is sought, with where it stands. */
function findOnWalk(
  forest: Forest,
  sought: (provision: Provision, path: readonly Provision[]) => boolean,
): Visited | null {
  const path: Provision[] = [];
  const find = (siblings: readonly Provision[]): Visited | null => {
    let after: string | null = null;
    for (const provision of siblings) {
      path.push(provision);
      if (sought(provision, path)) {
        const place = { parent: path.at(-2)?.id ?? null, after };
        return { provision, depth: path.length - 1, path: [...path], place };
      }
      const below = find(provision.children);
      if (below !== null) return below;
      path.pop();
      after = provision.id;
    }
    return null;
  };
  return find(forest.provisions);
}

/** The provision of an identity with where it stands, or null. */
export function findVisited(forest: Forest, id: string): Visited | null {
  return findOnWalk(forest, (provision) => provision.id === id);
}

/** The provision of an identity, or null. */
export function findById(forest: Forest, id: string): Provision | null {
  return findVisited(forest, id)?.provision ?? null;
}

/** Where the provision of an identity stands, or null. */
export function placeOf(forest: Forest, id: string): Place | null {
  return findVisited(forest, id)?.place ?? null;
}

/** From the top of the code down to the provision of an identity, itself included; empty when there is none. */
export function breadcrumb(forest: Forest, id: string): readonly Provision[] {
  return findVisited(forest, id)?.path ?? [];
}

/** The printed reference of the provision of an identity (`G3.28(a)`), or null when the text has none. */
export function referenceOf(forest: Forest, id: string): string | null {
  const path = breadcrumb(forest, id);
  return path.length === 0 ? null : referenceOfPath(path);
}

/** The printed references of provisions named by identity, found in one reading; what the text has not is not in it. */
export function referencesOf(forest: Forest, ids: ReadonlySet<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  findOnWalk(forest, ({ id }, path) => {
    if (ids.has(id)) found.set(id, referenceOfPath(path));
    return found.size === ids.size;
  });
  return found;
}

/**
 * The provision that a name means in this text, or null: a printed reference; where that is not unique, the reference
 * after the number of its document (`G Table 1`); or an identity. Curly quotes and extra spaces are read as plain.
 * What is none of these is read as words would be: `row 3 of the table in G3.4`, `paragraph 2 of Schedule 8`.
 */
export function findByReference(forest: Forest, reference: string): Provision | null {
  const wanted = plain(reference);
  const mayBe = (path: readonly Provision[]): boolean => wanted.endsWith(plain(ownReference(path)));
  const printed = findOnWalk(forest, (_, path) => mayBe(path) && plain(referenceOfPath(path)) === wanted);
  if (printed !== null) return printed.provision;
  const within = findOnWalk(forest, (_, path) => mayBe(path) && plain(referenceInDocument(path)) === wanted);
  return within?.provision ?? findById(forest, wanted) ?? findByWords(forest, wanted);
}

function findByWords(forest: Forest, words: string): Provision | null {
  const [mention] = referencesIn(words);
  if (mention === undefined || mention.start > 0 || mention.end < words.length) return null;
  const named = resolveReference(groundOf(forest), mention, null);
  return named.length === 1 ? (named[0]?.provision ?? null) : null;
}

/** Whether two provisions are equal with all below them. */
export function sameProvision(a: Provision, b: Provision): boolean {
  return (
    a === b ||
    (a.id === b.id &&
      a.kind === b.kind &&
      a.number === b.number &&
      a.heading === b.heading &&
      a.text === b.text &&
      a.children.length === b.children.length &&
      a.children.every((child, index) => sameProvision(child, b.children[index] as Provision)))
  );
}
