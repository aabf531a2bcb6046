import type { ProvisionKind } from './provision.ts';

/** A run of words that both texts have, or only one. */
export interface Run {
  readonly kind: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}

/** One provision in a redline, in reading order. Reading `same` + `deleted` gives the before-text, `same` + `inserted` the after-text. */
export interface RedlineBlock {
  readonly id: string;
  readonly kind: ProvisionKind;
  /** Depth in the tree, 0 for a document. */
  readonly depth: number;
  /** What became of the provision as a whole. `deleted` blocks stand where they stood before. */
  readonly status: 'same' | 'inserted' | 'deleted' | 'changed';
  readonly moved: boolean;
  readonly numberBefore: string | null;
  readonly numberAfter: string | null;
  readonly heading: readonly Run[];
  readonly text: readonly Run[];
}
