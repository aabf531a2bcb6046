import type { Certainty } from '../kernel/citation.ts';
import type { Block, Document, Inline, StageMark, Table } from './block.ts';
import { redlineRuns } from './redline-runs.ts';

/** What is printed for a certainty that is not `stated`. */
export function certaintyWords(certainty: Certainty): string {
  return `[${certainty === 'public' ? 'public source' : certainty}]`;
}

/** What is printed under a stage of the tracker, so that no meaning hangs on its colour. */
export const STAGE_WORDS: Record<StageMark['status'], string> = {
  done: 'Completed',
  current: 'Current stage',
  ahead: 'To come',
  skipped: 'Not needed',
  'not-reached': 'Not reached',
};

/** Whether a table has a row of headings. */
export function isTitled({ columns }: Table): boolean {
  return columns.some(({ title }) => title !== '');
}

/** A heading with its number, as every form prints it. */
export function headingText(block: { readonly number: string | null; readonly text: string }): string {
  return block.number === null ? block.text : `${block.number} ${block.text}`;
}

/** The words of a paper in reading order, without contents, page furniture and footnotes; one line for each block. */
export function textOf(document: Document): string {
  const { cover } = document;
  return [
    cover.kicker,
    cover.title,
    document.notice,
    ...wordsOfBlocks(cover.blocks),
    ...wordsOfBlocks(document.blocks),
  ].join('\n');
}

/** The footnotes of a paper in the order of their references. */
export function footnotesOf(document: Document): readonly Extract<Inline, { kind: 'footnote' }>[] {
  return inlinesOf([...document.cover.blocks, ...document.blocks]).filter((one) => one.kind === 'footnote');
}

/** Every inline of the blocks, in reading order. */
function inlinesOf(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block): readonly Inline[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'note':
      case 'provision':
        return block.runs;
      case 'list':
        return block.items.flat();
      case 'table':
        return block.table.rows.flat(2);
      case 'panel':
        return inlinesOf(block.blocks);
      default:
        return [];
    }
  });
}

/** The words of blocks in reading order, one line for each block. */
export function wordsOfBlocks(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(blockText);
}

function blockText(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [headingText(block)];
    case 'paragraph':
      return [inlineText(block.runs)];
    case 'list':
      return block.items.map(inlineText);
    case 'table': {
      const { caption, columns, rows } = block.table;
      return [
        caption,
        columns.map((column) => column.title).join(' '),
        ...rows.map((row) => row.map(inlineText).join(' ')),
      ];
    }
    case 'note':
      return [block.title, inlineText(block.runs)];
    case 'panel':
      return [...(block.mark === null ? [] : [block.mark]), block.title, ...wordsOfBlocks(block.blocks)];
    case 'provision':
      return [headingText({ number: block.number, text: inlineText(block.runs) })];
    case 'quote':
      return [headingText(block)];
    case 'stages':
      return [block.title, ...block.stages.map((one) => `${one.number} ${one.title} ${STAGE_WORDS[one.status]}`)];
    case 'redline':
      return block.blocks.map((one) =>
        redlineRuns(one)
          .map((run) => run.text)
          .join(''),
      );
    case 'page-break':
      return [];
  }
}

function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(oneText).join('');
}

function oneText(inline: Inline): string {
  switch (inline.kind) {
    case 'break':
      return '\n';
    case 'certainty':
      return ` ${certaintyWords(inline.certainty)}`;
    case 'footnote':
      return '';
    default:
      return inline.text;
  }
}
