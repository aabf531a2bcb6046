import type { Properties, Side, WordBlock, WordParagraph, WordRun, WordTable } from './model.ts';

/** A paragraph of one side: what it says when every change is accepted (`after`) or rejected (`before`). */
export interface SettledParagraph {
  readonly kind: 'paragraph';
  /** The same on both sides for what is the same paragraph, moved or not. */
  readonly key: number;
  readonly source: number;
  readonly bookmarks: readonly string[];
  readonly properties: Properties;
  readonly runs: readonly WordRun[];
}

export interface SettledTable {
  readonly kind: 'table';
  readonly key: number;
  readonly rows: readonly {
    /** Place in the table of the file, the same on both sides; so are those of cells in the row. */
    readonly at: number;
    readonly header: boolean;
    readonly cells: readonly { readonly at: number; readonly blocks: readonly SettledBlock[] }[];
  }[];
}

export type SettledBlock = SettledParagraph | SettledTable;

/** One side of a run of blocks. A paragraph whose mark is not there runs on into the next, as in Word. */
export function settle(blocks: readonly WordBlock[], side: Side): SettledBlock[] {
  const settled: SettledBlock[] = [];
  let carried: SettledParagraph | null = null;
  for (const block of blocks) {
    if (block.kind === 'table') {
      // words do not run on past a table, even past one that is not there on this side
      if (carried !== null && saysSomething(carried)) settled.push(carried);
      carried = null;
      const rows = rowsOf(block, side);
      if (rows.length > 0) settled.push({ kind: 'table', key: block.key, rows });
      continue;
    }
    const own = sideOf(block, side);
    const leftLine = block.leavesLine && !block.mark[side] && !saysSomething(own);
    const paragraph = joined(carried, leftLine ? emptyLine(own) : own);
    carried = block.mark[side] || leftLine ? null : paragraph;
    if (carried === null) settled.push(paragraph);
  }
  if (carried !== null && saysSomething(carried)) settled.push(carried);
  return settled;
}

function rowsOf({ rows }: WordTable, side: Side): SettledTable['rows'] {
  return rows
    .map((row, at) => ({ ...row, at }))
    .filter((row) => row.in[side])
    .map(({ at, header, cells }) => ({
      at,
      header,
      cells: cells
        .map((cell, place) => ({ at: place, in: cell.in, blocks: settle(cell.blocks, side) }))
        .filter((cell) => cell.in[side]),
    }))
    .filter((row) => row.cells.length > 0);
}

function sideOf({ key, source, bookmarks, runs, ...paragraph }: WordParagraph, side: Side): SettledParagraph {
  return {
    kind: 'paragraph',
    key,
    source,
    bookmarks,
    properties: paragraph[side],
    runs: runs.filter((run) => run.in[side]),
  };
}

/** A paragraph that ran on, with the one that it ran into; it is the same as the one of the two that says more. */
function joined(carried: SettledParagraph | null, next: SettledParagraph): SettledParagraph {
  if (carried === null || !saysSomething(carried)) return next;
  const main = textOf(next) === '' || textOf(carried).length > textOf(next).length ? carried : next;
  return {
    ...next,
    key: main.key,
    source: main.source,
    bookmarks: main.bookmarks,
    properties: next.properties,
    runs: [...carried.runs, ...next.runs],
  };
}

/** A line that is no paragraph of the text: without identity, number or style. */
function emptyLine({ key, source }: SettledParagraph): SettledParagraph {
  const properties = { style: null, numbering: null, outline: null, indent: null };
  return { kind: 'paragraph', key: -key, source, bookmarks: [], properties, runs: [] };
}

function saysSomething({ runs }: SettledParagraph): boolean {
  return runs.some((run) => run.text !== '' || run.note !== null || run.image !== null);
}

/** The words of a paragraph of one side. */
export function textOf(paragraph: { readonly runs: readonly WordRun[] }): string {
  return paragraph.runs.map((run) => run.text).join('');
}
