import type { RedlineBlock } from '../code/redline.ts';
import type { Forest } from '../code/tree.ts';
import { type Day, writeDay } from '../kernel/day.ts';
import type { Document } from './block.ts';
import { paragraph } from './build.ts';
import { provisionBlocks } from './provision-blocks.ts';

/** The words of an instrument on a day, or their change between two days. */
export interface TextOnDay {
  readonly instrument: { readonly title: string; readonly shortTitle: string; readonly notice: string };
  /** Printed reference of the one provision that is shown; null for the whole text. */
  readonly reference: string | null;
  readonly on: Day;
  readonly label: string | null;
  readonly provisions: Forest['provisions'];
  readonly comparison: { readonly from: Day; readonly to: Day; readonly blocks: readonly RedlineBlock[] } | null;
  /** Why nothing is shown. */
  readonly absent: string | null;
}

/** The text on a day, or the redline between two, as a paper that stands alone. */
export function textOnDayDocument(shown: TextOnDay): Document {
  const { instrument, reference, on, label, provisions, comparison, absent } = shown;
  const name = reference === null ? instrument.shortTitle : `${instrument.shortTitle} ${reference}`;
  const title =
    comparison === null
      ? `${name} on ${writeDay(on)}`
      : `${name}, ${writeDay(comparison.from)} against ${writeDay(comparison.to)}`;
  return {
    id: 'text',
    title,
    language: 'en-GB',
    dated: on,
    author: 'Code Administrator',
    notice: instrument.notice,
    cover: {
      kicker: instrument.title,
      title,
      blocks: label === null ? [] : [paragraph(`Version ${label} is in force on ${writeDay(on)}.`)],
    },
    footer: [title],
    contents: false,
    blocks: [
      ...(absent === null ? [] : [paragraph(absent)]),
      ...(comparison === null
        ? provisionBlocks(provisions)
        : [{ kind: 'redline' as const, blocks: comparison.blocks }]),
    ],
  };
}
