import { stringify } from 'yaml';
import type { RedlineBlock, Run } from '../core/code/redline.ts';
import { redlineParts } from '../core/document/redline-parts.ts';
import { lineChange, redlineRuns } from '../core/document/redline-runs.ts';

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
      const { block, change, fate } = part;
      if (change === 'moved-from') return [`${indent(block)}[${fate}: ${wordsOf(block)}]`];
      return [`${redlineLine(block)}${fate === null ? '' : `  (${fate})`}`];
    }
    return part.rows.map(({ cells }) => {
      const words = cells.map((cell) => cell.map((block) => runsLine(redlineRuns(block, false))).join(' '));
      return `${'  '.repeat(part.depth)}| ${words.join(' | ')} |`;
    });
  });
}

/** A redlined provision on one line, indented by depth: inserted words stand in {+ +}, deleted ones in [- -]; what moved away is in brackets as a whole. */
export function redlineLine(block: RedlineBlock): string {
  if (lineChange(block) === 'moved-from') return `${indent(block)}[moved away: ${wordsOf(block)}]`;
  return `${indent(block)}${runsLine(redlineRuns(block))}`;
}

function indent({ depth }: RedlineBlock): string {
  return '  '.repeat(depth);
}

function wordsOf(block: RedlineBlock): string {
  return redlineRuns(block)
    .map((run) => run.text)
    .join('');
}

function runsLine(runs: readonly Run[]): string {
  const [first] = runs;
  const whole = first !== undefined && runs.every((run) => run.kind === first.kind);
  return whole
    ? marked(first.kind, runs.map((run) => run.text).join(''))
    : runs.map((run) => marked(run.kind, run.text)).join('');
}

function marked(kind: Run['kind'], text: string): string {
  if (kind === 'same') return text;
  return kind === 'inserted' ? `{+${text}+}` : `[-${text}-]`;
}
