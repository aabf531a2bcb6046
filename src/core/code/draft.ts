import { referenceOfPath } from './printed-reference.ts';
import type { CodeText, Place, Provision } from './provision.ts';

/** A provision that is being worked on. What is untouched keeps its source, so that texts share what they share. */
export interface DraftNode {
  readonly id: string;
  readonly kind: Provision['kind'];
  number: string | null;
  heading: string | null;
  text: string;
  parent: DraftNode | null;
  readonly children: DraftNode[];
  /** The provision as it was given, until anything in or below it changes. */
  source: Provision | null;
}

/** A text that is being worked on, with every provision at hand by identity. Local to one call; never shared. */
export interface Draft {
  readonly text: CodeText;
  readonly roots: DraftNode[];
  readonly nodes: Map<string, DraftNode>;
}

/** Opens a text for work. The text itself never changes. */
export function openDraft(text: CodeText): Draft {
  const draft: Draft = { text, roots: [], nodes: new Map() };
  for (const provision of text.provisions) draft.roots.push(plant(draft, provision, null));
  return draft;
}

/** Makes the nodes of a provision and of all below it; the caller puts the first among its siblings. */
export function plant(draft: Draft, provision: Provision, parent: DraftNode | null): DraftNode {
  const { id, kind, number, heading, text } = provision;
  const node: DraftNode = { id, kind, number, heading, text, parent, children: [], source: provision };
  draft.nodes.set(id, node);
  for (const child of provision.children) node.children.push(plant(draft, child, node));
  return node;
}

/** Forgets a node and all below it; the caller takes it from among its siblings. */
export function uproot(draft: Draft, node: DraftNode): void {
  draft.nodes.delete(node.id);
  for (const child of node.children) uproot(draft, child);
}

/** A node and those beside it, in order. */
export function siblingsOf(draft: Draft, node: DraftNode): DraftNode[] {
  return node.parent === null ? draft.roots : node.parent.children;
}

/** Where a node stands as the draft stands. */
export function placeOfNode(draft: Draft, node: DraftNode): Place {
  const siblings = siblingsOf(draft, node);
  return { parent: node.parent?.id ?? null, after: siblings[siblings.indexOf(node) - 1]?.id ?? null };
}

/** Marks a node and all above it as changed. */
export function touch(node: DraftNode | null): void {
  for (let at = node; at !== null && at.source !== null; at = at.parent) at.source = null;
}

/** The provision that a node has become; from here on the two are one until the node changes again. */
export function provisionOf(node: DraftNode): Provision {
  const { id, kind, number, heading, text } = node;
  node.source ??= { id, kind, number, heading, text, children: node.children.map(provisionOf) };
  return node.source;
}

/** The text that a draft has become. Work may go on: the next text shares with this one what stays. */
export function closeDraft(draft: Draft): CodeText {
  return { ...draft.text, provisions: draft.roots.map(provisionOf) };
}

/** The printed reference of a node as the draft stands. */
export function referenceOfNode(node: DraftNode): string {
  const path: DraftNode[] = [];
  for (let at: DraftNode | null = node; at !== null; at = at.parent) path.unshift(at);
  return referenceOfPath(path);
}
