import { align, type KnownBy } from './align.ts';
import type { ProvisionKind } from './provision.ts';
import { type Forest, inOrder, type Met } from './tree.ts';
import { redlineWords } from './word-redline.ts';

/** A run of words that both texts have, or only one. */
export interface Run {
  readonly kind: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}

/**
 * One provision in a redline, in reading order. Reading `same` + `deleted` gives the before-text, `same` + `inserted`
 * the after-text; {@link readBefore} and {@link readAfter} say which blocks each reading takes.
 */
export interface RedlineBlock {
  readonly id: string;
  readonly kind: ProvisionKind;
  /** Depth in the tree, 0 for a document. */
  readonly depth: number;
  /** What became of the provision as a whole. `deleted` blocks stand where they stood before. */
  readonly status: 'same' | 'inserted' | 'deleted' | 'changed';
  /**
   * Whether it stands elsewhere than before. Such a provision has two blocks: `deleted` where it stood, with its old
   * words, and `same` or `changed` where it stands now, with the words compared. There the whole block is new to the place.
   */
  readonly moved: boolean;
  /** Whether it moved only with what it is under, in the same order there: the move is that of its parent. */
  readonly carried: boolean;
  /** How sure it is that this provision of both texts is one, from 0 to 1 (known by its identity); null in one text alone. */
  readonly confidence: number | null;
  readonly numberBefore: string | null;
  readonly numberAfter: string | null;
  readonly heading: readonly Run[];
  readonly text: readonly Run[];
}

/** A provision as one side of a redline reads it; an absent heading is empty. */
export interface Reading {
  readonly depth: number;
  readonly number: string | null;
  readonly heading: string;
  readonly text: string;
}

/** Compares two texts: their structure first, then the words of each provision that both have. */
export function redline(before: Forest, after: Forest, known: KnownBy = 'identity'): readonly RedlineBlock[] {
  const [old, current] = [inOrder(before), inOrder(after)];
  const { beforeOf, afterOf, confidence, moved, carried } = align(old, current, known);
  const partnerOf = (index: number | null | undefined, among: readonly Met[]): Met | null =>
    index === null || index === undefined ? null : (among[index] ?? null);
  const wayOf = (a: number | null | undefined): Way => ({
    moved: moved[a ?? -1] ?? false,
    carried: carried[a ?? -1] ?? false,
    confidence: confidence[a ?? -1] ?? null,
  });
  const blocks: RedlineBlock[] = [];
  let atOld = 0;
  let atNew = 0;
  // between two provisions that stand in both: what is gone before what is new, but what is deeper where it belongs
  const fill = (endOld: number, endNew: number): void => {
    while (atOld < endOld || atNew < endNew) {
      const [gone, come] = [old[atOld] as Met, current[atNew] as Met];
      if (atNew < endNew && (atOld === endOld || come.depth > gone.depth)) {
        const partner = partnerOf(beforeOf[atNew], old);
        blocks.push(partner === null ? insertedBlock(come) : pairBlock(partner, come, wayOf(atNew)));
        atNew += 1;
      } else {
        blocks.push(deletedBlock(gone, partnerOf(afterOf[atOld], current), wayOf(afterOf[atOld])));
        atOld += 1;
      }
    }
  };
  for (const [a, b] of beforeOf.entries()) {
    if (b === null || moved[a]) continue;
    fill(b, a);
    blocks.push(pairBlock(old[b] as Met, current[a] as Met, wayOf(a)));
    [atOld, atNew] = [b + 1, a + 1];
  }
  fill(old.length, current.length);
  return blocks;
}

/** The before-text of a redline, provision by provision in its own order. */
export function readBefore(blocks: readonly RedlineBlock[]): readonly Reading[] {
  return blocks
    .filter((block) => block.status === 'deleted' || (block.status !== 'inserted' && !block.moved))
    .map((block) => readingOf(block, 'deleted', block.numberBefore));
}

/** The after-text of a redline, provision by provision in its own order. */
export function readAfter(blocks: readonly RedlineBlock[]): readonly Reading[] {
  return blocks
    .filter((block) => block.status !== 'deleted')
    .map((block) => readingOf(block, 'inserted', block.numberAfter));
}

/**
 * The blocks that changed or moved, each under the provisions it stands in; unchanged neighbours are left out, but a row
 * of a table stays whole, and a table keeps its headings.
 */
export function onlyTouched(blocks: readonly RedlineBlock[]): readonly RedlineBlock[] {
  const kept = new Set<RedlineBlock>();
  const above: RedlineBlock[] = [];
  for (const block of blocks) {
    above.length = Math.min(above.length, block.depth);
    above[block.depth] = block;
    if (block.status !== 'same' || block.moved) for (const one of above) if (one !== undefined) kept.add(one);
  }
  let row: RedlineBlock | null = null;
  for (const block of blocks) {
    if (row !== null && block.depth <= row.depth) row = null;
    above.length = Math.min(above.length, block.depth);
    above[block.depth] = block;
    const table = above[block.depth - 1];
    if (block.kind === 'header-row' && table !== undefined && kept.has(table)) kept.add(block);
    if (row !== null) kept.add(block);
    else if (kept.has(block) && (block.kind === 'row' || block.kind === 'header-row')) row = block;
  }
  return blocks.filter((block) => kept.has(block));
}

function readingOf(block: RedlineBlock, own: 'deleted' | 'inserted', number: string | null): Reading {
  const join = (runs: readonly Run[]): string =>
    runs
      .filter((run) => run.kind === 'same' || run.kind === own)
      .map((run) => run.text)
      .join('');
  return { depth: block.depth, number, heading: join(block.heading), text: join(block.text) };
}

/** How a provision of both texts came from the one to the other. */
type Way = Pick<RedlineBlock, 'moved' | 'carried' | 'confidence'>;

function pairBlock(before: Met, after: Met, way: Way): RedlineBlock {
  const [old, current] = [before.provision, after.provision];
  const { id, kind } = current;
  const same = old.number === current.number && old.heading === current.heading && old.text === current.text;
  return {
    id,
    kind,
    depth: after.depth,
    status: same ? 'same' : 'changed',
    ...way,
    numberBefore: old.number,
    numberAfter: current.number,
    heading: redlineWords(old.heading ?? '', current.heading ?? ''),
    text: redlineWords(old.text, current.text),
  };
}

function insertedBlock({ provision, depth }: Met): RedlineBlock {
  const { id, kind, number, heading, text } = provision;
  const whole = { heading: wholeRun('inserted', heading ?? ''), text: wholeRun('inserted', text) };
  const place = { moved: false, carried: false, confidence: null, numberBefore: null, numberAfter: number };
  return { id, kind, depth, status: 'inserted', ...place, ...whole };
}

function deletedBlock({ provision, depth }: Met, movedTo: Met | null, way: Way): RedlineBlock {
  const { id, kind, number, heading, text } = provision;
  const numberAfter = movedTo?.provision.number ?? null;
  const whole = { heading: wholeRun('deleted', heading ?? ''), text: wholeRun('deleted', text) };
  return { id, kind, depth, status: 'deleted', ...way, numberBefore: number, numberAfter, ...whole };
}

function wholeRun(kind: Run['kind'], text: string): readonly Run[] {
  return text === '' ? [] : [{ kind, text }];
}
