import type { RedlineBlock } from '../core/code/redline.ts';
import { redlineLine } from './text.ts';

interface Listed {
  readonly conflicts: readonly {
    readonly sentence: string;
    readonly sides: readonly { readonly modification: string; readonly blocks: readonly RedlineBlock[] }[];
    readonly resolution: { readonly by: string; readonly resolution: { readonly kind: string } } | null;
    readonly resolvers: readonly { readonly who: string }[];
  }[];
  readonly stuck: readonly { readonly modification: string; readonly over: string; readonly sentence: string }[];
}

/** Each conflict with the words of both sides, and whether it was settled or who can. */
export function conflictsText(output: unknown): string {
  const { conflicts, stuck } = output as Listed;
  const held = stuck.map((one) => `${one.modification} cannot be mapped over version ${one.over}: ${one.sentence}`);
  const met = conflicts.map(({ sentence, sides, resolution, resolvers }) => {
    const settled =
      resolution === null
        ? `Not settled; can be settled by ${[...new Set(resolvers.map(({ who }) => who))].join(', ')}.`
        : `Settled by ${resolution.by} (${resolution.resolution.kind}).`;
    return [sentence, ...sides.flatMap(sideText), `  ${settled}`].join('\n');
  });
  return [...met, ...held].join('\n\n') || 'No conflicts.';
}

function sideText({ modification, blocks }: Listed['conflicts'][number]['sides'][number]): readonly string[] {
  return blocks.filter((block) => block.status !== 'same').map((block) => `  ${modification}: ${redlineLine(block)}`);
}
