import type { OpenConflictClass } from './conflict.ts';
import type { Resolution } from './resolution.ts';

/** What follows from making one of two first, as a sentence. */
export function writeOrder(kind: OpenConflictClass, first: string, second: string): string {
  switch (kind) {
    case 'same-words':
      return `${first} is made first; of the words that both change those of ${second} hold.`;
    case 'same-place':
      return `What ${first} puts there stands first, what ${second} puts there behind it.`;
    case 'repeal-against-edit':
    case 'nested-repeal':
      return `${first} is made first; the repeal holds, whichever of the two it is.`;
    default:
      return `${first} is made first; both texts stay as they are drafted, and ${second} answers for what its words then mean.`;
  }
}

/** What was settled, as a sentence; `pair` are the two modifications. */
export function writeResolution(
  kind: OpenConflictClass,
  resolution: Resolution,
  [one, other]: readonly [string, string],
): string {
  switch (resolution.kind) {
    case 'order':
      return writeOrder(kind, resolution.first, resolution.first === one ? other : one);
    case 'merged-text':
      return 'Once both are in force, the provision reads as below, whichever comes first.';
    case 'contingent': {
      const holder = resolution.on === one ? other : one;
      return `If ${resolution.on} is in force before ${holder}, another legal text of ${holder} holds: the one below.`;
    }
  }
}
