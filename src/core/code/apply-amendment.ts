import type { Amendment, Wording } from './amendment.ts';
import { sameWording } from './amendment.ts';
import {
  closeDraft,
  type Draft,
  type DraftNode,
  openDraft,
  plant,
  provisionOf,
  referenceOfNode,
  touch,
  uproot,
} from './draft.ts';
import type { CodeText, Place, Provision } from './provision.ts';
import { sameProvision, walk } from './tree.ts';

/** The amended text, or one sentence that names the provision, what was expected and what was found. */
export type Applied =
  | { readonly ok: true; readonly text: CodeText }
  | { readonly ok: false; readonly fault: string; readonly at: number };

/** Makes one amendment. It applies only to a text that reads as the amendment says. */
export function applyAmendment(text: CodeText, amendment: Amendment): Applied {
  return applyAmendments(text, [amendment]);
}

/** Makes amendments in order, each on the text that those before it leave: all of them, or none; `at` is the index of the one that fails. */
export function applyAmendments(text: CodeText, amendments: readonly Amendment[]): Applied {
  if (amendments.length === 0) return { ok: true, text };
  return amendDraft(openDraft(text), amendments);
}

/** Makes amendments in a draft and gives the text that it becomes; a draft in which one has failed is of no more use. */
export function amendDraft(draft: Draft, amendments: readonly Amendment[]): Applied {
  for (const [at, amendment] of amendments.entries()) {
    const fault = make(draft, amendment);
    if (fault !== null) return { ok: false, fault, at };
  }
  return { ok: true, text: closeDraft(draft) };
}

function make(draft: Draft, amendment: Amendment): string | null {
  switch (amendment.kind) {
    case 'insert':
      return insert(draft, amendment.at, amendment.provision);
    case 'repeal':
      return repeal(draft, amendment.at, amendment.provision);
    case 'substitute':
      return substitute(draft, amendment.target, amendment.from, amendment.to);
    case 'renumber':
      return renumber(draft, amendment.target, amendment.from, amendment.to);
  }
}

function insert(draft: Draft, at: Place, provision: Provision): string | null {
  const name = nameOf(provision);
  const ids = walk({ provisions: [provision] }).map((visited) => visited.provision.id);
  const seen = new Set<string>();
  const taken = ids.find((id) => draft.nodes.has(id) || seen.size === seen.add(id).size);
  if (taken !== undefined) return `${name} cannot be inserted: expected "${taken}" to be a new id, found it in use.`;
  const parent = at.parent === null ? null : draft.nodes.get(at.parent);
  if (parent === undefined) {
    return `${name} cannot be inserted: expected "${at.parent}" to insert it under, found no such provision.`;
  }
  const siblings = parent === null ? draft.roots : parent.children;
  const previous = at.after === null ? -1 : siblings.findIndex((sibling) => sibling.id === at.after);
  if (at.after !== null && previous === -1) {
    const under = parent === null ? 'at the top of the text' : `under ${referenceOfNode(parent)}`;
    return `${name} cannot be inserted: expected "${at.after}" ${under} to insert it after, found none there.`;
  }
  siblings.splice(previous + 1, 0, plant(draft, provision, parent));
  touch(parent);
  return null;
}

function repeal(draft: Draft, at: Place, provision: Provision): string | null {
  const node = draft.nodes.get(provision.id);
  if (node === undefined) return missing(provision.id, 'repeal');
  const siblings = node.parent === null ? draft.roots : node.parent.children;
  const index = siblings.indexOf(node);
  const found: Place = { parent: node.parent?.id ?? null, after: siblings[index - 1]?.id ?? null };
  if (found.parent !== at.parent || found.after !== at.after) {
    return `${referenceOfNode(node)} does not stand where it is to be repealed: expected ${writePlace(at)}, found it ${writePlace(found)}.`;
  }
  const standing = provisionOf(node);
  if (!sameProvision(standing, provision)) return differs(draft, standing, provision);
  siblings.splice(index, 1);
  uproot(draft, node);
  touch(node.parent);
  return null;
}

function substitute(draft: Draft, target: string, from: Wording, to: Wording): string | null {
  const node = draft.nodes.get(target);
  if (node === undefined) return missing(target, 'amend');
  if (!sameWording(node, from)) return otherWords(referenceOfNode(node), from, node);
  node.heading = to.heading;
  node.text = to.text;
  touch(node);
  return null;
}

function renumber(draft: Draft, target: string, from: string | null, to: string | null): string | null {
  const node = draft.nodes.get(target);
  if (node === undefined) return missing(target, 'renumber');
  if (node.number !== from) {
    return `${referenceOfNode(node)} has another number: expected ${writeNumber(from)}, found ${writeNumber(node.number)}.`;
  }
  node.number = to;
  touch(node);
  return null;
}

function missing(id: string, act: string): string {
  return `Expected a provision "${id}" to ${act}, found none in the text.`;
}

/** Names the first provision at which a standing subtree is not the one that a repeal carries. */
function differs(draft: Draft, standing: Provision, carried: Provision): string {
  const name = nameIn(draft, standing);
  if (standing.id !== carried.id || standing.kind !== carried.kind) {
    return `${name} is another provision: expected ${carried.kind} "${carried.id}", found ${standing.kind} "${standing.id}".`;
  }
  if (standing.number !== carried.number) {
    return `${name} has another number: expected ${writeNumber(carried.number)}, found ${writeNumber(standing.number)}.`;
  }
  if (!sameWording(standing, carried)) return otherWords(name, carried, standing);
  const pair = standing.children
    .map((child, index) => [child, carried.children[index]] as const)
    .find(([child, other]) => other !== undefined && !sameProvision(child, other));
  if (pair?.[1] !== undefined) return differs(draft, pair[0], pair[1]);
  return `${name} has other provisions below it: expected ${carried.children.length}, found ${standing.children.length}.`;
}

function otherWords(name: string, expected: Wording, found: Wording): string {
  if (expected.heading !== found.heading) {
    return `${name} has another heading: expected ${writeNumber(expected.heading)}, found ${writeNumber(found.heading)}.`;
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
function excerpt(text: string, at: number): string {
  const word = text.lastIndexOf(' ', Math.max(0, at - EXCERPT / 3)) + 1;
  const end = word + EXCERPT;
  return `${word > 0 ? '…' : ''}${text.slice(word, end)}${end < text.length ? '…' : ''}`;
}

function nameIn(draft: Draft, provision: Provision): string {
  const node: DraftNode | undefined = draft.nodes.get(provision.id);
  return node === undefined ? nameOf(provision) : referenceOfNode(node);
}

function nameOf(provision: Provision): string {
  return provision.number ?? (provision.heading === null ? `"${provision.id}"` : `"${provision.heading}"`);
}

function writeNumber(value: string | null): string {
  return value === null ? 'none' : `“${value}”`;
}

function writePlace(place: Place): string {
  const parent = place.parent === null ? 'at the top' : `under "${place.parent}"`;
  return place.after === null ? `first ${parent}` : `${parent} after "${place.after}"`;
}
