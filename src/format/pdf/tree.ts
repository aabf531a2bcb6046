import type { Block, Cover, Document, Inline, Table } from '../../core/document/block.ts';
import type { Pack } from '../../core/document/meeting-pack.ts';
import { type RedlinePart, redlineParts } from '../../core/document/redline-parts.ts';
import { redlineRuns } from '../../core/document/redline-runs.ts';
import { certaintyWords, headingText, isTitled, STAGE_WORDS } from '../../core/document/text.ts';
import { type Day, partsOf } from '../../core/kernel/day.ts';
import { columnWidths } from '../columns.ts';
import { type Coverage, covered } from './coverage.ts';

/** The tree that `paper.typ` reads: JSON, with every word that the program adds already in it, in the fonts' characters. */
export function typstTree(document: Document, fonts: readonly Coverage[]): string {
  const { dated, cover, blocks } = document;
  return written({ ...document, dated: dayTree(dated), cover: coverTree(cover), blocks: blocks.map(tree) }, fonts);
}

/** The tree that `pack.typ` reads: a part holds the blocks of a paper, or names the PDF that it takes in. */
export function packTree(pack: Pack, fonts: readonly Coverage[]): string {
  const parts = pack.parts.map(({ body, ...part }) => ({
    ...part,
    sheet: part.sheet.map(tree),
    ...(body.kind === 'paper'
      ? { cover: coverTree(body.document.cover), notice: body.document.notice, blocks: body.document.blocks.map(tree) }
      : { file: body.file, pages: body.pages, alt: body.alt }),
  }));
  const { dated, cover, agenda } = pack;
  return written({ ...pack, dated: dayTree(dated), cover: coverTree(cover), agenda: agenda.map(tree), parts }, fonts);
}

function written(whole: object, fonts: readonly Coverage[]): string {
  return JSON.stringify(whole, (key, value) =>
    typeof value === 'string' && key !== 'file' ? covered(value, fonts) : value,
  );
}

function dayTree(day: Day): object {
  const { year, month, dayOfMonth } = partsOf(day);
  return { year, month, day: dayOfMonth };
}

function coverTree(cover: Cover): object {
  return { ...cover, blocks: cover.blocks.map(tree) };
}

function tree(block: Block): object {
  switch (block.kind) {
    case 'heading':
      return { ...block, words: headingText(block) };
    case 'paragraph':
    case 'note':
    case 'provision':
      return { ...block, runs: runs(block.runs) };
    case 'list':
      return { ...block, items: block.items.map(runs) };
    case 'table':
      return { ...block, table: table(block.table) };
    case 'panel':
      return { ...block, blocks: block.blocks.map(tree) };
    case 'stages':
      return { ...block, stages: block.stages.map((stage) => ({ ...stage, words: STAGE_WORDS[stage.status] })) };
    case 'redline':
      return { ...block, blocks: redlineParts(block.blocks).map(redlined) };
    default:
      return block;
  }
}

function redlined(part: RedlinePart): object {
  if (part.kind === 'line') {
    const { block, change, fate } = part;
    return { depth: block.depth, change, runs: redlineRuns(block), fate: block.carried ? null : fate };
  }
  const columns = Math.max(...part.rows.map((row) => row.cells.length), 1);
  // rows are filled up, so that each begins a line
  const rows = part.rows.map(({ change, heading, cells }) =>
    Array.from({ length: columns }, (_, at) => ({
      ...{ change, heading },
      lines: (cells[at] ?? []).map((one) => redlineRuns(one, false)),
    })),
  );
  return { depth: part.depth, columns, cells: rows.flat() };
}

function runs(all: readonly Inline[]): readonly object[] {
  return all.map((one) => (one.kind === 'certainty' ? { ...one, words: certaintyWords(one.certainty) } : one));
}

function table(of: Table): object {
  return {
    ...of,
    titled: isTitled(of),
    widths: columnWidths(of),
    // Cells are objects, so that flattening rows into cells stops at a cell.
    rows: of.rows.map((row) => row.map((cell) => ({ runs: runs(cell) }))),
  };
}
