import type { Node } from 'prosemirror-model';
import type { Amendment } from '../../../core/code/amendment.ts';
import type { Provision } from '../../../core/code/provision.ts';
import { inOrder } from '../../../core/code/tree.ts';
import { attrsOf, fieldOf, provisionNode, schema } from './schema.ts';

/** Provisions as a document of the editor. */
export function docOf(provisions: readonly Provision[], rooted: boolean, outside: readonly Amendment[] = []): Node {
  const nodes = inOrder({ provisions }).map(({ provision, depth }) => {
    const { id, kind, number, heading, text } = provision;
    return provisionNode({ id, kind, depth }, { number: number ?? '', heading: heading ?? '', words: text });
  });
  return schema.node('doc', { rooted, outside }, nodes);
}

interface Growing extends Provision {
  readonly children: Growing[];
}

/** The provisions that a document of the editor holds: {@link docOf} undone. */
export function provisionsIn(doc: Node): readonly Provision[] {
  const roots: Growing[] = [];
  const path: Growing[] = [];
  doc.forEach((node) => {
    const { id, kind, depth } = attrsOf(node);
    const number = fieldOf(node, 'number') || null;
    const heading = fieldOf(node, 'heading') || null;
    const provision: Growing = { id, kind, number, heading, text: fieldOf(node, 'words'), children: [] };
    path.length = Math.min(depth, path.length);
    (path.at(-1)?.children ?? roots).push(provision);
    path.push(provision);
  });
  return roots;
}
