import type { Inline, Table } from '../core/document/block.ts';

/** Shares of the width for each column, from how much it has to say; no column starves and none takes all. */
export function columnWidths(table: Table): readonly number[] {
  return table.columns.map((column, at) => {
    const cells = table.rows.map((row) => longestLine(row[at] ?? []));
    return Math.min(Math.max(column.title.length, ...cells) + 8, 64);
  });
}

function longestLine(cell: readonly Inline[]): number {
  const text = cell.map((one) => ('text' in one && one.kind !== 'footnote' ? one.text : '\n')).join('');
  return Math.max(...text.split('\n').map((line) => line.length));
}
