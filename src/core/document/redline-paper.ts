import { onlyTouched, type RedlineBlock } from '../code/redline.ts';
import type { Day } from '../kernel/day.ts';
import type { Block, Document } from './block.ts';
import { paragraph } from './build.ts';
import { renumbered } from './renumbered.ts';

/** Two texts and how they differ. */
export interface Compared {
  /** What each is called: `SEC v5.20`, `draft.docx`. */
  readonly before: string;
  readonly after: string;
  readonly blocks: readonly RedlineBlock[];
  readonly dated: Day;
  /** Whose words these are. */
  readonly notice: string;
  /** Whether provisions that did not change are left out. */
  readonly changesOnly: boolean;
}

/** A redline of two texts as a paper that stands alone, opened by how much changed. */
export function redlinePaper({ before, after, blocks, dated, notice, changesOnly }: Compared): Document {
  const title = `${after} against ${before}`;
  const redlined: Block = { kind: 'redline', blocks: changesOnly ? onlyTouched(blocks) : blocks };
  return {
    id: 'redline',
    title,
    language: 'en-GB',
    dated,
    author: 'Code Administrator',
    notice,
    cover: { kicker: 'Redline', title, blocks: [paragraph(redlineSummary(blocks))] },
    footer: [title],
    contents: false,
    blocks: [redlined],
  };
}

/** What a redline comes to in one sentence, with how sure the least sure pairing is. */
export function redlineSummary(blocks: readonly RedlineBlock[]): string {
  const count = (holds: (block: RedlineBlock) => boolean): number => blocks.filter(holds).length;
  const standing = (block: RedlineBlock): boolean => block.status !== 'deleted';
  const parts = [
    [count(({ status }) => status === 'inserted'), 'new'],
    [count(({ status, moved }) => status === 'deleted' && !moved), 'gone'],
    [count((block) => standing(block) && block.moved && !block.carried), 'moved'],
    [renumbered(blocks).size, 'renumbered'],
    [
      count((block) => paired(block) && [...block.heading, ...block.text].some((run) => run.kind !== 'same')),
      'reworded',
    ],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  const unsure = count((block) => standing(block) && block.confidence !== null && block.confidence < 0.9);
  const doubt = unsure === 0 ? '' : ` ${unsure} are paired by likeness, with less than 90 % confidence.`;
  return told.length === 0 ? 'The two texts do not differ.' : `Provisions: ${told.join(', ')}.${doubt}`;
}

function paired({ status }: RedlineBlock): boolean {
  return status === 'same' || status === 'changed';
}
