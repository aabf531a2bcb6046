import type { Node, ResolvedPos } from 'prosemirror-model';
import { attrsOf, FIELDS, type Field, type ProvisionAttrs } from './schema.ts';

/** A provision of a document with where it stands. */
export interface Block extends ProvisionAttrs {
  readonly index: number;
  readonly node: Node;
  /** Before and behind it. */
  readonly start: number;
  readonly end: number;
}

/** Every provision of a document, in order. */
export function blocksOf(doc: Node): readonly Block[] {
  const blocks: Block[] = [];
  doc.forEach((node, start, index) => {
    blocks.push({ ...attrsOf(node), index, node, start, end: start + node.nodeSize });
  });
  return blocks;
}

/** The index behind a provision and all below it. */
export function afterSubtree(blocks: readonly Block[], index: number): number {
  const depth = blocks[index]?.depth ?? 0;
  let at = index + 1;
  while (at < blocks.length && (blocks[at] as Block).depth > depth) at += 1;
  return at;
}

/** The provision that one is below; null at the top. */
export function parentOf(blocks: readonly Block[], index: number): Block | null {
  const depth = blocks[index]?.depth ?? 0;
  return blocks.slice(0, index).findLast((one) => one.depth < depth) ?? null;
}

/** The provision before one that is beside it; null when it is the first. */
export function siblingBefore(blocks: readonly Block[], index: number): Block | null {
  const depth = blocks[index]?.depth ?? 0;
  const found = blocks.slice(0, index).findLast((one) => one.depth <= depth);
  return found?.depth === depth ? found : null;
}

/** The least depth that a provision can be brought to: the root of a part stays alone at the top. */
export function leastDepth(doc: Node): number {
  return doc.attrs.rooted === true ? 1 : 0;
}

/** Where a field of a provision begins. */
export function fieldStart(block: Block, field: Field): number {
  let at = block.start + 1;
  for (const name of FIELDS) {
    if (name === field) return at + 1;
    at += block.node.child(FIELDS.indexOf(name)).nodeSize;
  }
  return at;
}

/** A place in a document as people know it: the provision, the field, and how far into it. */
export interface Spot {
  readonly index: number;
  readonly field: Field;
  readonly offset: number;
}

/** The spot of a position; null outside every field. */
export function spotOf($pos: ResolvedPos): Spot | null {
  if ($pos.depth < 2) return null;
  return { index: $pos.index(0), field: $pos.node(2).type.name as Field, offset: $pos.parentOffset };
}
