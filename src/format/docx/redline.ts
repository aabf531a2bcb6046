import {
  DeletedTextRun,
  FileChild,
  InsertedTextRun,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type XmlComponent,
} from 'docx';
import type { RedlineBlock, Run } from '../../core/code/redline.ts';
import { type RedlineRow, redlineParts } from '../../core/document/redline-parts.ts';
import { type LineChange, lineChange, redlineRuns } from '../../core/document/redline-runs.ts';
import { ELEMENTS, type Tracker, trackedRun } from './write/runs.ts';

/** Space around the words of a cell, in twentieths of a point. */
const CELL = { top: 60, bottom: 60, left: 100, right: 100 };

/**
 * A redline as tracked changes: accepting all of them gives the text after, rejecting all the text before. The marks of
 * whole new, deleted and moved paragraphs and of rows are tracked too, so that no empty line stays behind.
 */
export function redlined(blocks: readonly RedlineBlock[], tracker: Tracker): FileChild[] {
  return redlineParts(blocks).flatMap((part): FileChild[] => {
    if (part.kind === 'line') {
      const { block, change } = part;
      const line = paragraph(block, change, tracker);
      const [from, to] = tracker.range(block.id, change).map(([name, attributes]) => new Piece(name, attributes));
      return from === undefined || to === undefined ? [line] : [from, line, to];
    }
    const columns = Math.max(...part.rows.map(({ cells }) => cells.length), 1);
    return [
      new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: part.rows.map((one) => row(one, columns, tracker)),
      }),
    ];
  });
}

/** An element of Word that the library has no name for. */
class Piece extends FileChild {
  constructor(name: string, attributes: Readonly<Record<string, string>>, children: readonly XmlComponent[] = []) {
    super(name);
    this.root.push({ _attr: attributes }, ...children);
  }
}

function paragraph(block: RedlineBlock, line: LineChange, tracker: Tracker): FileChild {
  const tracked = line === 'same' ? [] : [new Piece('w:rPr', {}, [new Piece(ELEMENTS[line], tracker.attributes())])];
  const properties = new Piece('w:pPr', {}, [
    new Piece('w:pStyle', { 'w:val': 'Provision' }),
    new Piece('w:ind', { 'w:left': String(block.depth * 340) }),
    ...tracked,
  ]);
  return new Piece('w:p', {}, [properties, ...redlineRuns(block).flatMap((run) => words(run, line, tracker))]);
}

/** A run of a line as the line has it: the words of one that moved away have not changed, but go with it. */
function words({ kind, text }: Run, line: LineChange, tracker: Tracker): readonly XmlComponent[] {
  const tracked = trackedRun(kind, line);
  if (tracked === null) return [];
  if (tracked !== 'moved-to' && tracked !== 'moved-from') return [plain({ kind: tracked, text }, tracker)];
  return [new Piece(ELEMENTS[tracked], tracker.attributes(), [new TextRun(text)])];
}

function plain({ kind, text }: Run, tracker: Tracker): TextRun | InsertedTextRun | DeletedTextRun {
  switch (kind) {
    case 'same':
      return new TextRun(text);
    case 'inserted':
      return new InsertedTextRun({ text, ...changeOf(tracker) });
    case 'deleted':
      return new DeletedTextRun({ text, ...changeOf(tracker) });
  }
}

function row({ change: fate, heading, cells }: RedlineRow, columns: number, tracker: Tracker): TableRow {
  return new TableRow({
    tableHeader: heading,
    ...(fate === 'inserted' && { insertion: changeOf(tracker) }),
    ...(fate === 'deleted' && { deletion: changeOf(tracker) }),
    children: Array.from(
      { length: columns },
      (_, at) => new TableCell({ margins: CELL, children: cell(cells[at], tracker) }),
    ),
  });
}

/** What stands in a cell; the mark of its last paragraph stays with the cell. */
function cell(blocks: readonly RedlineBlock[] | undefined, tracker: Tracker): Paragraph[] {
  if (blocks === undefined) return [new Paragraph({})];
  return blocks.map((block, at) => {
    const mark = at < blocks.length - 1 ? lineChange(block, false) : 'same';
    return new Paragraph({
      style: 'Provision',
      ...(mark === 'inserted' && { run: { insertion: changeOf(tracker) } }),
      ...(mark === 'deleted' && { run: { deletion: changeOf(tracker) } }),
      children: redlineRuns(block, false).map((run) => plain(run, tracker)),
    });
  });
}

function changeOf(tracker: Tracker) {
  const { 'w:id': id, 'w:author': author = '', 'w:date': date = '' } = tracker.attributes();
  return { id: Number(id), author, date };
}
