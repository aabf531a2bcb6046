import type { RedlineBlock } from '../../../core/code/redline.ts';
import { lineChange } from '../../../core/document/redline-runs.ts';
import { escapeText, inline, tag } from '../../xml/write.ts';
import { bookmarksFor, type Marked, NOTICE_STYLE, RUN_STYLE, styleOfKind } from '../marks.ts';
import { deepIndent, Lists } from './lists.ts';
import { isTitle } from './package.ts';
import { blockRuns, runProperties, type Tracked, type Tracker, wordRun } from './runs.ts';

/** An empty line that is no provision, where Word must have a paragraph. */
export const EMPTY_LINE = inline('w:p', {}, inline('w:pPr', {}, tag('w:pStyle', { 'w:val': NOTICE_STYLE }, '/>')));

/** Width of the text of a page, in twentieths of a point. */
const TABLE_WIDTH = 9000;

/** What it takes to print the number of a block: the element that refers to its list, and the number where it is typed. */
interface Numbered {
  readonly list: string;
  readonly typed: string;
}

/**
 * Writes the blocks of a redline, or of a text that is compared with itself, as paragraphs and tables of Word. In a clean
 * text Word counts the numbers; in a redline each prints as it stands, so that it is right on both sides.
 */
export class ProvisionWriter {
  readonly lists = new Lists();
  readonly footnotes: string[] = [];
  private readonly tracker: Tracker;
  private readonly counted: boolean;
  private readonly siblings: ReturnType<Lists['siblings']>[] = [];
  private marks = 0;
  private notes = 0;

  constructor(tracker: Tracker, counted: boolean) {
    this.tracker = tracker;
    this.counted = counted;
  }

  /** Blocks in reading order; `base` is the depth of the highest. */
  write(blocks: readonly RedlineBlock[], base = 0): string {
    let written = '';
    for (let at = 0; at < blocks.length; ) {
      const block = blocks[at] as RedlineBlock;
      if (isRow(block)) {
        const end = endOf(blocks, at, (one) => one.depth > block.depth || (isRow(one) && one.depth === block.depth));
        written += this.table(blocks.slice(at, end));
        at = end;
        continue;
      }
      const notes = leadingNotes(blocks, at);
      written += this.paragraph(block, block.depth - base, notes, [{ id: block.id, of: 'v' }]);
      at += 1 + notes.length;
    }
    return written;
  }

  private table(blocks: readonly RedlineBlock[]): string {
    const depth = blocks[0]?.depth ?? 0;
    const rows = groups(blocks, (one) => isRow(one) && one.depth === depth);
    const width = Math.max(...rows.map((row) => cellsOf(row).length + (lacksCells(row) ? 1 : 0)), 1);
    const column = String(Math.floor(TABLE_WIDTH / width));
    const grid = Array.from({ length: width }, () => tag('w:gridCol', { 'w:w': column }, '/>'));
    const titled = rows[0]?.[0]?.kind === 'header-row';
    const properties =
      tag('w:tblStyle', { 'w:val': 'PvTable' }, '/>') +
      tag('w:tblW', { 'w:w': String(TABLE_WIDTH), 'w:type': 'dxa' }, '/>') +
      // no bands; the first row as the style sets rows of headings
      tag('w:tblLook', { 'w:val': titled ? '0620' : '0600' }, '/>');
    const content = inline('w:tblPr', {}, properties) + inline('w:tblGrid', {}, grid.join(''));
    return inline('w:tbl', {}, content + rows.map((row) => this.row(row, width, column)).join(''));
  }

  private row(blocks: readonly RedlineBlock[], width: number, column: string): string {
    const [row] = blocks as readonly [RedlineBlock, ...RedlineBlock[]];
    const tracked = lineChange(row, false);
    const header = row.kind === 'header-row' ? tag('w:tblHeader', {}, '/>') : '';
    const all = cellsOf(blocks);
    const lacking = lacksCells(blocks);
    const free = width - all.length - (lacking ? 1 : 0);
    const after =
      free === 0
        ? ''
        : tag('w:gridAfter', { 'w:val': String(free) }, '/>') +
          tag('w:wAfter', { 'w:w': String(free * Number(column)), 'w:type': 'dxa' }, '/>');
    const properties = after + header + this.tracker.mark(tracked);
    const place = lacking ? this.emptyCell(row.id, column) : '';
    const cells = all.map((cell, at) => this.cell(cell, tracked, column, at === 0 && !lacking ? row.id : null));
    return inline('w:tr', {}, (properties === '' ? '' : inline('w:trPr', {}, properties)) + place + cells.join(''));
  }

