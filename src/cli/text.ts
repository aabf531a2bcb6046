import { stringify } from 'yaml';
import type { RedlineBlock, Run } from '../core/code/redline.ts';
import { redlineParts } from '../core/document/redline-parts.ts';
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

/** A redline line by line: a row of a table on one line, and beside a provision what became of it as a whole. */
export function redlineLines(blocks: readonly RedlineBlock[]): readonly string[] {
  return redlineParts(blocks).flatMap((part) => {
    if (part.kind === 'line') {
      return [`${redlineLine(part.block)}${part.fate === null ? '' : `  (${part.fate})`}`];
    }
    return part.rows.map(({ cells }) => {
      const words = cells.map((cell) => cell.map((block) => redlineLine({ ...block, depth: 0 })).join(' '));
      return `${'  '.repeat(part.depth)}| ${words.join(' | ')} |`;
    });
  });
}

/** A redlined provision on one line, indented by depth: inserted words stand in {+ +} and deleted ones in [- -]. */
export function redlineLine(block: RedlineBlock): string {
  const runs = redlineRuns(block);
  const [first] = runs;
  const whole = first !== undefined && runs.every((run) => run.kind === first.kind);
  const words = whole
    ? marked(first.kind, runs.map((run) => run.text).join(''))
    : runs.map((run) => marked(run.kind, run.text)).join('');
  return `${'  '.repeat(block.depth)}${words}`;
}

function marked(kind: Run['kind'], text: string): string {
  if (kind === 'same') return text;
  return kind === 'inserted' ? `{+${text}+}` : `[-${text}-]`;
}
