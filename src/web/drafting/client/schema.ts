import { type Attrs, type Node, Schema } from 'prosemirror-model';
import type { ProvisionKind } from '../../../core/code/provision.ts';

/** What a provision of the editor is besides its words. */
export interface ProvisionAttrs extends Attrs {
  readonly id: string;
  readonly kind: ProvisionKind;
  readonly depth: number;
}

/** The three fields of a provision, in order. */
export const FIELDS = ['number', 'heading', 'words'] as const;

export type Field = (typeof FIELDS)[number];

/**
 * A text under the hands of a drafter: provisions one after another, each with its depth, so that a caret goes through
 * them as through any text. Nothing else can stand in it: no marks, no markup of others. A document is `rooted` when its
 * first provision is the part of the code that is worked on, which stays where it stands; `outside` are the amendments of
 * all else, so that what a drafter takes there is undone like words.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'provision*', attrs: { rooted: { default: false }, outside: { default: [] } } },
    provision: {
      content: 'number heading words',
      attrs: { id: { default: '' }, kind: { default: 'paragraph' }, depth: { default: 0 } },
      selectable: false,
      draggable: false,
      isolating: true,
      toDOM: ({ attrs: { id, kind, depth } }) => [
        'div',
        {
          class: `pv-draft-provision pv-draft-depth-${Math.min(Number(depth), 6)}`,
          'data-provision': id,
          'data-kind': kind,
          'data-depth': String(depth),
        },
        0,
      ],
    },
    number: field('pv-draft-number', 'number'),
    heading: field('pv-draft-heading', 'heading'),
    words: field('pv-draft-words', 'words'),
    text: {},
  },
});

function field(name: string, kind: Field) {
  return {
    content: 'text*',
    marks: '',
    whitespace: 'pre',
    selectable: false,
    toDOM: (node: Node) =>
      ['div', { class: node.content.size === 0 ? `${name} pv-draft-empty` : name, 'data-field': kind }, 0] as const,
  } as const;
}

/** The attributes of a provision of the editor. */
export function attrsOf(node: Node): ProvisionAttrs {
  return node.attrs as ProvisionAttrs;
}

/** The words of one field of a provision of the editor. */
export function fieldOf(node: Node, name: Field): string {
  return node.child(FIELDS.indexOf(name)).textContent;
}

/** A provision of the editor. */
export function provisionNode(
  attrs: ProvisionAttrs,
  fields: { readonly number: string; readonly heading: string; readonly words: string },
): Node {
  const text = (words: string) => (words === '' ? undefined : schema.text(words));
  return schema.node(
    'provision',
    attrs,
    FIELDS.map((name) => schema.node(name, null, text(fields[name]))),
  );
}
