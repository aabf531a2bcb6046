import type { RedlineBlock } from '../../core/code/redline.ts';

/**
 * The blocks of a redline that changed or moved, each under those it stands in, with what a reader of the extract needs
 * to see where they stand: the provision that each new one follows, or is put before, and tables whole.
 */
export function extractOf(blocks: readonly RedlineBlock[]): readonly RedlineBlock[] {
  const kept = new Uint8Array(blocks.length);
  const above: number[] = [];
  /** Tables that a change is in, by index. */
  const tables = new Set<number>();
  /** By depth: the last block that stands in the text after. */
  const last: (number | undefined)[] = [];
  /** By depth: whether something new came first there, and what it was put before is still to come. */
  const first: (boolean | undefined)[] = [];
  for (const [at, block] of blocks.entries()) {
    above.length = Math.min(above.length, block.depth);
    last.length = Math.min(last.length, block.depth + 1);
    first.length = Math.min(first.length, block.depth + 1);
    above[block.depth] = at;
    if (block.status !== 'same' || block.moved) {
      for (const one of above) kept[one] = 1;
      const table = above.find((one) => blocks[one]?.kind === 'table');
      if (table !== undefined) tables.add(table);
      const previous = last[block.depth];
      if (previous !== undefined && block.status !== 'deleted') kept[previous] = 1;
    }
    const stands = block.status !== 'inserted' && block.status !== 'deleted' && !block.moved;
    if (stands && first[block.depth]) for (const one of above) kept[one] = 1;
    if (block.status !== 'deleted')
      first[block.depth] = !stands && (first[block.depth] ?? last[block.depth] === undefined);
    if (block.status !== 'deleted') last[block.depth] = at;
  }
  let within = -1;
  return blocks.filter((block, at) => {
    if (within !== -1 && block.depth <= (blocks[within]?.depth ?? 0)) within = -1;
    if (within === -1 && tables.has(at)) within = at;
    return kept[at] === 1 || within !== -1;
  });
}
