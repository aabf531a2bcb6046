import type { Provision } from '../../../core/code/provision.ts';
import { identityIn, kindOfStyle, NOTICE_STYLE } from '../marks.ts';
import type { WordFile } from './file.ts';
import { type Growing, type Guess, growing, grown } from './growing.ts';
import { GuessedStructure } from './guessed-structure.ts';
import { type Line, LineReader } from './line.ts';
import type { Side, WordRun } from './model.ts';
import { OwnStructure, ownProvision } from './own-structure.ts';
import { type SettledBlock, type SettledParagraph, type SettledTable, settle, textOf } from './settle.ts';

/** One side of a file as provisions. */
export interface WordTree {
  readonly title: string | null;
  /** Identities are those that the file carries; what carries none is named for its place in the file, the same on both sides. */
  readonly provisions: readonly Provision[];
  /** Identities that the file carries. */
  readonly carried: ReadonlySet<string>;
  /** Where in the file each provision stands, by identity: not the same on both sides for what is moved. */
  readonly sources: ReadonlyMap<string, string>;
  readonly guesses: readonly Guess[];
  /** Lines of contents lists, which are left out. */
  readonly contents: number;
}

/** The provisions of a file with all its changes accepted (`after`) or rejected (`before`). */
export function treeOf(file: WordFile, side: Side): WordTree {
  return new TreeReader(file, side).read();
}

class TreeReader {
  private readonly file: WordFile;
  private readonly side: Side;
  private readonly lines: LineReader;
  private readonly guesses: Guess[] = [];
  private readonly carried = new Set<string>();
  private readonly used = new Set<string>();
  private readonly sources = new Map<string, string>();
  private title: string | null = null;
  private contents = 0;
  private noted = 0;

  constructor(file: WordFile, side: Side) {
    this.file = file;
    this.side = side;
    this.lines = new LineReader(file);
  }

  read(): WordTree {
    const provisions = this.blocks(settle(this.file.blocks, this.side)).map(grown);
    const { title, carried, sources, guesses, contents } = this;
    return { title, provisions, carried, sources, guesses, contents };
  }

  private blocks(blocks: readonly SettledBlock[]): Growing[] {
    const roots: Growing[] = [];
    const own = new OwnStructure(roots);
    const guessed = new GuessedStructure(roots, this.guesses);
    let isOwn = false;
    for (const [at, block] of blocks.entries()) {
      if (block.kind === 'table') {
        const table = isOwn ? own.table() : null;
        const rows = this.rows(block);
        if (table !== null) table.children.push(...rows);
        else {
          const caption = this.caption(blocks[at - 1]);
          const node = growing(this.unique(`w-table-${block.key}`, `w-table-${block.key}`), 'table', {
            heading: caption,
            children: rows,
          });
          if (isOwn) own.place(node, own.depth());
          else guessed.beside(node);
        }
        continue;
      }
      const line = this.lines.line(block);
      const id = this.identity(line);
      if (line.kind !== null) {
        isOwn = true;
        const node = this.withNotes(ownProvision(line, id), line);
        own.place(node, line.level);
        continue;
      }
      if (this.isFurniture(line, blocks[at + 1])) continue;
      if (isOwn) {
        const node = growing(id, 'paragraph', { number: line.number, text: line.text.trim() });
        own.place(this.withNotes(node, line), own.depth());
        this.guesses.push({
          place: `“${line.text.slice(0, 60)}”`,
          what: 'a line in a style that is not ours stands beside the one before it',
          confidence: 0.5,
        });
        continue;
      }
      this.withNotes(guessed.place(line, id), line);
    }
    return roots;
  }

  /** Lines that are no provision: empty ones, contents, the title, captions of the table that follows. */
  private isFurniture(line: Line, next: SettledBlock | undefined): boolean {
    if (line.paragraph.properties.style === NOTICE_STYLE) return true;
    if (line.text.trim() === '' && line.notes.length === 0 && line.images.length === 0 && line.number === null)
      return true;
    if (/^toc( heading| ?\d)/i.test(line.styleName)) {
      this.contents += 1;
      return true;
    }
    if (/^title$/i.test(line.styleName) && this.title === null) {
      this.title = line.text.trim();
      return true;
    }
    return /^caption$/i.test(line.styleName) && next?.kind === 'table';
  }

  private caption(block: SettledBlock | undefined): string | null {
    if (block?.kind !== 'paragraph' || !/^caption$/i.test(this.file.styles.nameOf(block.properties.style))) return null;
    const words = textOf(block).trim();
    return words === '' ? null : words;
  }

  private identity({ bookmarked, paragraph }: Line): string {
    if (bookmarked !== null && !this.used.has(bookmarked)) this.carried.add(bookmarked);
    return this.unique(bookmarked ?? `w-${paragraph.key}`, `w-${paragraph.source}`);
  }

