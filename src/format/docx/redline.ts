import {
  DeletedTextRun,
  InsertedTextRun,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { RedlineBlock, Run } from '../../core/code/redline.ts';
import { type RedlineRow, redlineParts } from '../../core/document/redline-parts.ts';
import { lineChange, redlineRuns } from '../../core/document/redline-runs.ts';

/** Who Word names beside a tracked change. */
const AUTHOR = 'Proviso';

/** Space around the words of a cell, in twentieths of a point. */
const CELL = { top: 60, bottom: 60, left: 100, right: 100 };

/**
 * A redline as tracked changes: accepting all of them gives the text after, rejecting all the text before. The marks of
 * whole new and deleted paragraphs and rows are tracked too, so that no empty line stays behind.
 */
export function redlined(blocks: readonly RedlineBlock[], date: string): (Paragraph | Table)[] {
  let id = 0;
  const change = () => ({ id: ++id, author: AUTHOR, date });
  const child = (run: Run): ParagraphChild => {
    switch (run.kind) {
      case 'same':
        return new TextRun(run.text);
      case 'inserted':
        return new InsertedTextRun({ text: run.text, ...change() });
      case 'deleted':
        return new DeletedTextRun({ text: run.text, ...change() });
    }
  };
  const paragraph = (block: RedlineBlock, depth: number, marked: boolean): Paragraph => {
    const line = lineChange(block);
    return new Paragraph({
      style: 'Provision',
      indent: { left: depth * 340 },
      ...(marked && line === 'inserted' && { run: { insertion: change() } }),
      ...(marked && line === 'deleted' && { run: { deletion: change() } }),
      children: redlineRuns(block).map(child),
    });
  };
  const row = ({ change: fate, heading, cells }: RedlineRow, columns: number): TableRow =>
    new TableRow({
      tableHeader: heading,
      ...(fate === 'inserted' && { insertion: change() }),
      ...(fate === 'deleted' && { deletion: change() }),
      children: Array.from(
        { length: columns },
        (_, at) =>
          new TableCell({
            margins: CELL,
            // the mark of a cell's last paragraph stays with the cell
            children: cells[at]?.map((block, index, all) => paragraph(block, 0, index < all.length - 1)) ?? [
              new Paragraph({}),
            ],
          }),
      ),
    });
  return redlineParts(blocks).flatMap((part): (Paragraph | Table)[] => {
    if (part.kind === 'line') return [paragraph(part.block, part.block.depth, true)];
    const columns = Math.max(...part.rows.map(({ cells }) => cells.length), 1);
    return [
      new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: part.rows.map((one) => row(one, columns)),
      }),
    ];
  });
}
