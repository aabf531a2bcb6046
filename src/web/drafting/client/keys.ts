import { baseKeymap } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { type Command, Plugin } from 'prosemirror-state';
import {
  alone,
  indent,
  joinBackward,
  joinForward,
  moveDown,
  moveUp,
  outdent,
  removeProvision,
  splitProvision,
  type Taken,
} from './commands.ts';
import { replaceAcross } from './delete-across.ts';

const deleteAcross: Command = (state, dispatch) => {
  const tr = replaceAcross(state, '');
  if (tr === null) return false;
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Whatever a command comes to, the key is its own: Tab must not leave the text by chance. */
const always =
  (command: Command): Command =>
  (state, dispatch, view) => {
    alone(command)(state, dispatch, view);
    return true;
  };

const first =
  (...commands: readonly Command[]): Command =>
  (state, dispatch, view) =>
    commands.some((command) => alone(command)(state, dispatch, view));

/** The keys of the editor. Escape lets the next Tab leave it, as the help beside it says. */
export function keys(taken: Taken): readonly Plugin[] {
  let leaving = false;
  return [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (_, { key }) => {
            const leaves = key === 'Tab' && leaving;
            if (key !== 'Shift') leaving = key === 'Escape';
            // said to be handled, so that the browser alone does with it what Tab does
            return leaves;
          },
        },
      },
    }),
    keymap({
      Enter: first(deleteAcross, splitProvision(taken)),
      'Shift-Enter': first(deleteAcross, splitProvision(taken)),
      'Mod-Enter': first(deleteAcross, splitProvision(taken)),
      Backspace: first(deleteAcross, joinBackward),
      'Mod-Backspace': first(deleteAcross, joinBackward),
      Delete: first(deleteAcross, joinForward),
      'Mod-Delete': first(deleteAcross, joinForward),
      Tab: always(indent),
      'Shift-Tab': always(outdent),
      'Alt-ArrowUp': always(moveUp),
      'Alt-ArrowDown': always(moveDown),
      'Alt-Delete': always(removeProvision),
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
    }),
    keymap({ 'Mod-a': baseKeymap['Mod-a'] as Command }),
  ];
}
