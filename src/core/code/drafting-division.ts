import type { Division } from './amendment.ts';
import { type DraftNode, provisionOf } from './draft.ts';
import type { CodeText, Provision } from './provision.ts';
import { walk } from './tree.ts';

/** The joins by which provisions that are gone gave their words to the one before them, unchanged. */
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
    const between = seam(goal.text, joined, next.text);
    if (between === null || wanted.has(next.id)) return [];
    joins.push({ kind: 'join', target: id, at: joined.length, between, provision: next });
    joined += between + next.text;
    if (joined === goal.text) return joins;
  }
  return [];
}

/** The split by which a provision that is new right after another took the end of its words, unchanged; or null. */
export function divisionInto(node: DraftNode, goal: Provision, next: Provision): Division | null {
  if (goal.text === '' || goal.text === node.text) return null;
  const between = seam(node.text, goal.text, next.text);
  if (between === null || goal.text + between + next.text !== node.text) return null;
  const goes = new Set(next.children.map((child) => child.id));
  const children = node.children.slice(node.children.findLastIndex((child) => !goes.has(child.id)) + 1);
  const provision = { ...next, children: children.map(provisionOf) };
  return { kind: 'split', target: node.id, at: goal.text.length, between, provision };
}

/** The spaces between two pieces at the start of a text; null when they do not stand there so. */
function seam(whole: string, first: string, second: string): string | null {
  if (second === '' || !whole.startsWith(first)) return null;
  const between = /^\s*/.exec(whole.slice(first.length))?.[0] ?? '';
  return whole.startsWith(second, first.length + between.length) ? between : null;
}
