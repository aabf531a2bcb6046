import { closeHistory } from 'prosemirror-history';
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { freshId } from '../../../core/code/fresh-id.ts';
import { numberAfter } from '../../../core/code/next-number.ts';
import type { ProvisionKind } from '../../../core/code/provision.ts';
import {
  afterSubtree,
  type Block,
  blocksOf,
  fieldStart,
  leastDepth,
  parentOf,
  siblingBefore,
  spotOf,
} from './blocks.ts';
import { FIELDS, fieldOf, provisionNode } from './schema.ts';

/** Which identities a new provision may not bear, besides those of the document. */
export type Taken = (id: string) => boolean;

/** The provision that the selection begins in, with those around it. */
export function here(state: EditorState): { readonly blocks: readonly Block[]; readonly block: Block } | null {
  const blocks = blocksOf(state.doc);
  const spot = spotOf(state.selection.$from);
  const block = blocks[spot?.index ?? 0];
  return block === undefined ? null : { blocks, block };
}

/** An identity for a new provision: of its number and of what it is under. */
export function newIdentity(
  blocks: readonly Pick<Block, 'id'>[],
  parent: string | null,
  { kind, number }: { readonly kind: ProvisionKind; readonly number: string },
  taken: Taken,
): string {
  const used = new Set(blocks.map(({ id }) => id));
  // under what it is under, so that it is nobody's elsewhere in a code of which only a part is here
  const own = /(\d+[A-Za-z]*)$/.exec(number)?.[1] ?? (number === '' ? null : number);
  return freshId({ kind, number: own, heading: null }, parent, (id) => used.has(id) || taken(id));
}

