import { stringify } from 'yaml';

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