  /** A paragraph that was copied in Word bears the identity of its source; the second of them gets one of its own. */
  private unique(id: string, source: string): string {
    let own = id;
    for (let count = 2; this.used.has(own); count += 1) own = `${id}-copy-${count}`;
    this.used.add(own);
    this.sources.set(own, source);
    return own;
  }

  /** Adds the notes and images of a paragraph below its provision. */
  private withNotes(node: Growing, line: Line): Growing {
    const notes = line.notes.flatMap((note) => this.note(note, node.id));
    const images = line.images.map((target, at) =>
      growing(this.unique(`${node.id}-image-${at + 1}`, line.bookmarked ?? ''), 'image', {
        heading: target === '' ? null : target,
      }),
    );
    node.children.unshift(...notes, ...images);
    return node;
  }

  private note({ of, mark }: NonNullable<WordRun['note']>, parent: string): Growing[] {
    const blocks = settle(this.file.notes.get(of) ?? [], this.side).filter((block) => block.kind === 'paragraph');
    if (blocks.length === 0) return [];
    const lines = blocks.map((block) => this.lines.line(block));
    const [first] = lines;
    if (mark === null) this.noted += 1;
    const number = mark ?? String(this.noted);
    if (first?.kind === 'note') return [{ ...ownProvision(first, this.identity(first)), number }];
    const text = lines.map((line) => line.text.trim()).join('\n');
    return [growing(this.unique(`${parent}-note-${of.replace('/', '-')}`, of), 'note', { number, text })];
  }

  private rows(table: SettledTable): Growing[] {
    const marked = table.rows.some((row) => row.header);
    return table.rows.map((row, at) => {
      const isHeader = row.header || (!marked && at === 0 && table.rows.length > 1 && this.isBold(row.cells));
      if (isHeader && !row.header)
        this.guesses.push({
          place: `table ${table.key}`,
          what: 'its first row is bold and is read as headings',
          confidence: 0.6,
        });
      const cells = row.cells
        .filter(isCell)
        .map((cell) => this.cell(cell.blocks, `w-table-${table.key}-${row.at + 1}-${cell.at + 1}`));
      const id = identityIn(firstParagraph(row.cells[0]?.blocks)?.bookmarks ?? [], 'r');
      if (id !== null && !this.used.has(id)) this.carried.add(id);
      return growing(
        this.unique(id ?? `w-table-${table.key}-${row.at + 1}`, `w-table-${table.key}-${row.at + 1}`),
        isHeader ? 'header-row' : 'row',
        {
          children: cells,
        },
      );
    });
  }

  private cell(blocks: readonly SettledBlock[], place: string): Growing {
    const first = firstParagraph(blocks);
    const id = identityIn(first?.bookmarks ?? [], 'c');
    if (id !== null && !this.used.has(id)) this.carried.add(id);
    const own = this.unique(id ?? place, place);
    const [lead] = blocks;
    if (lead?.kind === 'paragraph' && kindOfStyle(lead.properties.style) === 'cell') {
      const line = this.lines.line(lead);
      const node = this.withNotes(ownProvision(line, own), line);
      node.children.push(...this.blocks(blocks.slice(1)));
      return node;
    }
    // cells of others hold words, mostly one line; a table in one keeps its structure
    const plain = blocks.filter((block) => block.kind === 'paragraph');
    if (plain.length === blocks.length) {
      const lines = plain.map((block) => this.lines.line(block));
      const texts = lines.map((one) =>
        [one.number, one.text.trim()].filter((part) => part !== null && part !== '').join(' '),
      );
      const node = growing(own, 'cell', { text: texts.filter((words) => words !== '').join('\n') });
      for (const one of lines) this.withNotes(node, one);
      return node;
    }
    return growing(own, 'cell', { children: this.blocks(blocks) });
  }

  private isBold(cells: readonly { readonly blocks: readonly SettledBlock[] }[]): boolean {
    const runs = cells
      .flatMap((cell) => cell.blocks)
      .flatMap((block) => (block.kind === 'paragraph' ? block.runs : []));
    const words = runs.filter((run) => run.text.trim() !== '');
    return words.length > 0 && words.every((run) => run.bold || this.file.styles.inherited(run.style, 'bold') === true);
  }
}

/** A cell that says nothing stands in a row of ours that has none. */
function isCell({ blocks }: { readonly blocks: readonly SettledBlock[] }): boolean {
  const [first] = blocks;
  return !(blocks.length === 1 && first?.kind === 'paragraph' && first.properties.style === NOTICE_STYLE);
}

function firstParagraph(blocks: readonly SettledBlock[] = []): SettledParagraph | null {
  return blocks.find((block) => block.kind === 'paragraph') ?? null;
}
