import { Fragment } from 'prosemirror-model';
import { type EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { afterSubtree, blocksOf, fieldStart, leastDepth, parentOf, spotOf } from './blocks.ts';
import { newIdentity, type Taken } from './commands.ts';
import { replaceAcross } from './delete-across.ts';
import { type PastedLine, pastedLines, textOfMarkup } from './pasted.ts';
import { fieldOf, provisionNode } from './schema.ts';

/** Puts lines in at the caret: one as words, several as provisions beside the one there, which takes the first. */
export function putLines(state: EditorState, lines: readonly PastedLine[], taken: Taken): Transaction | null {
  const spot = spotOf(state.selection.$from);
  const [first, ...more] = lines;
  if (spot === null || first === undefined) return null;
  const block = blocksOf(state.doc)[spot.index];
  if (block === undefined) return null;
  if (more.length === 0 || spot.field !== 'words') {
    return state.tr.insertText(lines.length === 1 ? first.whole : lines.map(({ whole }) => whole.trim()).join(' '));
  }
  const { tr } = state;
  // an empty provision takes the number that came with the words
  const isNew = fieldOf(block.node, 'words') === '' && fieldOf(block.node, 'number') === '';
  tr.insertText(isNew ? first.words : first.whole.trimEnd());
  if (isNew && first.number !== '') tr.insertText(first.number, fieldStart(block, 'number'));
  const blocks = blocksOf(tr.doc);
  const isRoot = block.depth < leastDepth(tr.doc);
  const parent = isRoot ? block : parentOf(blocks, block.index);
  const kind = isRoot ? 'paragraph' : block.kind;
  const known: { id: string }[] = [...blocks];
  const nodes = more.map(({ number, words }) => {
    const id = newIdentity(known, parent?.id ?? null, { kind, number }, taken);
    known.push({ id });
    return provisionNode({ id, kind, depth: block.depth + (isRoot ? 1 : 0) }, { number, heading: '', words });
  });
  const behind = isRoot ? block.index : afterSubtree(blocks, block.index) - 1;
  const at = blocks[behind]?.end ?? tr.doc.content.size;
  tr.insert(at, Fragment.from(nodes));
  const last = blocksOf(tr.doc)[behind + nodes.length];
  if (last === undefined) return tr;
  return tr.setSelection(TextSelection.create(tr.doc, fieldStart(last, 'words') + fieldOf(last.node, 'words').length));
}

/** Pasting, dropping and cutting: what comes in is plain words, whatever it was; what goes out is the words as printed. */
export function plainPaste(taken: Taken): Plugin {
  const put = (view: EditorView, data: DataTransfer | null): boolean => {
    const markup = data?.getData('text/html') ?? '';
    const plain = data?.getData('text/plain') ?? '';
    const text = markup === '' ? plain : textOfMarkup(new DOMParser().parseFromString(markup, 'text/html'));
    const across = replaceAcross(view.state, '');
    if (across !== null) view.dispatch(across);
    const tr = putLines(view.state, pastedLines(text), taken);
    if (tr !== null) view.dispatch(tr.scrollIntoView().setMeta('paste', true));
    return true;
  };
  return new Plugin({
    props: {
      handlePaste: (view, event) => put(view, event.clipboardData),
      handleDrop: () => true,
      clipboardTextSerializer: (slice) => {
        const lines: string[] = [];
        slice.content.forEach((node) => {
          const parts: string[] = [];
          node.descendants((one) => {
            if (one.isTextblock && one.textContent !== '') parts.push(one.textContent);
          });
          lines.push(parts.length === 0 ? node.textContent : parts.join(' '));
        });
        return lines.join('\n');
      },
      handleDOMEvents: {
        cut: (view, event) => {
          const across = replaceAcross(view.state, '');
          if (across === null) return false;
          const words = view.state.doc.textBetween(view.state.selection.from, view.state.selection.to, '\n');
          event.clipboardData?.setData('text/plain', words);
          event.preventDefault();
          view.dispatch(across);
          return true;
        },
      },
    },
  });
}

/** Typing over a selection of several fields or provisions. */
export const plainTyping = new Plugin({
  props: {
    handleTextInput: (view, _from, _to, text) => {
      const across = replaceAcross(view.state, text);
      if (across === null) return false;
      view.dispatch(across.scrollIntoView());
      return true;
    },
  },
});
