import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { DraftFault } from '../../../core/code/draft-fault.ts';
import { blocksOf, spotOf } from './blocks.ts';
import { element } from './panels.ts';

const key = new PluginKey<readonly DraftFault[]>('faults');

/** Marks the provision at the caret, and says at each provision what keeps it from standing so. */
export const marks = new Plugin<readonly DraftFault[]>({
  key,
  state: {
    init: () => [],
    apply: (tr, faults) => (tr.getMeta(key) as readonly DraftFault[] | undefined) ?? faults,
  },
  props: {
    decorations: (state) => {
      const blocks = blocksOf(state.doc);
      const current = spotOf(state.selection.$from)?.index;
      const faults = key.getState(state) ?? [];
      const set = blocks.flatMap(({ id, index, start, end }) => {
        const own = faults.filter(({ provision }) => provision === id);
        const here = index === current ? [Decoration.node(start, end, { class: 'pv-draft-current' })] : [];
        if (own.length === 0) return here;
        const said = own.map(({ sentence }) => sentence).join(' ');
        const note = () => element('p', { class: 'pv-draft-fault', contenteditable: 'false' }, said);
        return [
          ...here,
          Decoration.node(start, end, { class: 'pv-draft-faulty' }),
          Decoration.widget(end - 1, note, { side: 1, key: `${id} ${said}`, ignoreSelection: true }),
        ];
      });
      return DecorationSet.create(state.doc, set);
    },
  },
});

/** The change of a view's state that shows other faults. */
export function faultsShown(faults: readonly DraftFault[]): readonly [PluginKey, readonly DraftFault[]] {
  return [key, faults];
}
