import type { RedlineBlock } from '../core/code/redline.ts';
import { redlineLine } from './text.ts';

interface Listed {
  readonly conflicts: readonly {
    readonly sentence: string;
    readonly sides: readonly { readonly modification: string; readonly blocks: readonly RedlineBlock[] }[];
    readonly resolutions: readonly { readonly by: string; readonly resolution: { readonly kind: string } }[];
    readonly resolvers: readonly { readonly who: string }[];
  }[];
  readonly stuck: readonly { readonly modification: string; readonly over: string; readonly sentence: string }[];
}

/** Each conflict with the words of both sides, and whether it was settled or who can. */
export function conflictsText(output: unknown): string {
  const { conflicts, stuck } = output as Listed;
  const held = stuck.map((one) => `${one.modification} cannot be mapped over version ${one.over}: ${one.sentence}`);
  const met = conflicts.map(({ sentence, sides, resolutions, resolvers }) => {
    const settled =
      resolutions.length === 0
        ? `Not settled; can be settled by ${[...new Set(resolvers.map(({ who }) => who))].join(', ')}.`
        : resolutions.map(({ by, resolution }) => `Settled by ${by} (${resolution.kind}).`).join(' ');
    return [sentence, ...sides.flatMap(sideText), `  ${settled}`].join('\n');
  });
  return [...met, ...held].join('\n\n') || 'No conflicts.';
}

function sideText({ modification, blocks }: Listed['conflicts'][number]['sides'][number]): readonly string[] {
  return blocks.filter((block) => block.status !== 'same').map((block) => `  ${modification}: ${redlineLine(block)}`);
}
