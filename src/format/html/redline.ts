import type { RedlineBlock, Run } from '../../core/code/redline.ts';
import { type RedlinePart, redlineParts } from '../../core/document/redline-parts.ts';
import { type LineChange, redlineRuns } from '../../core/document/redline-runs.ts';
import { escapeText, tag } from './markup.ts';

/** Redlined provisions as a fragment. */
export function renderRedline(blocks: readonly RedlineBlock[]): string {
  return tag(
    'div',
    { class: 'redline' },
    redlineParts(blocks).map((part) => (part.kind === 'line' ? line(part) : table(part))),
  );
}

function line({ block, change: fate, fate: words }: Extract<RedlinePart, { kind: 'line' }>): string {
  const moved = fate === 'moved-to' || fate === 'moved-from' ? ` redline-${fate}` : '';
  return tag(
    'p',
    { class: `redline-block redline-${block.status}${moved} paper-depth-${Math.min(block.depth, 8)}` },
    told(redlineRuns(block).map(change).join(''), fate, words, block.carried),
  );
}

/** The words of a line with what became of it: spoken once, and seen by a mark that is none of the words. */
function told(words: string, change: LineChange, fate: string | null, isCarried: boolean): string {
  if (fate === null) return words;
  const mark = tag('span', { class: 'redline-fate', 'data-fate': fate, 'aria-hidden': 'true' }, '');
  switch (change) {
    case 'moved-from':
      return `${tag('del', {}, `${hidden(`[${fate}: `)}${words}${hidden(']')}`)}${isCarried ? '' : ` ${mark}`}`;
    case 'moved-to':
      return `${hidden(`[${fate}] `)}${words} ${mark}`;
    default:
      return `${words} ${hidden(`[${fate}]`)}${mark}`;
  }
}

function table({ rows, depth }: Extract<RedlinePart, { kind: 'table' }>): string {
  const written = rows.map(({ change: fate, heading, cells }) =>
    tag('tr', { class: `redline-row-${fate}` }, [
      ...cells.map((cell) =>
        tag(
          heading ? 'th' : 'td',
          {},
          cell.map((block) => redlineRuns(block, false).map(change).join('')).join('<br>'),
        ),
      ),
    ]),
  );
  return tag(
    'div',
    { class: `redline-table paper-depth-${Math.min(depth - 1, 8)}`, tabindex: '0' },
    tag('table', {}, tag('tbody', {}, written)),
  );
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
