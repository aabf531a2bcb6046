import type { RedlineBlock, Run } from '../code/redline.ts';
import { type LineChange, lineChange, redlineRuns } from './redline-runs.ts';
import { renumbered } from './renumbered.ts';

/** A piece of a redline as it is set out: a line for a provision, or a table with all its rows. */
export type RedlinePart =
  | {
      readonly kind: 'line';
      readonly block: RedlineBlock;
      readonly change: LineChange;
      readonly fate: string | null;
    }
  | { readonly kind: 'table'; readonly depth: number; readonly rows: readonly RedlineRow[] };

/** A row of a redlined table. */
export interface RedlineRow {
  /** What becomes of the row as a whole. */
  readonly change: Run['kind'];
  readonly heading: boolean;
  /** For each cell what stands in it: its own words, then the provisions below it. */
  readonly cells: readonly (readonly RedlineBlock[])[];
}

/** What became of a provision that moved with what it is under. */
const CARRIED = 'moved with it';

/** A redline set out in lines and tables, each line with what became of the provision as a whole (`moved from G3.4`). */
export function redlineParts(blocks: readonly RedlineBlock[]): readonly RedlinePart[] {
  const places = placesOf(blocks);
  const own = renumbered(blocks);
  const parts: RedlinePart[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as RedlineBlock;
    if (!isRow(block)) {
      parts.push({ kind: 'line', block, change: lineChange(block), fate: fateOf(block, places, own.has(block)) });
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < blocks.length && isOfTable(blocks[end] as RedlineBlock, block.depth)) end += 1;
    parts.push({ kind: 'table', depth: block.depth, rows: rowsOf(blocks.slice(at, end), block.depth) });
    at = end;
  }
  return parts;
}

function isRow({ kind }: RedlineBlock): boolean {
  return kind === 'row' || kind === 'header-row';
}

function isOfTable(block: RedlineBlock, depth: number): boolean {
  return block.depth > depth || (block.depth === depth && isRow(block));
}

function rowsOf(blocks: readonly RedlineBlock[], depth: number): readonly RedlineRow[] {
  const rows: { change: Run['kind']; heading: boolean; cells: RedlineBlock[][] }[] = [];
  for (const block of blocks) {
    const row = rows.at(-1);
    if (block.depth === depth || row === undefined) {
      // a row mostly has no words of its own; those that it has stand first
      const own = redlineRuns(block, false).length === 0 ? [] : [[block]];
      rows.push({ change: lineChange(block, false), heading: block.kind === 'header-row', cells: own });
    } else if (block.depth === depth + 1 || row.cells.length === 0) row.cells.push([block]);
    else row.cells.at(-1)?.push(block);
  }
  return rows;
}

/** By identity, the numbers of what moved: as it stood, and as it stands. */
type Places = ReadonlyMap<string, { readonly from?: string; readonly to?: string }>;

/** Numbers in brackets follow those of what they are under, as each reading of the redline has it. */
function placesOf(blocks: readonly RedlineBlock[]): Places {
  const places = new Map<string, { from?: string; to?: string }>();
  const [before, after]: [(string | null)[], (string | null)[]] = [[], []];
  const follow = (above: (string | null)[], depth: number, number: string | null): string | null => {
    above.length = Math.min(above.length, depth);
    const over = above.findLast((one) => one != null) ?? '';
    above[depth] = number?.startsWith('(') ? over + number : number;
    return above[depth] ?? null;
  };
  for (const { id, depth, status, moved, numberBefore, numberAfter } of blocks) {
    const known = places.get(id) ?? {};
    if (status === 'deleted' || (status !== 'inserted' && !moved)) {
      const from = follow(before, depth, numberBefore);
      if (moved && from !== null) places.set(id, { ...known, from });
    }
    if (status === 'deleted') continue;
    const to = follow(after, depth, numberAfter);
    if (moved && to !== null) places.set(id, { ...places.get(id), to });
  }
  return places;
}

function fateOf(block: RedlineBlock, places: Places, isRenumbered: boolean): string | null {
  const { id, status, moved, numberBefore, numberAfter } = block;
  // what is carried has no fate of its own, but where it stood its words need one
  if (block.carried && status === 'deleted') return CARRIED;
  if (moved && !block.carried) {
    const { from = numberBefore, to = numberAfter } = places.get(id) ?? {};
    if (status === 'deleted') return to === null || to === from ? 'moved away from here' : `moved to ${to}`;
    return from === null || to === from ? 'moved here' : `moved from ${from}`;
  }
  if (!isRenumbered) return null;
  if (numberBefore === null) return 'now numbered';
  return numberAfter === null ? 'no longer numbered' : `renumbered from ${numberBefore}`;
}