  /** A cell that is no provision, where Word must have one: it bears the identity of its row. */
  private emptyCell(row: string, column: string): string {
    const [open, close] = this.bookmarks([{ id: row, of: 'r' }]);
    const style = inline('w:pPr', {}, tag('w:pStyle', { 'w:val': NOTICE_STYLE }, '/>'));
    const width = inline('w:tcPr', {}, tag('w:tcW', { 'w:w': column, 'w:type': 'dxa' }, '/>'));
    return inline('w:tc', {}, width + inline('w:p', {}, style + open + close));
  }

  private cell(blocks: readonly RedlineBlock[], row: Tracked, column: string, rowId: string | null): string {
    const [cell] = blocks as readonly [RedlineBlock, ...RedlineBlock[]];
    const own = lineChange(cell, false);
    const change =
      row !== 'same' || own === 'same'
        ? ''
        : tag(own === 'inserted' ? 'w:cellIns' : 'w:cellDel', this.tracker.attributes(), '/>');
    const properties = inline('w:tcPr', {}, tag('w:tcW', { 'w:w': column, 'w:type': 'dxa' }, '/>') + change);
    const notes = leadingNotes(blocks, 0);
    const marked: { id: string; of: Marked }[] = [{ id: cell.id, of: 'c' }];
    if (rowId !== null) marked.push({ id: rowId, of: 'r' });
    const content =
      this.paragraph(cell, 0, notes, marked, false) + this.write(blocks.slice(1 + notes.length), cell.depth + 1);
    return inline('w:tc', {}, properties + content + (content.endsWith('</w:tbl>') ? EMPTY_LINE : ''));
  }

  private paragraph(
    block: RedlineBlock,
    depth: number,
    notes: readonly RedlineBlock[],
    marked: readonly { readonly id: string; readonly of: Marked }[],
    movable = true,
  ): string {
    const tracked = movable ? lineChange(block) : lineChange(block, false);
    const { list, typed } = this.numbered(block, depth, tracked);
    const style = tag('w:pStyle', { 'w:val': styleOfKind(block.kind) }, '/>');
    const mark = this.tracker.mark(tracked);
    const properties =
      style +
      list +
      deepIndent(depth) +
      (mark === '' ? '' : inline('w:rPr', {}, mark)) +
      this.renumbered(block, depth, tracked, style);
    const words =
      typed +
      blockRuns(block, tracked, this.tracker, isTitle(block.kind)) +
      notes.map((note) => this.note(note, tracked)).join('');
    const [open, close] = this.bookmarks(marked);
    const [from = '', to = ''] = this.tracker
      .range(block.id, tracked)
      .map(([name, attributes]) => tag(name, attributes, '/>'));
    return from + inline('w:p', {}, inline('w:pPr', {}, properties) + open + words + close) + to;
  }

  private numbered(block: RedlineBlock, depth: number, tracked: Tracked): Numbered {
    const gone = tracked === 'deleted' || tracked === 'moved-from';
    const number = gone ? block.numberBefore : block.numberAfter;
    this.siblings.length = Math.min(this.siblings.length, depth + 1);
    for (let at = this.siblings.length; at <= depth; at += 1) this.siblings.push(this.lists.siblings());
    if (number === null) return { list: this.lists.plain(depth), typed: '' };
    const list = this.counted ? this.siblings[depth]?.next(number, depth) : this.lists.fix(number, depth);
    if (list !== null && list !== undefined) return { list, typed: '' };
    const run = this.tracker.wrap(tracked, wordRun(number, tracked, RUN_STYLE.number));
    const gap = this.tracker.wrap(tracked, wordRun(' ', tracked, RUN_STYLE.gap));
    return { list: this.lists.plain(depth), typed: run + gap };
  }

  /** The tracked change of the number of a block that stays where it is. */
  private renumbered(block: RedlineBlock, depth: number, tracked: Tracked, style: string): string {
    const { numberBefore: before, numberAfter: after } = block;
    if (tracked !== 'same' || before === after) return '';
    const list = before === null ? this.lists.plain(depth) : (this.lists.fix(before, depth) ?? this.lists.plain(depth));
    return inline('w:pPrChange', this.tracker.attributes(), inline('w:pPr', {}, style + list + deepIndent(depth)));
  }

  private bookmarks(marked: readonly { readonly id: string; readonly of: Marked }[]): [string, string] {
    const names = marked.flatMap(({ id, of }) => {
      this.marks += 1;
      return bookmarksFor(id, of, this.marks);
    });
    const base = this.marks * 32;
    const open = names.map((name, at) => tag('w:bookmarkStart', { 'w:id': String(base + at), 'w:name': name }, '/>'));
    const close = names.map((_, at) => tag('w:bookmarkEnd', { 'w:id': String(base + at) }, '/>'));
    return [open.join(''), close.join('')];
  }

