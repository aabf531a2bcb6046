import type { WordBlock, WordParagraph } from './model.ts';

/**
 * Gives both ends of a tracked move of paragraphs one key, and the bookmarks, which a file has once. Of one paragraph
 * whose range begins within it Word moves the words and leaves the line.
 */
export function pairMoves(blocks: readonly WordBlock[]): readonly WordBlock[] {
  const ends = new Map<string, { from: WordParagraph[]; to: WordParagraph[] }>();
  for (const paragraph of paragraphsIn(blocks)) {
    if (paragraph.move === null) continue;
    const move = ends.get(paragraph.move.name) ?? { from: [], to: [] };
    move[paragraph.move.end].push(paragraph);
    ends.set(paragraph.move.name, move);
  }
  const partners = new Map<WordParagraph, WordParagraph>();
  for (const { from, to } of ends.values()) {
    const left = [...to];
    const take = (source: WordParagraph, at: number): boolean => {
      const [found] = at === -1 ? [] : left.splice(at, 1);
      if (found === undefined) return false;
      partners.set(source, found).set(found, source);
      return true;
    };
    // within one move by equal words, then by order
    const unlike = from.filter(
      (one) =>
        !take(
          one,
          left.findIndex((other) => wordsOf(other) === wordsOf(one)),
        ),
    );
    for (const one of unlike) take(one, 0);
  }
  const alone = [...ends.values()].flatMap(({ from, to }) => [from, to].filter(({ length }) => length === 1).flat());
  const leaving = new Set(alone.filter(({ move }) => move?.inside === true));
  return partners.size === 0 && leaving.size === 0 ? blocks : paired(blocks, partners, leaving);
}

function paired(
  blocks: readonly WordBlock[],
  partners: ReadonlyMap<WordParagraph, WordParagraph>,
  leaving: ReadonlySet<WordParagraph>,
): readonly WordBlock[] {
  return blocks.map((block) => {
    if (block.kind === 'table') {
      const rows = block.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, blocks: paired(cell.blocks, partners, leaving) })),
      }));
      return { ...block, rows };
    }
    const [partner, leavesLine] = [partners.get(block), leaving.has(block)];
    if (partner === undefined) return { ...block, leavesLine };
    const bookmarks = block.bookmarks.length > 0 ? block.bookmarks : partner.bookmarks;
    return { ...block, key: Math.min(block.key, partner.key), bookmarks, leavesLine };
  });
}

function paragraphsIn(blocks: readonly WordBlock[]): WordParagraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsIn(cell.blocks))),
  );
}

function wordsOf({ runs }: WordParagraph): string {
  return runs.map((run) => run.text).join('');
}
