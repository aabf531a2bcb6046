import type { RedlineBlock, Run } from '../../core/code/redline.ts';
import { redlineRuns } from '../../core/document/redline-runs.ts';
import { escapeText, tag } from './markup.ts';

/** Redlined provisions as a fragment. */
export function renderRedline(blocks: readonly RedlineBlock[]): string {
  return tag('div', { class: 'redline' }, blocks.map(redlined));
}

function redlined(block: RedlineBlock): string {
  const title = `redline-block redline-${block.status} paper-depth-${Math.min(block.depth, 4)}`;
  const moved = block.moved ? `${hidden('moved:')} ` : '';
  return tag('p', { class: title }, `${moved}${redlineRuns(block).map(change).join('')}`);
}

/** A run with marks that a screen reader speaks, since not all of them announce `ins` and `del`. */
function change(run: Run): string {
  switch (run.kind) {
    case 'same':
      return escapeText(run.text);
    case 'inserted':
      return tag('ins', {}, `${hidden('[inserted: ')}${escapeText(run.text)}${hidden(']')}`);
    case 'deleted':
      return tag('del', {}, `${hidden('[deleted: ')}${escapeText(run.text)}${hidden(']')}`);
  }
}

function hidden(text: string): string {
  return tag('span', { class: 'visually-hidden' }, text);
}
