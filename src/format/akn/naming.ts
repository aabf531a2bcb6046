import { SHORT_NAME } from './vocabulary.ts';

/** Gives every element of one file its eId: what it stands in, its element, and its number or place. */
export interface Naming {
  /** `sec_g__cl_g3-26`; `above` is the eId of what it stands in, null at the top. */
  readonly next: (above: string | null, element: string, number: string | null) => string;
}

/**
 * Names by the naming convention: short name of the element and printed number without its marks, after that of what
 * it stands in and two underscores; what has no number counts among its like. The same structure gives the same names,
 * each once.
 */
export function naming(): Naming {
  const used = new Set<string>();
  const counted = new Map<string, number>();
  return {
    next: (above, element, number) => {
      const stem = `${above === null ? '' : `${above}__`}${SHORT_NAME[element] ?? element}_`;
      const printed = number === null ? '' : markless(number);
      let count = counted.get(stem + printed) ?? 0;
      let id: string;
      do {
        count += 1;
        const again = count === 1 ? '' : `-${count}`;
        id = stem + (printed === '' ? String(count) : printed + again);
      } while (used.has(id));
      counted.set(stem + printed, count);
      used.add(id);
      return id;
    },
  };
}

/** The last word of a number without brackets and stops: `G3.26` is `g3-26`, `Schedule 8` is `8`, `(a)` is `a`. */
function markless(number: string): string {
  const words = number
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, ''));
  return words.findLast((word) => word !== '') ?? '';
}
