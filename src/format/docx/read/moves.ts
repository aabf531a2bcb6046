import type { WordBlock, WordParagraph } from './model.ts';

/** Gives both ends of a tracked move of paragraphs one key, and the bookmarks, which a file has once. */
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
  return partners.size === 0 ? blocks : paired(blocks, partners);
}

function paired(
  blocks: readonly WordBlock[],
  partners: ReadonlyMap<WordParagraph, WordParagraph>,
): readonly WordBlock[] {
  return blocks.map((block) => {
    if (block.kind === 'table') {
      const rows = block.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, blocks: paired(cell.blocks, partners) })),
      }));
      return { ...block, rows };
    }
    const partner = partners.get(block);
    if (partner === undefined) return block;
    const bookmarks = block.bookmarks.length > 0 ? block.bookmarks : partner.bookmarks;
    return { ...block, key: Math.min(block.key, partner.key), bookmarks };
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
