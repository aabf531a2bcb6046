import type { Certainty } from '../kernel/citation.ts';
import type { Statement } from '../modification/report/report-content.ts';
import type { Block, Inline, Table } from './block.ts';

/** A cell, item or paragraph given as plain words or as runs. */
export type Words = string | readonly Inline[];

/** Runs of plain words; runs stay as they are. */
export function runs(words: Words): readonly Inline[] {
  return typeof words === 'string' ? [{ kind: 'text', text: words }] : words;
}

/** A numbered section's heading. */
export function section(number: string, text: string): Block {
  return { kind: 'heading', level: 1, number, text };
}

/** A heading inside a section. */
export function heading(text: string, level: 1 | 2 | 3 = 2): Block {
  return { kind: 'heading', level, number: null, text };
}

/** A paragraph. */
export function paragraph(words: Words): Block {
  return { kind: 'paragraph', runs: runs(words) };
}

/** A list with bullets. */
export function list(items: readonly Words[]): Block {
  return { kind: 'list', ordered: false, items: items.map(runs) };
}

/** A box of the cover, with its short sign (`P3`) where it has one. */
export function panel(title: string, blocks: readonly Block[], sign: string | null = null): Block {
  return { kind: 'panel', mark: sign, title, blocks };
}

/** A table; numeric columns are set to the right. The first cell of each row is its header. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly Words[])[]): Block {
  const shape: Table = {
    caption,
    columns: columns.map((title) => ({ title, numeric: false })),
    rows: rows.map((row) => row.map(runs)),
    rowHeaders: true,
  };
  return { kind: 'table', table: shape };
}

/** Several lines in one cell. */
export function lines(items: readonly string[]): readonly Inline[] {
  return items.flatMap((text, at): readonly Inline[] => (at === 0 ? runs(text) : [{ kind: 'break' }, ...runs(text)]));
}

/** The mark of what is not simply stated; nothing where it is. */
export function mark(certainty: Certainty): readonly Inline[] {
  return certainty === 'stated' ? [] : [{ kind: 'certainty', certainty }];
}

/** A statement of a report: its paragraph with its mark and footnote, then its items. Quotes are added by who has the code. */
export function statement(of: Statement): readonly Block[] {
  const note: readonly Inline[] =
    of.footnote === undefined ? [] : [{ kind: 'footnote', id: `note-${of.id}`, text: of.footnote }];
  const words = paragraph([...runs(of.text), ...note, ...mark(of.citation.certainty)]);
  return of.items === undefined || of.items.length === 0 ? [words] : [words, list(of.items)];
}

/** The blocks of several statements; of those that are absent none. */
export function statements(all: readonly (Statement | undefined)[]): readonly Block[] {
  return all.flatMap((one) => (one === undefined ? [] : statement(one)));
}

/**
 * Blocks without headings that nothing stands under, such as those of a proposal that says nothing of a matter. A section
 * keeps its place and its number, and says that nothing is said in it.
 */
export function withoutEmptyHeadings(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = [];
  for (const block of blocks.toReversed()) {
    const after = kept.at(-1);
    const ends =
      after === undefined ||
      after.kind === 'page-break' ||
      (block.kind === 'heading' && after.kind === 'heading' && after.level <= block.level);
    if (block.kind !== 'heading' || !ends) kept.push(block);
    else if (block.level === 1) kept.push(paragraph('The proposal says nothing of it yet.'), block);
  }
  return kept.toReversed();
}
