import type { WordFile } from './file.ts';
import { LineReader } from './line.ts';
import type { Side } from './model.ts';
import { type SettledBlock, settle } from './settle.ts';

/** A paragraph as read: its number as printed, its style as people see it, its words, and whether it stands in a table. */
export interface WordLine {
  readonly number: string | null;
  readonly style: string;
  readonly text: string;
  readonly inTable: boolean;
}

/** The paragraphs of a file with all its changes accepted. */
export function acceptAll(file: WordFile): readonly WordLine[] {
  return linesOf(file, 'after');
}

/** The paragraphs of a file with all its changes rejected. */
export function rejectAll(file: WordFile): readonly WordLine[] {
  return linesOf(file, 'before');
}

function linesOf(file: WordFile, side: Side): readonly WordLine[] {
  const reader = new LineReader(file);
  const read = (blocks: readonly SettledBlock[], inTable: boolean): WordLine[] =>
    blocks.flatMap((block) => {
      if (block.kind === 'table')
        return block.rows.flatMap((row) => row.cells.flatMap((cell) => read(cell.blocks, true)));
      const { number, styleName, paragraph } = reader.line(block);
      return [{ number, style: styleName, text: paragraph.runs.map((run) => run.text).join(''), inTable }];
    });
  return read(settle(file.blocks, side), false);
}
