import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { type Block, blocksOf, fieldStart, type Spot, spotOf } from './blocks.ts';
import { FIELDS, type Field, fieldOf, provisionNode } from './schema.ts';

/**
 * What a selection over several fields or provisions leaves when its words go, and others come in their place: the first
 * provision, with what is left of the last behind what is left of it. Null where the selection is in one field.
 */
export function replaceAcross(state: EditorState, words: string): Transaction | null {
  const blocks = blocksOf(state.doc);
  const [from, to] = endsOf(state, blocks);
  if (from === null || to === null) return null;
  if (from.index === to.index && from.field === to.field) return null;
  const [first, last] = [blocks[from.index] as Block, blocks[to.index] as Block];
  const left: Record<Field, string> = { number: '', heading: '', words: '' };
  for (const name of FIELDS) {
    const place = FIELDS.indexOf(name);
    if (place < FIELDS.indexOf(from.field)) left[name] = fieldOf(first.node, name);
    else if (name === from.field) left[name] = fieldOf(first.node, name).slice(0, from.offset) + words;
  }
  const rest = fieldOf(last.node, to.field).slice(to.offset);
  const later = FIELDS.slice(FIELDS.indexOf(to.field) + 1).map((name) => fieldOf(last.node, name));
  if (from.index === to.index) {
    left[to.field] = rest;
    for (const [at, name] of FIELDS.slice(FIELDS.indexOf(to.field) + 1).entries()) left[name] = later[at] ?? '';
  } else left.words += [rest, ...later].filter(Boolean).join(' ');
  const { id, kind, depth } = first;
  const tr = state.tr.replaceWith(first.start, last.end, provisionNode({ id, kind, depth }, left));
  const made = blocksOf(tr.doc)[from.index] as Block;
  return tr.setSelection(TextSelection.create(tr.doc, fieldStart(made, from.field) + from.offset + words.length));
}

function endsOf({ selection, doc }: EditorState, blocks: readonly Block[]): [Spot | null, Spot | null] {
  const [from, to] = [spotOf(selection.$from), spotOf(selection.$to)];
  if (from !== null && to !== null) return [from, to];
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined || selection.from > 0 || selection.to < doc.content.size)
    return [null, null];
  const length = fieldOf(last.node, 'words').length;
  return [
    { index: 0, field: 'number', offset: 0 },
    { index: last.index, field: 'words', offset: length },
  ];
}
