import { redo, undo } from 'prosemirror-history';
import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { ProvisionKind } from '../../../core/code/provision.ts';
import {
  alone,
  here,
  indent,
  insertProvision,
  moveDown,
  moveUp,
  outdent,
  removeProvision,
  setKind,
  type Taken,
} from './commands.ts';
import { part } from './panels.ts';

/** The buttons of the editor; gives what brings them up to date with it. */
export function toolbar(view: EditorView, taken: Taken): () => void {
  const commands: Readonly<Record<string, Command>> = {
    undo,
    redo,
    insert: alone(insertProvision(taken)),
    indent: alone(indent),
    outdent: alone(outdent),
    up: alone(moveUp),
    down: alone(moveDown),
    remove: alone(removeProvision),
  };
  const bar = part('draft-toolbar');
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>('button[data-command]')];
  const kind = bar.querySelector<HTMLSelectElement>('select');
  for (const button of buttons) {
    button.addEventListener('click', () => {
      commands[button.dataset.command ?? '']?.(view.state, view.dispatch, view);
      view.focus();
    });
  }
  kind?.addEventListener('change', () => {
    alone(setKind(kind.value as ProvisionKind))(view.state, view.dispatch, view);
    view.focus();
  });
  return () => {
    for (const button of buttons) {
      const can = commands[button.dataset.command ?? '']?.(view.state) ?? false;
      // stays a stop of the keyboard, so that the place in the bar is not lost when a button is pressed for the last time
      button.setAttribute('aria-disabled', String(!can));
    }
    const block = here(view.state)?.block;
    if (kind !== null && block !== undefined) kind.value = block.kind;
  };
}
