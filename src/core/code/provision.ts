/** What a provision is in the tree of a document. */
export type ProvisionKind =
  | 'section'
  | 'part'
  | 'heading'
  | 'clause'
  | 'paragraph'
  | 'sub-paragraph'
  | 'definition'
  | 'condition';

/** A provision: its identity survives renumbering and moving; its number is what is printed. */
export interface Provision {
  /** Identity, never shown as a number: `g3-26`. Unique in the code. */
  readonly id: string;
  readonly kind: ProvisionKind;
  /** As printed: `G3.26`, `(a)`, `G`; null for what has none (headings, definitions). */
  readonly number: string | null;
  /** A title beside the number: `Security`, or the defined term of a definition. */
  readonly heading: string | null;
  /** The words, plain; empty for a pure container. */
  readonly text: string;
  readonly children: readonly Provision[];
}

/** The text of a code (or other instrument) on some day: its documents in order. */
export interface CodeText {
  /** `sec`, `gas-supply-licence`. */
  readonly code: string;
  readonly title: string;
  readonly provisions: readonly Provision[];
}

/** Where a provision stands: its parent (null at the top) and the sibling before it (null when first). */
export interface Place {
  readonly parent: string | null;
  readonly after: string | null;
}
