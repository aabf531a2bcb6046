import { stringify } from 'yaml';
import type { RedlineBlock } from '../core/code/redline.ts';
import { redlineRuns } from '../core/document/redline-runs.ts';

/** A value as text that a person reads: YAML without its punctuation noise. */
export function asText(value: unknown): string {
  return stringify(value, { lineWidth: 110, nullStr: '–' }).trimEnd();
}

/** Columns under their titles, separated by two spaces. */
export function asColumns(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(titles), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

/** A redlined provision on one line, indented by depth: inserted words stand in {+ +} and deleted ones in [- -]. */
export function redlineLine(block: RedlineBlock): string {
  const words = redlineRuns(block).map((run) => {
    if (run.kind === 'same') return run.text;
    return run.kind === 'inserted' ? `{+${run.text}+}` : `[-${run.text}-]`;
  });
  return `${'  '.repeat(block.depth)}${words.join('')}`;
}
