import type { RedlineBlock } from '../code/redline.ts';

/** The provisions of a redline with another number than before that is not only that of what they are under (`G3.1`, now `G4.1`). */
export function renumbered(blocks: readonly RedlineBlock[]): ReadonlySet<RedlineBlock> {
  const found = new Set<RedlineBlock>();
  const above: (RedlineBlock | undefined)[] = [];
  for (const block of blocks) {
    if (block.status === 'deleted') continue;
    above.length = Math.min(above.length, block.depth);
    if (block.status !== 'inserted' && block.numberBefore !== block.numberAfter) {
      const over = above.findLast((one) => one !== undefined && one.numberAfter !== null);
      if (over === undefined || !follows(block, over)) found.add(block);
    }
    above[block.depth] = block;
  }
  return found;
}

function follows(block: RedlineBlock, over: RedlineBlock): boolean {
  const [before, after] = [block.numberBefore ?? '', block.numberAfter ?? ''];
  const [overBefore, overAfter] = [over.numberBefore ?? '', over.numberAfter ?? ''];
  if (overBefore === '' || !before.startsWith(overBefore) || !after.startsWith(overAfter)) return false;
  const [tail, tailAfter] = [before.slice(overBefore.length), after.slice(overAfter.length)];
  return tail === tailAfter && /^[.(]/.test(tail);
}
