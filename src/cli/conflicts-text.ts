import type { RedlineBlock } from '../core/code/redline.ts';
import { redlineLine } from './text.ts';

interface Listed {
  readonly conflicts: readonly {
    readonly sentence: string;
    readonly sides: readonly { readonly modification: string; readonly blocks: readonly RedlineBlock[] }[];
    readonly resolutions: readonly { readonly by: string; readonly resolution: { readonly kind: string } }[];
    readonly resolvers: readonly { readonly who: string }[];
    readonly waits: { readonly sentence: string } | null;
  }[];
  readonly stuck: readonly {
    readonly modification: string;
    readonly over: string;
    readonly sentence: string;
    readonly resolvers: readonly { readonly who: string }[];
  }[];
  readonly notCompared: readonly { readonly sentence: string }[];
  readonly next: string | null;
}

/** Each conflict with the words of both sides, and whether it was settled or who can. */
export function conflictsText(output: unknown): string {
  const { conflicts, stuck, notCompared, next } = output as Listed;
  const held = stuck.map(
    ({ modification, over, sentence, resolvers }) =>
      `${modification} cannot be mapped over version ${over}: ${sentence} Can be settled by ${namesOf(resolvers)}.`,
  );
  const met = conflicts.map(({ sentence, sides, resolutions, resolvers, waits }) => {
    const settled =
      resolutions.length === 0
        ? waits === null
          ? `Not settled; can be settled by ${namesOf(resolvers)}.`
          : `Not settled; ${waits.sentence}`
        : resolutions.map(({ by, resolution }) => `Settled by ${by} (${resolution.kind}).`).join(' ');
    return [sentence, ...sides.flatMap(sideText), `  ${settled}`].join('\n');
  });
  const none = met.length + held.length === 0 ? ['No conflicts.'] : [];
  const more = next === null ? [] : [`There are more: --after ${next}`];
  return [...none, ...met, ...held, ...notCompared.map(({ sentence }) => sentence), ...more].join('\n\n');
}

function namesOf(resolvers: Listed['stuck'][number]['resolvers']): string {
  return [...new Set(resolvers.map(({ who }) => who))].join(', ');
}

function sideText({ modification, blocks }: Listed['conflicts'][number]['sides'][number]): readonly string[] {
  return blocks.filter((block) => block.status !== 'same').map((block) => `  ${modification}: ${redlineLine(block)}`);
}
