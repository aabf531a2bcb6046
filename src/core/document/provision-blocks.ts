import { opensDivision, type Provision, type ProvisionKind } from '../code/provision.ts';
import { inOrder } from '../code/tree.ts';
import type { Block, Inline, Table } from './block.ts';
import { lines } from './build.ts';

/**
 * Provisions as a paper prints them: divisions as headings, clauses with their numbers and indents, tables as tables,
 * notes under what they are notes to, images by their reference. Every word of every provision is printed.
 */
export function provisionBlocks(provisions: readonly Provision[]): readonly Block[] {
  return printed(provisions, 0, 0);
}

/** `headings` counts the headings above, `depth` the provisions above that are no headings. */
function printed(provisions: readonly Provision[], headings: number, depth: number): readonly Block[] {
  return provisions.flatMap((one): readonly Block[] => {
    const { kind, number, heading, text, children } = one;
    if (opensDivision(one)) {
      const level = Math.min(headings + 1, 3) as 1 | 2 | 3;
      const [first, ...rest] = heading === null ? [number, null] : [heading, number];
      const title: Block = { kind: 'heading', level, number: rest[0] ?? null, text: first ?? '' };
      const words = text === '' ? [] : [provisionBlock(one, null, lines(text.split('\n')), depth)];
      return [title, ...words, ...printed(children, headings + 1, depth)];
    }
    const table = kind === 'table' ? tableOf(one) : null;
    if (table !== null) {
      // what is said of it stands above it, under its own caption
      const said = text === '' ? [] : [provisionBlock(one, number, wordsOf(one), depth)];
      const shown = text === '' ? table : { ...table, caption: '' };
      return [...said, { kind: 'table', table: shown }, ...printed(children.filter(isNote), headings, depth)];
    }
    return [provisionBlock(one, number, wordsOf(one), depth), ...printed(children, headings, depth + 1)];
  });
}

function provisionBlock({ kind }: Provision, number: string | null, runs: readonly Inline[], depth: number): Block {
  return { kind: 'provision', number, runs, depth, small: kind === 'note' };
}

/** The heading of a clause, or the term of a definition, before its words. */
function wordsOf({ kind, heading, text }: Provision): readonly Inline[] {
  const words = text === '' ? [] : lines(text.split('\n'));
  if (heading === null || heading === '') return words;
  const lead: Inline =
    kind === 'image' ? { kind: 'emphasis', text: `[Image: ${heading}]` } : { kind: 'strong', text: heading };
  return words.length === 0 ? [lead] : [lead, { kind: 'text', text: ' ' }, ...words];
}

/** A table of rows of cells; null for one that has words elsewhere, whose provisions are printed one by one. */
function tableOf({ number, heading, children }: Provision): Table | null {
  const firstNote = children.findIndex(isNote);
  const rows = firstNote === -1 ? children : children.slice(0, firstNote);
  const regular = rows.every(isRow) && children.slice(rows.length).every(isNote);
  if (rows.length === 0 || !regular) return null;
  const columns = Math.max(...rows.map((row) => row.children.length));
  const [first] = rows;
  const titled = first?.kind === 'header-row' && first.children.every((cell) => cell.children.length === 0);
  const cells = (titled ? rows.slice(1) : rows).map((row) =>
    Array.from({ length: columns }, (_, at): readonly Inline[] => cellRuns(row.children[at], row.kind)),
  );
  return {
    caption: [number, heading].filter((part) => part !== null && part !== '').join(' '),
    columns: Array.from({ length: columns }, (_, at) => ({
      title: titled ? (first.children[at]?.text ?? '') : '',
      numeric: false,
    })),
    rows: cells,
    rowHeaders: false,
  };
}

function isNote({ kind }: Provision): boolean {
  return kind === 'note';
}

function isRow({ kind, number, heading, text, children }: Provision): boolean {
  const bare = (number ?? '') === '' && (heading ?? '') === '';
  return (
    (kind === 'row' || kind === 'header-row') &&
    bare &&
    text === '' &&
    children.length > 0 &&
    children.every((cell) => cell.kind === 'cell' && (cell.number ?? '') === '' && (cell.heading ?? '') === '')
  );
}

/** A cell with everything in it, a line for each provision. */
function cellRuns(cell: Provision | undefined, row: ProvisionKind): readonly Inline[] {
  if (cell === undefined) return [];
  const below = inOrder({ provisions: cell.children })
    .map(({ provision: { number, heading, text } }) => [number, heading, text].filter((part) => (part ?? '') !== ''))
    .map((parts) => parts.join(' '));
  const all = [cell.text, ...below].filter((line) => line !== '').flatMap((line) => line.split('\n'));
  if (row === 'row') return lines(all);
  return lines(all).map((one) => (one.kind === 'text' ? { kind: 'strong', text: one.text } : one));
}
