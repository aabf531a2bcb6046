import {
  BorderStyle,
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Table as PaperTable, StageMark } from '../../core/document/block.ts';
import { headingText, isTitled, STAGE_WORDS } from '../../core/document/text.ts';
import { columnWidths } from '../columns.ts';
import type { Notes } from './inlines.ts';
import { redlined } from './redline.ts';
import { COLOUR } from './style.ts';
import { AUTHOR, Tracker } from './write/runs.ts';

/** Text width of a page, in twentieths of a point: A4 less its margins. */
export const TEXT_WIDTH = 9070;

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const BARE = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };
const RULE = { style: BorderStyle.SINGLE, size: 4, color: COLOUR.rule } as const;

/** Turns blocks into Word's; it counts sections and lists, which Word numbers itself. */
export class BlockWriter {
  private sections = 0;
  private appendices = 0;
  private lists = 0;

  private readonly notes: Notes;
  private readonly tracker: Tracker;

  constructor(notes: Notes, date: string) {
    this.notes = notes;
    this.tracker = new Tracker(AUTHOR, date);
  }

  /** Whether the next heading starts a page. */
  private breaking = false;

  blocks(all: readonly Block[]): FileChild[] {
    return all.flatMap((block, at) => this.block(block, all[at + 1]?.kind === 'list'));
  }

  /** As {@link blocks}, from the top of a page. */
  blocksOnNewPage(all: readonly Block[]): FileChild[] {
    this.breaking = true;
    return this.blocks(all);
  }

  /** A paragraph that leads into a list stays on its page. */
  private block(block: Block, leadsIn: boolean): FileChild[] {
    switch (block.kind) {
      case 'heading':
        return [this.heading(block)];
      case 'paragraph':
        return [new Paragraph({ keepNext: leadsIn, children: this.notes.runs(block.runs) })];
      case 'list': {
        const instance = ++this.lists;
        const numbering = { reference: block.ordered ? 'steps' : 'bullets', level: 0, instance };
        return block.items.map((item) => new Paragraph({ numbering, children: this.notes.runs(item) }));
      }
      case 'table':
        return this.table(block.table);
      case 'note':
        return [boxed([boxTitle(block.title), new Paragraph({ children: this.notes.runs(block.runs) })]), gap()];
      case 'panel':
        return [this.panel(block), gap()];
      case 'provision':
        return [this.provision(block)];
      case 'quote':
        return [quote(block)];
      case 'stages':
        return [boxTitle(block.title), stages(block.stages), gap()];
      case 'redline':
        return redlined(block.blocks, this.tracker);
      case 'page-break':
        this.breaking = true;
        return [];
    }
  }

  /** Numbered by Word where its count comes to the number of the paper; printed as words otherwise. */
  private heading(block: Extract<Block, { kind: 'heading' }>): Paragraph {
    const numbering =
      block.number === String(this.sections + 1)
        ? { reference: 'sections', level: 0 }
        : block.number === `Appendix ${this.appendices + 1}:`
          ? { reference: 'appendices', level: 0 }
          : null;
    if (numbering?.reference === 'sections') this.sections += 1;
    if (numbering?.reference === 'appendices') this.appendices += 1;
    const pageBreakBefore = this.breaking;
    this.breaking = false;
    return new Paragraph({
      heading: LEVELS[block.level],
      keepNext: true,
      pageBreakBefore,
      ...(numbering !== null && { numbering }),
      children: [new TextRun(numbering === null ? headingText(block) : block.text)],
    });
  }

  private provision({ number, runs, depth }: Extract<Block, { kind: 'provision' }>): Paragraph {
    const left = Math.min(depth, 8) * 400;
    const words = this.notes.runs(runs);
    if (number === null) return new Paragraph({ style: 'Provision', indent: { left }, children: words });
    const hanging = 737;
    const lead = new TextRun({ text: `${number}\t`, bold: true });
    return new Paragraph({
      style: 'Provision',
      indent: { left: left + hanging, hanging },
      children: [lead, ...words],
    });
  }

