import type { Division } from './amendment.ts';
import { type DraftNode, provisionOf } from './draft.ts';
import type { CodeText, Provision } from './provision.ts';
import { walk } from './tree.ts';
import { likeness, wordsOf } from './words.ts';

/** The joins by which provisions that are gone gave their words to the one before them; some may be reworded after that. */
export function joinsOf(before: CodeText, after: CodeText): readonly Division[] {
  const wanted = new Map(walk(after).map(({ provision }) => [provision.id, provision]));
  const joins: Division[] = [];
  const look = (siblings: readonly Provision[]): void => {
    for (const [index, provision] of siblings.entries()) {
      joins.push(...joinsInto(provision, siblings.slice(index + 1), wanted));
      look(provision.children);
    }
  };
  look(before.provisions);
  return joins;
}

function joinsInto(
  { id, kind, text }: Provision,
  following: readonly Provision[],
  wanted: ReadonlyMap<string, Provision>,
): readonly Division[] {
  const goal = wanted.get(id);
  if (goal === undefined || goal.kind !== kind || text === '' || goal.text === text) return [];
  const joins: Division[] = [];
  let joined = text;
  for (const next of following) {
    if (wanted.has(next.id)) break;
    const seam = seamIn(goal.text, joined, next.text);
    // what follows further may belong to it as well, so long as all is there word for word
    const between = seam?.between ?? prefixSeam(goal.text, joined, next.text);
    if (between === null) break;
    joins.push({ kind: 'join', target: id, at: joined.length, between, provision: next });
    if (seam !== null) return joins;
    joined += between + next.text;
  }
  return [];
}

/** The spaces between two pieces that stand at the start of longer words; null when they do not. */
function prefixSeam(whole: string, first: string, second: string): string | null {
  if (second === '' || !whole.startsWith(first)) return null;
  const between = /^\s*/.exec(whole.slice(first.length))?.[0] ?? '';
  return whole.startsWith(second, first.length + between.length) ? between : null;
}

/**
 * The split by which a provision that is new right after another took the end of its words; or null. One of the two has
 * its part unchanged; the other may be reworded after the split.
 */
export function divisionInto(node: DraftNode, goal: Provision, next: Provision): Division | null {
  const seam = goal.text === '' || goal.text === node.text ? null : seamIn(node.text, goal.text, next.text);
  if (seam === null) return null;
  const { at, between } = seam;
  const goes = new Set(next.children.map((child) => child.id));
  const children = node.children.slice(node.children.findLastIndex((child) => !goes.has(child.id)) + 1);
  const text = node.text.slice(at + between.length);
  return {
    kind: 'split',
    target: node.id,
    at,
    between,
    provision: { ...next, text, children: children.map(provisionOf) },
  };
}

interface Seam {
  readonly at: number;
  readonly between: string;
}

/** Where some words fall into two pieces, of which one is as given and the other like it; null when they do not. */
function seamIn(whole: string, first: string, second: string): Seam | null {
  if (first === '' || second === '') return null;
  if (whole.startsWith(first)) {
    const between = /^\s*/.exec(whole.slice(first.length))?.[0] ?? '';
    if (isLike(whole.slice(first.length + between.length), second)) return { at: first.length, between };
  }
  if (!whole.endsWith(second)) return null;
  const rest = whole.slice(0, -second.length);
  const between = /\s*$/.exec(rest)?.[0] ?? '';
  const at = rest.length - between.length;
  return isLike(rest.slice(0, at), first) ? { at, between } : null;
}

/** Least likeness of words that are read as the same, reworded. */
const ALIKE = 0.5;

function isLike(a: string, b: string): boolean {
  return a === b || (a !== '' && likeness(wordsOf(a), wordsOf(b)) >= ALIKE);
}