  /** A note as a footnote: its mark in the line, its words at the foot; a note whose mark changed goes and comes. */
  private note(block: RedlineBlock, line: Tracked): string {
    const own = line === 'same' ? lineChange(block, false) : line;
    const { numberBefore: before, numberAfter: after } = block;
    if (own !== 'same' || before === after) return this.footnote(block, own);
    return this.footnote(block, 'deleted') + this.footnote(block, 'inserted');
  }

  private footnote(block: RedlineBlock, tracked: Tracked): string {
    const gone = tracked === 'deleted' || tracked === 'moved-from';
    const number = (gone ? block.numberBefore : block.numberAfter) ?? '';
    const id = String(this.footnotes.length + 1);
    const isNext = this.counted && number === String(this.notes + 1);
    if (isNext) this.notes += 1;
    const [open, close] = this.bookmarks([{ id: block.id, of: 'v' }]);
    const style = tag('w:pStyle', { 'w:val': styleOfKind('note') }, '/>');
    const sign = inline(
      'w:r',
      {},
      `${runProperties('FootnoteReference')}${isNext ? '<w:footnoteRef/>' : inline('w:t', {}, escapeText(number))}`,
    );
    const shown = isNext
      ? sign
      : inline(
          'w:r',
          {},
          `${runProperties(RUN_STYLE.gap)}${inline('w:t', { 'xml:space': 'preserve' }, escapeText(number))}`,
        );
    const gap = wordRun(' ', 'same', RUN_STYLE.gap);
    const whole = tracked === 'moved-to' ? 'inserted' : tracked === 'moved-from' ? 'deleted' : tracked;
    const words = shown + gap + blockRuns(block, whole, this.tracker);
    this.footnotes.push(
      inline('w:footnote', { 'w:id': id }, inline('w:p', {}, inline('w:pPr', {}, style) + open + words + close)),
    );
    const reference = tag('w:footnoteReference', { 'w:customMarkFollows': isNext ? null : '1', 'w:id': id }, '/>');
    const mark = isNext ? '' : inline(tracked === 'deleted' ? 'w:delText' : 'w:t', {}, escapeText(number));
    return this.tracker.wrap(tracked, inline('w:r', {}, runProperties('FootnoteReference') + reference + mark));
  }
}

function isRow({ kind }: RedlineBlock): boolean {
  return kind === 'row' || kind === 'header-row';
}

function isCell(block: RedlineBlock, row: readonly RedlineBlock[]): boolean {
  return block.kind === 'cell' && block.depth === (row[0]?.depth ?? 0) + 1;
}

function cellsOf(row: readonly RedlineBlock[]): RedlineBlock[][] {
  return groups(row.slice(1), (one) => isCell(one, row));
}

/** Whether a row stands on a side on which none of its cells does. */
function lacksCells(row: readonly RedlineBlock[]): boolean {
  const own = lineChange(row[0] as RedlineBlock, false);
  const cells = cellsOf(row).map(([first]) => lineChange(first as RedlineBlock, false));
  const lacks = (other: Tracked): boolean => own !== other && cells.every((one) => one === other);
  return lacks('inserted') || lacks('deleted');
}

/** The notes that come first below a block and nothing else does below them: those that Word can hold as footnotes. */
function leadingNotes(blocks: readonly RedlineBlock[], at: number): readonly RedlineBlock[] {
  const { depth } = blocks[at] as RedlineBlock;
  const end = endOf(blocks, at, (one, place) => {
    const below = blocks[place + 1];
    const isLeaf = below === undefined || below.depth <= one.depth;
    const isNumbered = one.status === 'deleted' ? one.numberBefore !== null : one.numberAfter !== null;
    const wasNumbered = one.status === 'inserted' || one.numberBefore !== null;
    return one.kind === 'note' && one.depth === depth + 1 && isLeaf && isNumbered && wasNumbered;
  });
  return blocks.slice(at + 1, end);
}

function endOf(
  blocks: readonly RedlineBlock[],
  at: number,
  goesOn: (block: RedlineBlock, at: number) => boolean,
): number {
  let end = at + 1;
  while (end < blocks.length && goesOn(blocks[end] as RedlineBlock, end)) end += 1;
  return end;
}

/** Blocks in groups, each begun by one that a test names. */
function groups(blocks: readonly RedlineBlock[], begins: (block: RedlineBlock) => boolean): RedlineBlock[][] {
  const all: RedlineBlock[][] = [];
  for (const block of blocks) {
    if (begins(block) || all.length === 0) all.push([block]);
    else all.at(-1)?.push(block);
  }
  return all;
}
