import { isWithinCharacter } from '../kernel/characters.ts';
import { type Division, type Move, samePlace } from './amendment.ts';
import { differs, elsewhere, excerpt, missing, nameOf, otherNumber } from './amendment-fault.ts';
import {
  type Draft,
  type DraftNode,
  placeOfNode,
  plant,
  provisionOf,
  referenceOfNode,
  siblingsOf,
  touch,
  uproot,
} from './draft.ts';
import type { Place, Provision } from './provision.ts';
import { sameProvision, walk } from './tree.ts';

/** Puts a new provision in its place; null, or the sentence that says why it cannot stand there. */
export function insert(draft: Draft, at: Place, provision: Provision): string | null {
  const name = nameOf(provision);
  const clash = takenId(draft, [provision]);
  if (clash !== null) return `${name} cannot be inserted: expected "${clash}" to be a new id, found it in use.`;
  const gap = gapAt(draft, at, `${name} cannot be inserted`, 'insert');
  if (typeof gap === 'string') return gap;
  gap.siblings.splice(gap.index, 0, plant(draft, provision, gap.parent));
  touch(gap.parent);
  return null;
}

/** Takes a provision out that stands and reads as given; null, or the sentence that says how it does not. */
export function repeal(draft: Draft, at: Place, provision: Provision): string | null {
  const node = draft.nodes.get(provision.id);
  if (node === undefined) return missing(provision.id, 'repeal');
  const found = placeOfNode(draft, node);
  if (!samePlace(found, at)) return elsewhere(node, 'repealed', at, found);
  const standing = provisionOf(node);
  if (!sameProvision(standing, provision)) return differs(draft, standing, provision);
  remove(draft, node);
  uproot(draft, node);
  return null;
}

/** Puts a standing provision elsewhere; null, or the sentence that says why it cannot go. */
export function move(draft: Draft, { target, from, to }: Move): string | null {
  const node = draft.nodes.get(target);
  if (node === undefined) return missing(target, 'move');
  const found = placeOfNode(draft, node);
  if (!samePlace(found, from)) return elsewhere(node, 'moved', from, found);
  const name = referenceOfNode(node);
  const within = to.parent === null ? null : (draft.nodes.get(to.parent) ?? null);
  if (to.after === target || isUnder(within, node)) {
    return `${name} cannot be moved: expected a place outside it, found one within it.`;
  }
  const gap = gapAt(draft, to, `${name} cannot be moved`, 'move');
  if (typeof gap === 'string') return gap;
  remove(draft, node);
  // its own leaving may have shifted the place
  const index = to.after === null ? 0 : gap.siblings.findIndex((sibling) => sibling.id === to.after) + 1;
  gap.siblings.splice(index, 0, node);
  node.parent = gap.parent;
  touch(gap.parent);
  return null;
}

/** Makes two siblings of one provision; null, or the sentence that says how it does not read as given. */
export function split(draft: Draft, { target, at, between, provision }: Division): string | null {
  const node = draft.nodes.get(target);
  if (node === undefined) return missing(target, 'split');
  const name = referenceOfNode(node);
  const rest = between + provision.text;
  if (node.text.slice(at) !== rest || at > node.text.length) {
    return `${name} cannot be split at ${at}: expected “${excerpt(rest, 0)}” from there on, found “${excerpt(node.text.slice(at), 0)}”.`;
  }
  if ([at, at + between.length].some((offset) => isWithinCharacter(node.text, offset))) {
    return `${name} cannot be split at ${at}: expected a place between characters, found one within a character.`;
  }
  const first = node.children.length - provision.children.length;
  const taken = node.children.slice(Math.max(0, first)).map(provisionOf);
  if (first < 0 || !taken.every((child, index) => sameProvision(child, provision.children[index] as Provision))) {
    const expected = provision.children.map((child) => nameOf(child)).join(', ');
    return `${name} cannot be split: expected ${expected} last below it, found ${taken.map(nameOf).join(', ') || 'none'}.`;
  }
  const clash = draft.nodes.has(provision.id) ? provision.id : null;
  if (clash !== null) return `${name} cannot be split: expected "${clash}" to be a new id, found it in use.`;
  for (const child of node.children.splice(first)) uproot(draft, child);
  node.text = node.text.slice(0, at);
  touch(node);
  const siblings = siblingsOf(draft, node);
  siblings.splice(siblings.indexOf(node) + 1, 0, plant(draft, provision, node.parent));
  return null;
}

/** Makes one provision of two neighbours; null, or the sentence that says how they do not read as given. */
export function join(draft: Draft, { target, at, between, provision }: Division): string | null {
  const node = draft.nodes.get(target);
  if (node === undefined) return missing(target, 'join');
  const name = referenceOfNode(node);
  const siblings = siblingsOf(draft, node);
  const next = siblings[siblings.indexOf(node) + 1];
  if (next?.id !== provision.id) {
    const found = next === undefined ? 'nothing' : `"${next.id}"`;
    return `${name} cannot be joined: expected "${provision.id}" to follow it, found ${found}.`;
  }
  if (node.text.length !== at) {
    return `${name} cannot be joined: expected words of length ${at}, found ${node.text.length}.`;
  }
  const standing = provisionOf(next);
  if (!sameProvision(standing, provision)) return differs(draft, standing, provision);
  remove(draft, next);
  uproot(draft, next);
  for (const child of provision.children) node.children.push(plant(draft, child, node));
  node.text += between + provision.text;
  touch(node);
  return null;
}

/** Gives a standing provision another number; null, or the sentence that says that it bears another than expected. */
export function renumber(draft: Draft, target: string, from: string | null, to: string | null): string | null {
  const node = draft.nodes.get(target);
  if (node === undefined) return missing(target, 'renumber');
  if (node.number !== from) return otherNumber(referenceOfNode(node), from, node.number);
  node.number = to;
  touch(node);
  return null;
}

interface Gap {
  readonly parent: DraftNode | null;
  readonly siblings: DraftNode[];
  readonly index: number;
}

function gapAt(draft: Draft, at: Place, cannot: string, act: string): Gap | string {
  const parent = at.parent === null ? null : draft.nodes.get(at.parent);
  if (parent === undefined) return `${cannot}: expected "${at.parent}" to ${act} it under, found no such provision.`;
  const siblings = parent === null ? draft.roots : parent.children;
  const previous = at.after === null ? -1 : siblings.findIndex((sibling) => sibling.id === at.after);
  if (at.after !== null && previous === -1) {
    const under = parent === null ? 'at the top of the text' : `under ${referenceOfNode(parent)}`;
    return `${cannot}: expected "${at.after}" ${under} to ${act} it after, found none there.`;
  }
  return { parent, siblings, index: previous + 1 };
}

function remove(draft: Draft, node: DraftNode): void {
  const siblings = siblingsOf(draft, node);
  siblings.splice(siblings.indexOf(node), 1);
  touch(node.parent);
}

function isUnder(node: DraftNode | null, top: DraftNode): boolean {
  for (let at = node; at !== null; at = at.parent) if (at === top) return true;
  return false;
}

/** An identity that is in use already, or twice in what is given. */
function takenId(draft: Draft, provisions: readonly Provision[]): string | null {
  const seen = new Set<string>();
  const ids = walk({ provisions }).map((visited) => visited.provision.id);
  return ids.find((id) => draft.nodes.has(id) || seen.size === seen.add(id).size) ?? null;
}
