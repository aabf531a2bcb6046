import type { Wording } from './amendment.ts';
import { type Draft, type DraftNode, referenceOfNode } from './draft.ts';
import type { Place, Provision } from './provision.ts';
import { sameProvision } from './tree.ts';

/** The sentence for a provision that is not there. */
export function missing(id: string, act: string): string {
  return `Expected a provision "${id}" to ${act}, found none in the text.`;
}

/** The sentence for a provision that stands elsewhere than expected. */
export function elsewhere(node: DraftNode, act: string, expected: Place, found: Place): string {
  return `${referenceOfNode(node)} does not stand where it is to be ${act}: expected ${writePlace(expected)}, found it ${writePlace(found)}.`;
}

/** The sentence for a provision that bears another number than expected. */
export function otherNumber(name: string, expected: string | null, found: string | null): string {
  return `${name} has another number: expected ${writeOptional(expected)}, found ${writeOptional(found)}.`;
}

/** Names the first provision at which a standing subtree is not the one that an amendment carries. */
export function differs(draft: Draft, standing: Provision, carried: Provision): string {
  const name = nameIn(draft, standing);
  if (standing.id !== carried.id || standing.kind !== carried.kind) {
    return `${name} is another provision: expected ${carried.kind} "${carried.id}", found ${standing.kind} "${standing.id}".`;
  }
  if (standing.number !== carried.number) return otherNumber(name, carried.number, standing.number);
  if (standing.heading !== carried.heading || standing.text !== carried.text) {
    return otherWords(name, carried, standing);
  }
  const pair = standing.children
    .map((child, index) => [child, carried.children[index]] as const)
    .find(([child, other]) => other !== undefined && !sameProvision(child, other));
  if (pair?.[1] !== undefined) return differs(draft, pair[0], pair[1]);
  return `${name} has other provisions below it: expected ${carried.children.length}, found ${standing.children.length}.`;
}

/** The sentence for a provision that reads otherwise than expected. */
export function otherWords(name: string, expected: Wording, found: Wording): string {
  if (expected.heading !== found.heading) {
    return `${name} has another heading: expected ${writeOptional(expected.heading)}, found ${writeOptional(found.heading)}.`;
  }
  const start = firstDifference(expected.text, found.text);
  return `${name} does not read as the amendment says: expected “${excerpt(expected.text, start)}”, found “${excerpt(found.text, start)}”.`;
}

const EXCERPT = 60;

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** Some words around a place in a text. */
export function excerpt(text: string, at: number): string {
  const word = text.lastIndexOf(' ', Math.max(0, at - EXCERPT / 3)) + 1;
  const end = word + EXCERPT;
  return `${word > 0 ? '…' : ''}${text.slice(word, end)}${end < text.length ? '…' : ''}`;
}

function nameIn(draft: Draft, provision: Provision): string {
  const node: DraftNode | undefined = draft.nodes.get(provision.id);
  return node === undefined ? nameOf(provision) : referenceOfNode(node);
}

/** A provision that stands in no text, by its number, heading or identity. */
export function nameOf(provision: Provision): string {
  return provision.number ?? (provision.heading === null ? `"${provision.id}"` : `"${provision.heading}"`);
}

function writeOptional(value: string | null): string {
  return value === null ? 'none' : `“${value}”`;
}

function writePlace(place: Place): string {
  const parent = place.parent === null ? 'at the top' : `under "${place.parent}"`;
  return place.after === null ? `first ${parent}` : `${parent} after "${place.after}"`;
}
