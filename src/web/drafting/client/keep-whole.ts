import { Plugin } from 'prosemirror-state';
import { blocksOf } from './blocks.ts';
import { newIdentity, type Taken } from './commands.ts';
import { fieldOf } from './schema.ts';

/** Keeps a document one that is a text: every provision with an identity of its own, and none deeper than it can stand. */
export function keepWhole(taken: Taken): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _, { doc, tr }) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null;
      const blocks = blocksOf(doc);
      const seen = new Set<string>();
      const path: string[] = [];
      for (const { id, kind, depth, node, start, index } of blocks) {
        const least = index > 0 && doc.attrs.rooted === true ? 1 : 0;
        const stands = Math.max(Math.min(depth, path.length), Math.min(least, path.length));
        if (stands !== depth) tr.setNodeAttribute(start, 'depth', stands);
        path.length = stands;
        let own = id;
        if (id === '' || seen.has(id)) {
          const known = [...blocks, ...[...seen].map((one) => ({ id: one }))];
          own = newIdentity(known, path.at(-1) ?? null, { kind, number: fieldOf(node, 'number') }, taken);
          tr.setNodeAttribute(start, 'id', own);
        }
        seen.add(own);
        path.push(own);
      }
      return tr.docChanged ? tr : null;
    },
  });
}