/** Enter: what follows the caret becomes a provision beside; in a number or heading the caret goes on to the next field. */
export function splitProvision(taken: Taken): Command {
  return (state, dispatch) => {
    const [at, spot] = [here(state), spotOf(state.selection.$from)];
    if (at === null || spot === null || !state.selection.empty) return false;
    const { block } = at;
    if (spot.field !== 'words') {
      const next = spot.field === 'number' && fieldOf(block.node, 'heading') !== '' ? 'heading' : 'words';
      dispatch?.(caretAt(state.tr, fieldStart(block, next)));
      return true;
    }
    const words = fieldOf(block.node, 'words');
    const [first, rest] = [words.slice(0, spot.offset).trimEnd(), words.slice(spot.offset).trimStart()];
    const goesUnder = at.blocks[block.index + 1]?.depth === block.depth + 1 && rest === '';
    const isRoot = block.depth < leastDepth(state.doc);
    if (dispatch === undefined) return true;
    const start = fieldStart(block, 'words');
    const { tr } = state;
    if (first.length < words.length) tr.delete(start + first.length, start + words.length);
    insertNew(tr, at, { after: block.index, under: goesUnder || isRoot, words: rest }, taken);
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** A new provision beside the one at the caret, behind all below it. */
export function insertProvision(taken: Taken): Command {
  return (state, dispatch) => {
    const at = here(state);
    if (at === null) {
      dispatch?.(state.tr.insert(0, provisionNode({ id: '', kind: 'section', depth: 0 }, EMPTY)));
      return true;
    }
    const isRoot = at.block.depth < leastDepth(state.doc);
    const after = isRoot ? at.block.index : afterSubtree(at.blocks, at.block.index) - 1;
    if (dispatch === undefined) return true;
    const { tr } = state;
    insertNew(tr, at, { after, under: isRoot, words: '' }, taken);
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** A command that is undone by itself, never together with what was typed before it. */
export function alone(command: Command): Command {
  return (state, dispatch, view) => command(state, dispatch && ((tr) => dispatch(closeHistory(tr))), view);
}

const EMPTY = { number: '', heading: '', words: '' };

type Here = NonNullable<ReturnType<typeof here>>;

function insertNew(
  tr: Transaction,
  { blocks, block }: Here,
  { after, under, words }: { readonly after: number; readonly under: boolean; readonly words: string },
  taken: Taken,
): void {
  const first = blocks[block.index + 1];
  const child = first?.depth === block.depth + 1 ? first : null;
  const kind = under ? (child?.kind ?? UNDER[block.kind] ?? 'paragraph') : block.kind;
  const parent = under ? block : parentOf(blocks, block.index);
  const number = under ? '' : (nextNumber(blocks, block) ?? '');
  const id = newIdentity(blocks, parent?.id ?? null, { kind, number }, taken);
  const depth = block.depth + (under ? 1 : 0);
  const at = tr.mapping.map((blocks[after] as Block).end);
  tr.insert(at, provisionNode({ id, kind, depth }, { number, heading: '', words }));
  const made = blocksOf(tr.doc)[after + 1];
  if (made !== undefined) caretAt(tr, fieldStart(made, 'words'));
}

/** What stands below a provision of a kind, where nothing says otherwise. */
const UNDER: Partial<Record<ProvisionKind, ProvisionKind>> = {
  section: 'part',
  schedule: 'part',
  appendix: 'part',
  'subsidiary-document': 'part',
  part: 'clause',
  paragraph: 'sub-paragraph',
  table: 'row',
  row: 'cell',
  'header-row': 'cell',
};

function nextNumber(blocks: readonly Block[], block: Block): string | null {
  const number = fieldOf(block.node, 'number');
  if (number === '') return null;
  const parent = parentOf(blocks, block.index);
  const rivals = number.startsWith('(') ? blocks.filter((one) => parentOf(blocks, one.index) === parent) : blocks;
  const numbers = new Set(rivals.map((one) => fieldOf(one.node, 'number')));
  return numberAfter(number, (one) => numbers.has(one));
}

/** Backspace where words begin: they join those of the provision before. Before a heading or number the caret goes there. */
export const joinBackward: Command = (state, dispatch) => {
  const [at, spot] = [here(state), spotOf(state.selection.$from)];
  if (at === null || spot === null || !state.selection.empty || spot.offset > 0) return false;
  const earlier = FIELDS.slice(0, FIELDS.indexOf(spot.field)).findLast((name) => fieldOf(at.block.node, name) !== '');
  if (earlier !== undefined && (earlier === 'heading' || spot.field === 'heading')) {
    dispatch?.(caretAt(state.tr, fieldStart(at.block, earlier) + fieldOf(at.block.node, earlier).length));
    return true;
  }
  return joinAt(at.blocks, at.block.index)(state, dispatch);
};

/** Delete where words end: those of the next provision join them. */
export const joinForward: Command = (state, dispatch) => {
  const [at, spot] = [here(state), spotOf(state.selection.$from)];
  if (at === null || spot === null || !state.selection.empty) return false;
  if (spot.field !== 'words') return spot.offset === fieldOf(at.block.node, spot.field).length;
  if (spot.offset < fieldOf(at.block.node, 'words').length) return false;
  return joinAt(at.blocks, at.block.index + 1)(state, dispatch);
};

function joinAt(blocks: readonly Block[], index: number): Command {
  return (state, dispatch) => {
    const [into, gone] = [blocks[index - 1], blocks[index]];
    // at the end of the text there is nothing to do, and nothing else may
    if (into === undefined || gone === undefined || dispatch === undefined) return true;
    const own = fieldOf(into.node, 'words');
    const added = [fieldOf(gone.node, 'heading'), fieldOf(gone.node, 'words')].filter(Boolean).join(' ');
    const start = fieldStart(into, 'words');
    const between = own === '' || added === '' ? '' : ' ';
    const tr = state.tr.delete(gone.start, gone.end);
    if (added !== '') tr.insertText(between + added, start + own.length);
    dispatch(caretAt(tr, start + own.length).scrollIntoView());
    return true;
  };
}

/** Tab: the provision goes, with all below it, under the one before. */
export const indent: Command = (state, dispatch) => {
  const at = here(state);
  if (at === null || siblingBefore(at.blocks, at.block.index) === null) return false;
  dispatch?.(deepened(state.tr, at, 1));
  return true;
};

/** Shift-Tab: the provision goes, with all below it, behind what it was under. What stood beside it stays. */
export const outdent: Command = (state, dispatch) => {
  const at = here(state);
  if (at === null || at.block.depth <= leastDepth(state.doc)) return false;
  const parent = parentOf(at.blocks, at.block.index);
  if (parent === null) return false;
  if (dispatch !== undefined) {
    const to = afterSubtree(at.blocks, parent.index);
    dispatch(relocated(state, at, to, -1).scrollIntoView());
  }
  return true;
};

/** Alt-Up: the provision goes, with all below it, before the one beside it. */
export const moveUp: Command = (state, dispatch) => {
  const at = here(state);
  const before = at === null ? null : siblingBefore(at.blocks, at.block.index);
  if (at === null || before === null) return false;
  dispatch?.(relocated(state, at, before.index, 0).scrollIntoView());
  return true;
};

/** Alt-Down: the provision goes, with all below it, behind the next beside it. */
export const moveDown: Command = (state, dispatch) => {
  const at = here(state);
  if (at === null) return false;
  const next = afterSubtree(at.blocks, at.block.index);
  if (at.blocks[next]?.depth !== at.block.depth) return false;
  dispatch?.(relocated(state, at, afterSubtree(at.blocks, next), 0).scrollIntoView());
  return true;
};

/** Takes out the provision at the caret with all below it; the part itself stays. */
export const removeProvision: Command = (state, dispatch) => {
  const at = here(state);
  if (at === null || at.block.depth < leastDepth(state.doc)) return false;
  if (dispatch !== undefined) {
    const last = at.blocks[afterSubtree(at.blocks, at.block.index) - 1] as Block;
    const tr = state.tr.delete(at.block.start, last.end);
    const near = blocksOf(tr.doc)[Math.max(0, at.block.index - 1)];
    dispatch(near === undefined ? tr : caretAt(tr, fieldStart(near, 'words')).scrollIntoView());
  }
  return true;
};

/** Makes the provision at the caret one of another kind. */
export function setKind(kind: ProvisionKind): Command {
  return (state, dispatch) => {
    const at = here(state);
    if (at === null || at.block.kind === kind) return false;
    dispatch?.(state.tr.setNodeAttribute(at.block.start, 'kind', kind));
    return true;
  };
}

function deepened(tr: Transaction, { blocks, block }: Here, by: number): Transaction {
  for (const one of blocks.slice(block.index, afterSubtree(blocks, block.index))) {
    tr.setNodeAttribute(one.start, 'depth', one.depth + by);
  }
  return tr;
}

/** The subtree at the caret put before the provision of an index, with the caret where it was in it. */
function relocated(state: EditorState, at: Here, to: number, by: number): Transaction {
  const { blocks, block } = at;
  const past = afterSubtree(blocks, block.index);
  const [start, end] = [block.start, (blocks[past - 1] as Block).end];
  const caret = state.selection.from - start;
  const tr = deepened(state.tr, at, by);
  if (to === block.index || to === past) return tr;
  const target = to < blocks.length ? (blocks[to] as Block).start : state.doc.content.size;
  const moved = tr.doc.slice(start, end).content;
  tr.delete(start, end);
  const place = tr.mapping.slice(tr.mapping.maps.length - 1).map(target);
  tr.insert(place, moved);
  return caretAt(tr, place + caret);
}

function caretAt(tr: Transaction, at: number): Transaction {
  return tr.setSelection(TextSelection.create(tr.doc, at));
}
