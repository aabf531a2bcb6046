import type { RedlineBlock, Run } from '../../core/code/redline.ts';
import { type RedlinePart, redlineParts } from '../../core/document/redline-parts.ts';
import { redlineRuns } from '../../core/document/redline-runs.ts';
import { escapeText, tag } from './markup.ts';

/** Redlined provisions as a fragment. */
export function renderRedline(blocks: readonly RedlineBlock[]): string {
  return tag(
    'div',
    { class: 'redline' },
    redlineParts(blocks).map((part) => (part.kind === 'line' ? line(part.block, part.fate) : table(part))),
  );
}

function line(block: RedlineBlock, fate: string | null): string {
  const words = redlineRuns(block).map(change).join('');
  // a mark about the words and none of them: seen by style, and spoken
  const mark = { class: 'redline-fate', 'data-fate': fate ?? '', 'aria-hidden': 'true' };
  const told = fate === null ? '' : ` ${hidden(`[${fate}]`)}${tag('span', mark, '')}`;
  return tag(
    'p',
    { class: `redline-block redline-${block.status} paper-depth-${Math.min(block.depth, 8)}` },
    words + told,
  );
}

function table({ rows, depth }: Extract<RedlinePart, { kind: 'table' }>): string {
  const written = rows.map(({ change: fate, heading, cells }) =>
    tag('tr', { class: `redline-row-${fate}` }, [
      ...cells.map((cell) =>
        tag(heading ? 'th' : 'td', {}, cell.map((block) => redlineRuns(block).map(change).join('')).join('<br>')),
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
