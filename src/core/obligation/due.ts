import type { Day } from '../kernel/day.ts';

/** A length of time in the unit that the words count in. */
export interface Length {
  readonly count: number;
  readonly unit: 'days' | 'working-days' | 'months';
}

/** By when a duty is to be done. */
export type Due =
  /** Once for each occurrence of an event, within a length of time that starts on the next day. */
  | { readonly kind: 'within'; readonly after: string; readonly length: Length }
  /** Again and again: at the end of each period of so many months, the first of which starts on a day. */
  | { readonly kind: 'every'; readonly months: number; readonly from: Day; readonly grace: Length | null };