  private table(table: PaperTable): FileChild[] {
    const widths = columnWidths(table);
    const total = widths.reduce((sum, width) => sum + width, 0);
    const columnWidth = widths.map((width) => Math.round((width / total) * TEXT_WIDTH));
    const side = (at: number): IParagraphOptions => (table.columns[at]?.numeric ? { alignment: 'right' } : {});
    const head = new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: table.columns.map(
        (column, at) =>
          new TableCell({
            borders: { ...BARE, bottom: { style: BorderStyle.SINGLE, size: 10, color: COLOUR.accent } },
            children: [new Paragraph({ style: 'CellHead', text: column.title, ...side(at) })],
          }),
      ),
    });
    const rows = table.rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map(
            (cell, at) =>
              new TableCell({
                borders: { ...BARE, bottom: RULE },
                children: [new Paragraph({ style: 'Cell', children: this.notes.runs(cell), ...side(at) })],
              }),
          ),
        }),
    );
    return [
      ...(table.caption === '' ? [] : [new Paragraph({ style: 'Caption', text: table.caption })]),
      new Table({
        rows: isTitled(table) ? [head, ...rows] : rows,
        columnWidths: columnWidth,
        width: { size: TEXT_WIDTH, type: WidthType.DXA },
        layout: TableLayoutType.FIXED,
        borders: BARE,
        margins: { left: 0, right: 160 },
      }),
      gap(),
    ];
  }

  private panel(block: Extract<Block, { kind: 'panel' }>): Table {
    const inner = [boxTitle(block.title), ...this.blocks(block.blocks)] as (Paragraph | Table)[];
    const top = { ...BARE, top: RULE };
    const mark =
      block.mark === null
        ? []
        : [
            new TableCell({
              borders: top,
              margins: { top: 120 },
              children: [
                new Paragraph({
                  alignment: 'center',
                  shading: { type: 'clear', fill: COLOUR.accent, color: 'auto' },
                  spacing: { before: 60, after: 60 },
                  children: [new TextRun({ text: block.mark, bold: true, size: 34, color: COLOUR.white })],
                }),
              ],
            }),
          ];
    const widths = block.mark === null ? [TEXT_WIDTH] : [1000, TEXT_WIDTH - 1000];
    return new Table({
      rows: [
        new TableRow({
          cantSplit: true,
          children: [
            ...mark,
            new TableCell({
              borders: top,
              margins: { top: 100, left: block.mark === null ? 0 : 240 },
              children: inner,
            }),
          ],
        }),
      ],
      columnWidths: widths,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders: BARE,
      margins: { left: 0, right: 0 },
    });
  }
}

function boxTitle(text: string): Paragraph {
  return new Paragraph({ style: 'BoxTitle', text });
}

/** Word joins tables that touch; a low empty line keeps them apart. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 160, lineRule: 'exact' } });
}

function quote(block: Extract<Block, { kind: 'quote' }>): Paragraph {
  const number = block.number === null ? [] : [new TextRun({ text: `${block.number} `, bold: true })];
  return new Paragraph({
    style: 'Provision',
    indent: { left: 240 + block.depth * 400 },
    border: { left: { style: BorderStyle.SINGLE, size: 10, color: COLOUR.rule, space: 10 } },
    children: [...number, new TextRun(block.text)],
  });
}

function boxed(children: Paragraph[]): Table {
  return new Table({
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            shading: { type: 'clear', fill: COLOUR.soft, color: 'auto' },
            borders: { ...BARE, left: { style: BorderStyle.SINGLE, size: 24, color: COLOUR.accent } },
            margins: { top: 80, bottom: 40, left: 200, right: 200 },
            children,
          }),
        ],
      }),
    ],
    columnWidths: [TEXT_WIDTH],
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    borders: BARE,
  });
}

function stages(all: readonly StageMark[]): Table {
  const width = Math.floor(TEXT_WIDTH / Math.max(all.length, 1));
  return new Table({
    rows: [new TableRow({ cantSplit: true, children: all.map(stageCell) })],
    columnWidths: all.map(() => width),
    width: { size: width * all.length, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: BARE,
  });
}

function stageCell(stage: StageMark): TableCell {
  const current = stage.status === 'current';
  const passedOver = stage.status === 'skipped' || stage.status === 'not-reached';
  const [fill, ink, quiet] = current
    ? [COLOUR.accent, COLOUR.white, COLOUR.white]
    : [COLOUR.pale, passedOver ? COLOUR.muted : COLOUR.ink, COLOUR.muted];
  const line = (text: string, size: number, color: string, bold: boolean) =>
    new Paragraph({ spacing: { before: 0, after: 30 }, children: [new TextRun({ text, size, color, bold })] });
  const topped = current || stage.status === 'done' ? COLOUR.accent : COLOUR.rule;
  const edge = { style: BorderStyle.SINGLE, size: 18, color: COLOUR.white } as const;
  return new TableCell({
    shading: { type: 'clear', fill, color: 'auto' },
    borders: { ...BARE, top: { style: BorderStyle.SINGLE, size: 18, color: topped }, right: edge },
    margins: { top: 80, bottom: 120, left: 140, right: 100 },
    children: [
      line(stage.number, 19, quiet, false),
      line(stage.title, 22, ink, !passedOver),
      line(STAGE_WORDS[stage.status], 18, quiet, false),
    ],
  });
}
